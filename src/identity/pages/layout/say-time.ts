import type { Language } from '../../../platform/language/languages.ts';
import { sayWhen } from './say-day.ts';

/** Says a time as people at the municipality read it. @param at in RFC 3339 @param timeZone as the IANA database names it */
export function sayTime(language: Language, at: string, timeZone: string): string {
  const options = { timeZone, dateStyle: 'long', timeStyle: 'short' } as const;
  return sayWhen(language, new Intl.DateTimeFormat(`${language}-CA`, options).format(new Date(at)));
}
