import type { Calendar } from '../../platform/time/calendar.ts';
import type { Window } from './spent.ts';

const quarter = 15 * 60 * 1_000;

/** When a window of a read budget ends: an hour, or a day, of the municipality. */
export function windowEnd(window: Window, now: Date, calendar: Calendar): Date {
  const periodOf = window === 'HOUR' ? calendar.hourOf : calendar.dayOf;
  const period = periodOf(now);
  // Zones are whole quarters of an hour from UTC.
  let end = Math.floor(now.getTime() / quarter + 1) * quarter;
  while (periodOf(new Date(end)) === period) end += quarter;
  return new Date(end);
}
