import { warningThreshold, type BudgetUse, type Window } from './spent.ts';

/**
 * Warns of the windows of a budget that are nearly spent.
 * @param uses both windows after a charge of one
 * @param reportNear called when a window passes the threshold, with the percentage that is spent
 * @returns the fuller window, from the threshold on
 */
export function warnNear(uses: readonly BudgetUse[], reportNear: (window: Window, percentage: number) => void): BudgetUse | undefined {
  const near = uses.filter(({ limit, used }) => used >= limit * warningThreshold);
  // Each charge adds one, so only one passes the threshold.
  for (const { window, limit, used } of near) if (used - 1 < limit * warningThreshold) reportNear(window, Math.floor((100 * used) / limit));
  return near.toSorted((one, other) => other.used / other.limit - one.used / one.limit)[0];
}
