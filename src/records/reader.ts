import type { Kysely } from 'kysely';

/** Where reads run and which day it is. Everything that a read needs beside what it asks for. */
export interface Reader {
  /** MikroORM's own query builder, inside the operation's transaction where it has one. */
  readonly database: Kysely<unknown>;
  readonly now: Date;
}

// Made once: making one costs more than everything else that a small operation does.
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Edmonton', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day of an instant in the municipality's time zone, RFC 3339 full-date. */
export function dayOf(instant: Date): string {
  // The locale leaves out a year's leading zeros, and days are compared as text.
  return calendar.format(instant).padStart(10, '0');
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Whether a text has the form of a UUID (RFC 9562), in lower case. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
