import { createHash } from 'node:crypto';
import { readableCode, readCode } from '../../../platform/random/readable-code.ts';

/** Groups of a code, of 20 bits each: no one guesses 140. */
const groups = 7;

/**
 * Makes a claim code.
 * @param ids two random UUIDs: 244 random bits
 */
export function claimCodeOf(...ids: readonly [string, string]): string {
  return readableCode(createHash('sha256').update(ids.join(' ')).digest(), groups);
}

/** The stored digest of a claim code. @param typed as someone typed it */
export function claimCodeDigest(typed: string): Buffer {
  return createHash('sha256').update(readCode(typed)).digest();
}
