/** What a map may hold. */
export interface Bounds<V> {
  readonly entries: number;
  /** The sum of what `sizeOf` says of the values. Left out: however many. */
  readonly bytes?: number;
  /** An estimate, in bytes. */
  readonly sizeOf?: (value: V) => number;
}

/** How many keys are remembered of which nothing is kept yet: a hash and a few words each. */
const mostFirstSights = 5_000;

/** A map that forgets what was longest not asked for, past a number of entries or bytes, so that strangers can't fill the memory. */
export class BoundedMap<V> {
  readonly #entries = new Map<string, { readonly value: V; readonly size: number }>();
  readonly #firstSights = new Set<string>();
  readonly #bounds: Required<Bounds<V>>;
  #bytes = 0;

  constructor(bounds: Bounds<V>) {
    this.#bounds = { bytes: Infinity, sizeOf: () => 0, ...bounds };
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The sum of the sizes. */
  get bytes(): number {
    return this.#bytes;
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** Keeps a value if its key was offered before, and that is remembered still: what comes once pushes nothing out. */
  keepAgain(key: string, value: V): void {
    if (this.#firstSights.delete(key)) return this.keep(key, value);
    this.#firstSights.add(key);
    for (const oldest of this.#firstSights) {
      if (this.#firstSights.size <= mostFirstSights) break;
      this.#firstSights.delete(oldest);
    }
  }

  /** Keeps a value, unless it is larger by itself than all may be. */
  keep(key: string, value: V): void {
    this.delete(key);
    const size = this.#bounds.sizeOf(value);
    if (size > this.#bounds.bytes) return;
    this.#entries.set(key, { value, size });
    this.#bytes += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#bounds.entries && this.#bytes <= this.#bounds.bytes) break;
      this.delete(oldest);
    }
  }

  delete(key: string): boolean {
    this.#bytes -= this.#entries.get(key)?.size ?? 0;
    return this.#entries.delete(key);
  }
}
