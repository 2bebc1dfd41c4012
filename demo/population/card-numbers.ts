import { createHash } from 'node:crypto';

/**
 * The card number of a resident of the demo, always the same. A real one is drawn at random (`recreation.card_number`).
 * @param residentId a UUID
 * @returns 15 digits, and one that checks them (ISO/IEC 7812-1, annex B)
 */
export function demoCardNumber(residentId: string): string {
  const drawn = BigInt(`0x${createHash('sha256').update(`card of ${residentId}`).digest('hex').slice(0, 15)}`) % 10n ** 15n;
  const digits = String(drawn).padStart(15, '0');
  const sum = Array.from(digits, (digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1)).reduce(
    (all, one) => all + (one > 9 ? one - 9 : one),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
