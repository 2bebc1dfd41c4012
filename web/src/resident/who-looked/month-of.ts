import { dayOf } from '../../elements/time/local-time.ts';

/** The month of an instant in the municipality's time zone: `2026-03`. @param instant RFC 3339, or POSIX milliseconds */
export function monthOf(instant: string | number): string {
  return dayOf(instant).slice(0, 7);
}

/** The month of an instant and the eleven before it, the oldest first. @param now POSIX milliseconds */
export function monthsUntil(now: number): string[] {
  const [year = 0, month = 0] = monthOf(now).split('-').map(Number);
  return Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(year, month - 12 + at)).toISOString().slice(0, 7));
}
