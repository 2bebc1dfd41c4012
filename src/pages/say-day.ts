import type { Language } from '../wording/wordings.ts';

/** Writes the first day of a month as French does: `1er juin`. @param date as `Intl` writes it */
export function sayFirst(language: Language, date: string): string {
  return language === 'fr' ? date.replace(/^1 /, '1er ') : date;
}

/** Says a day as people read it. @param day RFC 3339 full-date */
export function sayDay(language: Language, day: string): string {
  const written = new Intl.DateTimeFormat(`${language}-CA`, { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${day}T00:00:00Z`));
  return sayFirst(language, written);
}
