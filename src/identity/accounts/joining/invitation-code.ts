import { hash } from 'node:crypto';
import { domainToASCII } from 'node:url';

/** Days that the code of an invitation can be used. */
export const invitationDays = 7;

// Crockford's base 32: no letter looks like a digit.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const letters = 28;

/**
 * Makes a code of 140 bits, in groups of four: `7K3M-PQ9X-…`.
 * @param newId makes random UUIDs: two have 244 random bits
 */
export function newInvitationCode(newId: () => string): string {
  const bytes = hash('sha256', newId() + newId(), 'buffer').subarray(0, letters);
  // 256 is a multiple of 32, so that each letter is as likely as any other.
  const text = Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('');
  return text.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/**
 * The digest by which a code is stored: SHA-256 of its letters. A code has too many bits to be found by trying, so that it needs no salt.
 * @param code as someone types it: lower case, spaces and letters that look like a digit are read as meant
 */
export function invitationDigest(code: string): Buffer {
  const read = code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return hash('sha256', read, 'buffer');
}

/** Whether a mail address is one that employees have at work, so that its mailbox may get a code. @param domains in ASCII and lower case */
export function isWorkMail(address: string, domains: readonly string[]): boolean {
  return domains.includes(domainToASCII(address.slice(address.lastIndexOf('@') + 1)));
}
