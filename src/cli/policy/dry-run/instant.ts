import { InvalidArgumentError } from 'commander';

const rfc3339 = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?$/;

/**
 * Parses an RFC 3339 date-time, or a full-date, which means its first instant in UTC.
 * @throws {InvalidArgumentError} for any other form, and for a day that does not exist
 */
export function instantOf(text: string): Date {
  const [whole, date] = rfc3339.exec(text.toUpperCase()) ?? [];
  const instant = new Date(whole ?? Number.NaN);
  // `Date` would read February 30 as a day of March.
  const isThere = date !== undefined && new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date);
  if (!isThere || Number.isNaN(instant.getTime())) {
    throw new InvalidArgumentError('It must be an RFC 3339 date (2026-06-01) or instant (2026-06-01T08:00:00Z).');
  }
  return instant;
}
