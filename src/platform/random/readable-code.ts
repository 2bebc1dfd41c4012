import { randomBytes } from 'node:crypto';

// Crockford's base 32: no letter looks like a digit. Each is 5 bits.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 4;

/**
 * Writes bytes as a code that people read and type, such as `7K3M-PQ9X`: five bits of each byte as one character.
 * @param bytes random; at least four for each group
 * @param groups each has 20 bits
 */
export function readableCode(bytes: Buffer, groups: number): string {
  const letters = Array.from(bytes.subarray(0, groups * groupLength), (byte) => alphabet[byte % alphabet.length]).join('');
  return letters.match(new RegExp(`.{${groupLength}}`, 'g'))!.join('-');
}

/** Makes a random code. @param groups each has 20 bits */
export function newReadableCode(groups: number): string {
  return readableCode(randomBytes(groups * groupLength), groups);
}

/** The one form of a code as someone typed it: without spaces and hyphens, in capitals, and with digits for letters that look like them. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
