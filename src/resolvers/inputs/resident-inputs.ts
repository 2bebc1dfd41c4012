import { z } from 'zod';

const provinces = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT'] as const;

// One line: PostgreSQL takes no NUL, and a name or a street has no other control character either.
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u);
// Canada Post uses neither D, F, I, O, Q nor U, and begins with neither W nor Z. Kept as `T1X 1A1`.
const postalCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d$/)
  .transform((code) => `${code.slice(0, 3)} ${code.slice(-3)}`);

const address = z.object({ street: line(200), locality: line(100), province: z.enum(provinces), postalCode });
// The longest address that a mail server must take (RFC 5321 §4.5.3.1.3, less the brackets).
const email = z.email().max(254);
// ITU-T E.164.
const phone = z.e164();
const contact = { email: email.nullish(), phone: phone.nullish(), mobilePhone: phone.nullish(), address: address.nullish() };

/** What `UpdateContactInput` may hold beside the id. */
export const contactForm = z.object(contact);

const earliestBirth = '1900-01-01';

/**
 * What `RegisterResidentInput` may hold.
 * @param today RFC 3339 full-date; nobody is born later
 */
export function registrationForm(today: string) {
  return z.object({
    givenName: line(100),
    familyName: line(100),
    birthDate: z.string().refine((date) => date >= earliestBirth && date <= today),
    ...contact,
  });
}
