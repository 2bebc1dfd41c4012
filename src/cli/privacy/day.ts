import { PrivacyError } from '../../errors.ts';
import { statementOn, statements, type Statement } from '../../policy/statements.ts';
import { dayOf } from '../../records/reader.ts';

/**
 * The day that a command speaks of, and the privacy statement in force on it.
 * @param given RFC 3339 full-date; undefined: today where the municipality is
 * @throws PrivacyError SETTING_INVALID for no date, and for one before the first statement
 */
export function dayAndStatement(given: string | undefined): { readonly date: string; readonly statement: Statement } {
  const date = given ?? dayOf(new Date());
  const statement = isDate(date) ? statementOn(date) : undefined;
  if (statement) return { date, statement };
  throw new PrivacyError('SETTING_INVALID', {
    problems: [`--date: a date such as 2026-01-31, from ${statements[0]!.effectiveFrom} on, when the first statement came into force`],
  });
}

/** Whether it is a day that there is, as RFC 3339 full-date. */
export function isDate(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  // 2026-02-30 would be read as a day of March.
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}
