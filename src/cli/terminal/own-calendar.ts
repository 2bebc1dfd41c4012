import { createCalendar, type Calendar } from '../../platform/time/calendar.ts';
import { readConfig } from '../../platform/settings/config.ts';

/** The calendar of the settings. @throws PrivacyError SETTING_INVALID */
export function ownCalendar(): Calendar {
  return createCalendar(readConfig().timeZone);
}
