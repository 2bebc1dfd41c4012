import { z } from 'zod';

/** One line: PostgreSQL stores no NUL, and a line has no other control character either. */
export function line(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u);
}

/** A message: lines and tabs, and no other control character. */
export const letter = z
  .string()
  .trim()
  .min(1)
  .max(4_000)
  .regex(/^[\P{Cc}\n\r\t]*$/u);
