import type { Language } from '../wording/wordings.ts';

/**
 * Writes a day or a time as people do, where the data of Node do not: `1er juin`, `9 h 05`. A time stays on one line, and so does a French
 * day with its month. @param date as `Intl` writes it
 */
export function sayFirst(language: Language, date: string): string {
  return language === 'fr'
    ? date
        .replace(/0?(\d+) h /, '$1\u00a0h\u00a0')
        .replace(/^1 /, '1er ')
        .replace(/^(\S+) /, '$1\u00a0')
    : date.replace(/ (?=[ap]\.m)/, '\u00a0');
}

/** Says a day as people read it. @param day RFC 3339 full-date */
export function sayDay(language: Language, day: string): string {
  const written = new Intl.DateTimeFormat(`${language}-CA`, { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${day}T00:00:00Z`));
  return sayFirst(language, written);
}
