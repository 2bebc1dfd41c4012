/** How often something was counted. */
export interface Count {
  readonly value: string;
  readonly visits: number;
}

/** The same, null where it is not told. */
export interface SuppressedCount {
  readonly value: string;
  readonly visits: number | null;
}

/** Counts below this are not told. */
export const fewest = 11;

/**
 * Suppresses the counts below 11, and with them further counts (complementary suppression), so that a reader who knows
 * the total can't compute them: never a single count, and never several that are fewer than 11 together. The smallest
 * of the others go first. Clause `telemetry`; the order of the counts is kept.
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
