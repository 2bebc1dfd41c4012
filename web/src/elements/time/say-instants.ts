import { localOf } from './local-time.ts';
import { sayWhen } from './say-when.ts';

/**
 * Writes the instants of a sentence as people write them. The gateway's sentences have them as RFC 3339, because they are for every client.
 */
export function sayInstants(sentence: string, locale: string): string {
  const format = new Intl.DateTimeFormat(`${locale}-CA`, { dateStyle: 'long', timeZone: 'UTC' });
  return sentence.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (instant) => sayWhen(locale, format.format(localOf(instant))));
}
