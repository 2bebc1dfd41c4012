/** A length of calendar time. */
export interface Span {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
}

export const oneDay = 86_400_000;

/**
 * The day a span before another.
 * @param day RFC 3339 full-date
 * @returns RFC 3339 full-date; a day past the end of the month becomes its last day
 */
export function dayBefore(day: string, { years = 0, months = 0, days = 0 }: Span): string {
  const from = new Date(`${day}T00:00:00Z`);
  const month = new Date(Date.UTC(from.getUTCFullYear() - years, from.getUTCMonth() - months, 1));
  const lastOfMonth = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  month.setUTCDate(Math.min(from.getUTCDate(), lastOfMonth) - days);
  return month.toISOString().slice(0, 10);
}

/** The instant `years` after another; negative: before it. */
export function yearsAfter(instant: Date, years: number): Date {
  const moved = new Date(instant);
  moved.setUTCFullYear(moved.getUTCFullYear() + years);
  return moved;
}

/** The instant a number of days before another, in RFC 3339. */
export function daysAgo(now: Date, days: number): string {
  return new Date(now.getTime() - days * oneDay).toISOString();
}

/** Whole years from a birth date (RFC 3339 full-date) to an instant, in milliseconds since 1970. */
export function ageAt(birthDate: string, instant: number): number {
  return Math.floor((instant - Date.parse(birthDate)) / (365.2425 * oneDay));
}

/** The start of a day in UTC, in milliseconds since 1970. */
export function startOf(day: string): number {
  return Date.parse(day);
}
