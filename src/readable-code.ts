import { randomInt } from 'node:crypto';

// Crockford's base 32: no letter looks like a digit. Each is 5 bits.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 4;

/** Makes a random code that people read and type, such as `7K3M-PQ9X`. @param groups each has 20 bits */
export function newReadableCode(groups: number): string {
  const group = (): string => Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** The one form of a code as somebody typed it: without spaces and hyphens, in capitals, and with digits for letters that look like them. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
