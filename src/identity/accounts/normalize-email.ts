/** Bytes of an address in a mail (RFC 5321 §4.5.3.1.3: a path has 256 with its brackets). */
const longest = 254;

/**
 * The form in which an account's address is stored and found: NFC, lower case. Mail servers in use tell no letters by case, so that
 * two accounts that differ by case would be one mailbox.
 * @returns undefined if it cannot be a mail address
 */
export function normalizeEmail(text: string): string | undefined {
  const email = text.trim().normalize('NFC').toLowerCase();
  // One at sign, something on both sides, and nothing that ends a header or an address.
  if (!/^[^\s@<>(),:;"\\[\]\p{Cc}\p{Cf}]+@[^\s@<>(),:;"\\[\]\p{Cc}\p{Cf}]+$/u.test(email)) return undefined;
  return Buffer.byteLength(email) <= longest ? email : undefined;
}
