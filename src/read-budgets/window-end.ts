import { dayOf } from '../records/reader.ts';
import type { Window } from './spent.ts';

const hourLength = 60 * 60 * 1_000;

/** When a window of a read budget ends. Municipal time is whole hours from UTC, so a day ends with an hour. */
export function windowEnd(window: Window, now: Date): Date {
  let end = Math.floor(now.getTime() / hourLength + 1) * hourLength;
  if (window === 'DAY') while (dayOf(new Date(end)) === dayOf(now)) end += hourLength;
  return new Date(end);
}
