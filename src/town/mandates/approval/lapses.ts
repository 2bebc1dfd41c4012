import { sql } from '../../../platform/sql/sql.ts';

const day = 86_400_000;
/** The days of 24 hours after which a mandate without an end lapses, unless an officer reconfirms it. */
const confirmedFor = 90;
/** A mandate is shown as lapsing soon in this many days before. */
const soon = 30;

/**
 * The instant at which a mandate without an end lapses.
 * @param confirmed when it was recorded or reconfirmed, or becomes valid if that is later
 */
export function lapsesAt(confirmed: Date): Date {
  return new Date(confirmed.getTime() + confirmedFor * day);
}

/** Whether `recreation.mandate mandate` lapses within 30 days, unless an officer reconfirms it. */
export function lapsesSoon(now: Date) {
  const limit = new Date(now.getTime() + soon * day);
  return sql<boolean>`(mandate.open_ended and mandate.revoked_at is null and mandate.valid_until > ${now}::timestamptz
    and mandate.valid_until <= ${limit}::timestamptz)`;
}
