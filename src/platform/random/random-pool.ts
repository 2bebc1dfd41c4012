import { randomFillSync } from 'node:crypto';

/** Bytes that are asked for at once. */
const poolSize = 8 * 1024;

/**
 * Makes a source of random bytes that asks for many at once: asking costs more than the bytes. No byte is given twice, and a piece
 * belongs to its receiver alone.
 * @returns returns that many bytes of a cryptographic random generator
 */
export function createRandomPool(): (length: number) => Buffer {
  let pool = Buffer.alloc(0);
  return (length) => {
    if (length > poolSize) return randomFillSync(Buffer.allocUnsafeSlow(length));
    // The old one stays unchanged, for callers that hold a piece of it.
    if (length > pool.length) pool = randomFillSync(Buffer.allocUnsafeSlow(poolSize));
    const piece = pool.subarray(0, length);
    pool = pool.subarray(length);
    return piece;
  };
}
