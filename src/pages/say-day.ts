import type { Language } from '../wording/wordings.ts';

/** Writes a day as French does: `1er juin`, with its month on the same line, and `12 h 00` as well. @param date as `Intl` writes it */
export function sayFirst(language: Language, date: string): string {
  return language === 'fr'
    ? date
        .replace(/^1 /, '1er ')
        .replace(/^(\S+) /, '$1\u00a0')
        .replace(' h ', '\u00a0h\u00a0')
    : date;
}

/** Says a day as people read it. @param day RFC 3339 full-date */
export function sayDay(language: Language, day: string): string {
  const written = new Intl.DateTimeFormat(`${language}-CA`, { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${day}T00:00:00Z`));
  return sayFirst(language, written);
}
