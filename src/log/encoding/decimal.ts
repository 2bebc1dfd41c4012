/** The largest tree size, index or time: an unsigned 64-bit integer. */
const largest = 2n ** 64n - 1n;

/** Parses an ASCII decimal number without sign or leading zeros, at most `limit`; undefined for anything else. */
export function parseDecimal(text: string, limit: bigint = largest): bigint | undefined {
  // The length is checked first: BigInt is slow on long numbers.
  if (!/^(?:0|[1-9][0-9]{0,19})$/.test(text)) return undefined;
  const value = BigInt(text);
  return value <= limit ? value : undefined;
}

/** Whether it is a bigint from 0 to `largest`. Callers without types may pass anything. */
export function isCount(value: unknown): value is bigint {
  return typeof value === 'bigint' && value >= 0n && value <= largest;
}
