import { domainToASCII } from 'node:url';

/** Bytes of an address in a mail (RFC 5321 §4.5.3.1.3: a path has 256 with its brackets). */
const longest = 254;

/**
 * The one spelling of a mail address: accounts are stored and found by it, and limits count by it. It is NFKC, which makes full-width
 * letters usual ones, in lower case; the domain is in ASCII (UTS #46, as the WHATWG URL Standard maps hosts) and has no dot at its end. Mail
 * servers in use tell no letters by case, so that two accounts that differ by case would be one mailbox.
 * @returns undefined if it cannot be a mail address
 */
export function normalizeEmail(text: string): string | undefined {
  const whole = text.trim().normalize('NFKC').toLowerCase().normalize('NFKC');
  // One at sign, something on both sides, and nothing that ends a header or an address, or that no one sees.
  const found = /^(?<mailbox>[^\s@<>(),:;"\\[\]\p{Cc}\p{DI}]+)@(?<domain>[^\s@<>(),:;"\\[\]\p{Cc}\p{DI}]+)$/u.exec(whole);
  if (!found) return undefined;
  const { mailbox, domain } = found.groups!;
  // An empty text stands for a domain that there cannot be. One that ends in a number would be read as an address of IPv4.
  const ascii = domainToASCII(domain!).replace(/\.+$/, '');
  if (ascii === '' || ascii.split('.').includes('') || /(?:^|\.)\d+$/.test(ascii)) return undefined;
  const email = `${mailbox}@${ascii}`;
  return Buffer.byteLength(email) <= longest ? email : undefined;
}
