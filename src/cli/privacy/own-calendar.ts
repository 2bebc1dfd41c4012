import { createCalendar, type Calendar } from '../../calendar.ts';
import { readConfig } from '../../config.ts';

/** The calendar of the settings. @throws PrivacyError SETTING_INVALID */
export function ownCalendar(): Calendar {
  return createCalendar(readConfig().timeZone);
}
