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
 * Suppresses every count below 11 (clause `telemetry`), and further counts so that a reader who knows the total can't compute a suppressed
 * one (complementary suppression). It takes the smallest of the other counts first, and all that are equal, until several are suppressed,
 * their sum is at least 11 and the sum does not settle them. The order of the counts stays.
 * @returns an empty list if every count is suppressed and their sum settles them: then the values would reveal the counts
 */
export function suppress(counts: readonly Count[]): SuppressedCount[] {
  const smallestFirst = counts.toSorted((one, other) => one.visits - other.visits);
  const hidden = new Set<Count>();
  let together = 0;
  let largest = 0;
  for (const count of smallestFirst) {
    const safe = hidden.size === 0 || (together >= fewest && !isSettled([...hidden]));
    if (count.visits >= fewest && count.visits > largest && safe) break;
    hidden.add(count);
    together += count.visits;
    largest = count.visits;
  }
  if (hidden.size === counts.length && isSettled([...hidden])) return [];
  return counts.map((count) => (hidden.has(count) ? { value: count.value, visits: null } : count));
}

/** Whether the sum of suppressed counts reveals each of them: there is one, each is the least possible, or each is the most. */
function isSettled(hidden: readonly Count[]): boolean {
  const all = (visits: number): boolean => hidden.every((count) => count.visits === visits);
  return hidden.length === 1 || all(1) || all(fewest - 1);
}
