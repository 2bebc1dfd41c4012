import type { Language } from '../../../platform/language/languages.ts';

/**
 * Writes a day, a time, or both, as people do where the data of Node do not: `1er juin`, `9 h 05`. No line ends within the day or within
 * the time.
 * @param date as `Intl` writes it
 */
export function sayWhen(language: Language, date: string): string {
  const said = language === 'fr' ? date.replace(/^1 /, '1er ').replace(/0?(\d+) h /, '$1 h ') : date;
  return said.replaceAll(' ', '\u00a0').replace(/\u00a0(at|à)\u00a0/, ' $1\u00a0');
}

/** Says a day as people read it. @param day RFC 3339 full-date */
export function sayDay(language: Language, day: string): string {
  const written = new Intl.DateTimeFormat(`${language}-CA`, { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${day}T00:00:00Z`));
  return sayWhen(language, written);
}
