/** Milliseconds before a worker that ended at once for the first time is replaced. */
const first = 250;
/** The longest pause, in milliseconds. */
const longest = 30_000;

/**
 * How long to wait before a worker is replaced, so that a start that cannot succeed does not take a processor.
 * @param early how many workers of that number have ended early, one after the other
 * @returns milliseconds: none for one that served for a while, else twice as many each time
 */
export function pauseBefore(early: number): number {
  return early === 0 ? 0 : Math.min(longest, first * 2 ** (early - 1));
}
