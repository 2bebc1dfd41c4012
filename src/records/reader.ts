import type { Kysely } from 'kysely';
import type { Sql } from '../sql.ts';

/** Where reads run, and when: all that a read needs besides its own arguments. */
export interface Reader {
  /** MikroORM's own query builder, inside the operation's transaction where it has one. */
  readonly database: Kysely<unknown>;
  readonly now: Date;
  /** Selected with each resident; undefined: nothing more is selected. */
  relationshipColumns?: RelationshipColumns | undefined;
}

/** Columns that statements about residents select as well: how the principal is related to each resident. */
export interface RelationshipColumns {
  /** Joins to `recreation.resident resident`, of at most one row each. */
  joins(): Sql;
  column(): Sql<string | null>;
  /** Receives the column of each resident who was read. */
  take(residentId: string, text: string | null): void;
}

// Made once: making one costs more than everything else that a small operation does.
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Edmonton', year: 'numeric', month: '2-digit', day: '2-digit' });

const hour = 60 * 60 * 1_000;
// The zone is whole hours from UTC, so a day begins with an hour; and one hour is asked about again and again.
let latest: { readonly hour: number; readonly day: string } | undefined;

/** The day of an instant in the municipality's time zone, RFC 3339 full-date. */
export function dayOf(instant: Date): string {
  const asked = Math.floor(instant.getTime() / hour);
  // The locale leaves out a year's leading zeros, and days are compared as text.
  if (latest?.hour !== asked) latest = { hour: asked, day: calendar.format(instant).padStart(10, '0') };
  return latest.day;
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Whether a text has the form of a UUID (RFC 9562), in lower case. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
