import { type Statement, type Vocabulary, statementOn } from '../../engine/policy/declaration/vocabulary.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { ownCalendar } from './own-calendar.ts';

/**
 * The day that a command is about, and the privacy statement in force on it.
 * @param given RFC 3339 full-date; undefined: today in the time zone of the settings
 * @throws {PrivacyError} SETTING_INVALID: not a date, or before the first statement; or a setting
 */
export function dayAndStatement(
  vocabulary: Pick<Vocabulary, 'statements'>,
  given: string | undefined,
): { readonly date: string; readonly statement: Statement } {
  const date = given ?? ownCalendar().dayOf(new Date());
  const statement = isDate(date) ? statementOn(vocabulary, date) : undefined;
  if (statement) return { date, statement };
  throw new PrivacyError('SETTING_INVALID', {
    problems: [
      `--date: a date such as 2026-01-31, from ${vocabulary.statements[0]?.effectiveFrom} on, when the first statement came into force`,
    ],
  });
}

/** Whether it is an existing day as an RFC 3339 full-date. */
export function isDate(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  // `Date` would read 2026-02-30 as a day of March.
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}
