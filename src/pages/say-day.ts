import type { Language } from '../wording/wordings.ts';

/** Says a day as people read it. @param day RFC 3339 full-date */
export function sayDay(language: Language, day: string): string {
  return new Intl.DateTimeFormat(`${language}-CA`, { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${day}T00:00:00Z`));
}
