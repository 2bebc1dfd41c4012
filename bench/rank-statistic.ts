/**
 * How well a time tells two groups apart: the share of pairs in which the second one took longer (the area under the ROC curve, which is
 * the statistic of Mann and Whitney over the number of pairs). Ties count half.
 * @returns 0.5 if a time tells nothing; 0 or 1 if it tells all
 */
export function rankStatistic(first: readonly number[], second: readonly number[]): number {
  const longer = second.flatMap((one) => first.map((other): number => (one > other ? 1 : one === other ? 0.5 : 0)));
  return longer.reduce((sum, share) => sum + share, 0) / longer.length;
}
