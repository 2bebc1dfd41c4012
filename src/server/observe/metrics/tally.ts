/** The values of a metric's labels, in the order of their names. They come from closed sets. */
export type LabelValues = readonly string[];

/**
 * The values of one series by label values. A look-up for each label is several times faster than one joined key, and faster than
 * prom-client, which hashes its labels at each observation.
 */
class LabelTree<Leaf> {
  readonly #create: () => Leaf;
  readonly #root = new Map<string, Map<string, Map<string, Leaf>>>();

  constructor(create: () => Leaf) {
    this.#create = create;
  }

  leaf(first: string, second: string, third: string): Leaf {
    let seconds = this.#root.get(first);
    if (!seconds) this.#root.set(first, (seconds = new Map()));
    let thirds = seconds.get(second);
    if (!thirds) seconds.set(second, (thirds = new Map()));
    let leaf = thirds.get(third);
    if (!leaf) thirds.set(third, (leaf = this.#create()));
    return leaf;
  }

  *entries(): Iterable<readonly [LabelValues, Leaf]> {
    for (const [first, seconds] of this.#root) {
      for (const [second, thirds] of seconds) for (const [third, leaf] of thirds) yield [[first, second, third], leaf];
    }
  }
}

/** Counts by up to three label values in plain numbers; they are given to prom-client when they are scraped. */
export class CountTally {
  readonly #counts = new LabelTree(() => ({ count: 0 }));

  add(amount: number, first = '', second = '', third = ''): void {
    this.#counts.leaf(first, second, third).count += amount;
  }

  /** Shows zero for these label values until something is counted: an alarm on an increase does not see a series that begins with its first event. */
  begin(first = '', second = '', third = ''): void {
    this.add(0, first, second, third);
  }

  *entries(): Iterable<readonly [LabelValues, number]> {
    for (const [values, { count }] of this.#counts.entries()) yield [values, count];
  }
}

/** The durations that have the same label values. */
export interface Durations {
  /** How many durations were at most the bucket's bound, and above the bound before it. The last bucket has no bound. */
  readonly buckets: Float64Array;
  /** Seconds. */
  sum: number;
}

/** Counts durations by up to three label values in plain numbers, like `CountTally`. */
export class DurationTally {
  readonly #bounds: readonly number[];
  readonly #durations: LabelTree<Durations>;

  /** @param bounds of the buckets, in seconds, ascending */
  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.#durations = new LabelTree(() => ({ buckets: new Float64Array(bounds.length + 1), sum: 0 }));
  }

  add(seconds: number, first: string, second = '', third = ''): void {
    const durations = this.#durations.leaf(first, second, third);
    let bucket = 0;
    while (bucket < this.#bounds.length && seconds > this.#bounds[bucket]!) bucket += 1;
    durations.buckets[bucket]! += 1;
    durations.sum += seconds;
  }

  entries(): Iterable<readonly [LabelValues, Durations]> {
    return this.#durations.entries();
  }
}
