import { z } from 'zod';
import { normalizeEmail } from '../mail/normalize-email.ts';

/**
 * One line without control characters. PostgreSQL can't store NUL. Characters that change the direction of text (UAX #9: embeddings,
 * overrides, isolates) would make a name, or the text after it, look like another one.
 */
export function line(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u, 'no control characters');
}

/** A message. The only control characters are line breaks and tabs. */
export const letter = z
  .string()
  .trim()
  .min(1)
  .max(4_000)
  .regex(/^[\P{Cc}\n\r\t]*$/u, 'no control characters but line breaks and tabs');

/** A mail address. The maximum length is what a mail server must accept (RFC 5321 §4.5.3.1.3, without the brackets). */
export const mailAddress = z.email().max(254);

/** A mail address in its one spelling: two ways to type it are one sender. */
export const mailbox = z
  .string()
  .transform((text) => normalizeEmail(text) ?? text)
  .pipe(mailAddress);
