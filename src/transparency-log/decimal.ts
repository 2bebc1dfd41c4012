/** The largest tree size, index or time that is a number to the log: an unsigned 64-bit integer. */
const largest = 2n ** 64n - 1n;

/** Reads an ASCII decimal without sign or leading zeroes, at most `limit`; anything else is undefined. */
export function parseDecimal(text: string, limit: bigint = largest): bigint | undefined {
  // The length is bounded before BigInt sees it: a long number is slow to read.
  if (!/^(?:0|[1-9][0-9]{0,19})$/.test(text)) return undefined;
  const value = BigInt(text);
  return value <= limit ? value : undefined;
}

/** Whether it is a whole number from zero to `largest`, whatever a caller without types may have given. */
export function isCount(value: unknown): value is bigint {
  return typeof value === 'bigint' && value >= 0n && value <= largest;
}
