import { createCalendar, usualTimeZone } from '../src/platform/time/calendar.ts';

/** The calendar of the town of the demo. */
export const demoCalendar = createCalendar(usualTimeZone);
