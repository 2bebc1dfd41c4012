/** The values of a metric's labels, in the order of their names. They come from closed sets. */
export type LabelValues = readonly string[];

/** No label value has a line break. */
const separator = '\n';

/**
 * Counts by label values in plain numbers. A counter of prom-client hashes its labels at each increment, which took longer
 * than some stages; it gets the counts when they are scraped.
 */
export class CountTally {
  readonly #counts = new Map<string, number>();

  add(amount: number, ...values: LabelValues): void {
    const key = values.join(separator);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + amount);
  }

  *entries(): Iterable<readonly [LabelValues, number]> {
    for (const [key, count] of this.#counts) yield [key.split(separator), count];
  }
}

/** The durations that have the same label values. */
export interface Durations {
  /** How many durations were at most the bucket's bound, and above the bound before it. The last bucket has no bound. */
  readonly buckets: Float64Array;
  /** Seconds. */
  sum: number;
}

/** Counts durations by label values in plain numbers, like `CountTally`. */
export class DurationTally {
  readonly #bounds: readonly number[];
  readonly #durations = new Map<string, Durations>();

  /** @param bounds of the buckets, in seconds, ascending */
  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
  }

  add(seconds: number, first: string, second = '', third = ''): void {
    const key = first + separator + second + separator + third;
    let durations = this.#durations.get(key);
    if (!durations) this.#durations.set(key, (durations = { buckets: new Float64Array(this.#bounds.length + 1), sum: 0 }));
    let bucket = 0;
    while (bucket < this.#bounds.length && seconds > this.#bounds[bucket]!) bucket += 1;
    durations.buckets[bucket]! += 1;
    durations.sum += seconds;
  }

  *entries(): Iterable<readonly [LabelValues, Durations]> {
    for (const [key, durations] of this.#durations) yield [key.split(separator), durations];
  }
}
