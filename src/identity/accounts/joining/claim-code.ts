import { createHash } from 'node:crypto';
import { readableCode, readCode } from '../../../platform/random/readable-code.ts';

/** Groups of a code, of 20 bits each: nobody guesses 140. */
const groups = 7;

/**
 * Makes a claim code.
 * @param ids two random UUIDs: 244 random bits
 */
export function claimCodeOf(...ids: readonly [string, string]): string {
  return readableCode(createHash('sha256').update(ids.join(' ')).digest(), groups);
}

/** What is stored of a claim code. @param typed as somebody typed it */
export function claimCodeDigest(typed: string): Buffer {
  return createHash('sha256').update(readCode(typed)).digest();
}
