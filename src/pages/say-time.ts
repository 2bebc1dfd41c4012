import { sayWhen } from './say-day.ts';
import type { Language } from '../wording/wordings.ts';

/** Says a time as people at the municipality read it. @param at in RFC 3339 */
export function sayTime(language: Language, at: string): string {
  const options = { timeZone: 'America/Edmonton', dateStyle: 'long', timeStyle: 'short' } as const;
  return sayWhen(language, new Intl.DateTimeFormat(`${language}-CA`, options).format(new Date(at)));
}
