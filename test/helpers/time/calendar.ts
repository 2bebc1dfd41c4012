import { createCalendar, usualTimeZone } from '../../../src/platform/time/calendar.ts';

/** The calendar of the municipality in the tests. */
export const testCalendar = createCalendar(usualTimeZone);
