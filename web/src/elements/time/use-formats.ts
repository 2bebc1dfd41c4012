import { useLingui } from '@lingui/react';
import { localOf } from './local-time.ts';
import { sayWhen } from './say-when.ts';

/** How days, instants and amounts are written in the language of the pages. */
export interface Formats {
  /** @param day RFC 3339 full-date */
  readonly day: (day: string) => string;
  /** The day of an instant, in the time zone of the municipality. @param instant RFC 3339 */
  readonly dayOf: (instant: string) => string;
  /** Day and time of an instant, in the time zone of the municipality. @param instant RFC 3339 */
  readonly instant: (instant: string) => string;
  /** The time of an instant, in the time zone of the municipality. @param instant RFC 3339 */
  readonly time: (instant: string) => string;
  /** @param amount in Canadian dollars, with two decimals */
  readonly money: (amount: string) => string;
}

/** How days, instants and amounts are written in the language of the pages. */
export function useFormats(): Formats {
  const { i18n } = useLingui();
  const locale = `${i18n.locale}-CA`;
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const instants = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  const amounts = new Intl.NumberFormat(locale, { style: 'currency', currency: 'CAD', currencyDisplay: 'narrowSymbol' });
  return {
    day: (day) => sayWhen(locale, days.format(new Date(day))),
    dayOf: (instant) => sayWhen(locale, days.format(localOf(instant))),
    instant: (instant) => sayWhen(locale, instants.format(localOf(instant))),
    time: (instant) => sayWhen(locale, times.format(localOf(instant))),
    money: (amount) => amounts.format(Number(amount)),
  };
}
