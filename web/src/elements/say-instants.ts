import { sayWhen } from './say-when.ts';

/**
 * Writes the instants of a sentence as people write them. The gateway's sentences have them as RFC 3339, because they are for every client.
 * Pure.
 */
export function sayInstants(sentence: string, locale: string): string {
  const format = new Intl.DateTimeFormat(`${locale}-CA`, { dateStyle: 'long', timeZone: 'America/Edmonton' });
  return sentence.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (instant) => sayWhen(locale, format.format(new Date(instant))));
}
