export interface Count {
  readonly value: string;
  readonly visits: number;
}

/** A count; null if it is suppressed. */
export interface SuppressedCount {
  readonly value: string;
  readonly visits: number | null;
}

/** The smallest count that may be shown. */
export const fewest = 11;

/**
 * Suppresses every count below 11 (clause `telemetry`), and further counts so that a reader who knows the total can't compute a
 * suppressed one (complementary suppression). It never suppresses only one count, or several whose sum is below 11. It takes the
 * smallest of the other counts first. The order of the counts stays.
 */
export function suppress(counts: readonly Count[]): SuppressedCount[] {
  const smallestFirst = counts.toSorted((one, other) => one.visits - other.visits);
  const hidden = new Set<Count>();
  let together = 0;
  for (const count of smallestFirst) {
    const safe = hidden.size === 0 || (hidden.size > 1 && together >= fewest);
    if (count.visits >= fewest && safe) break;
    hidden.add(count);
    together += count.visits;
  }
  return counts.map((count) => (hidden.has(count) ? { value: count.value, visits: null } : count));
}
