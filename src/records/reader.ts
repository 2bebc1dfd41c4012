import type { Database, Sql } from '../sql.ts';

/** The database connection and the time of an operation's reads. */
export interface Reader {
  /** In the operation's transaction if there is one. */
  readonly database: Database;
  readonly now: Date;
  /** Columns to select with each resident, if any. */
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

/** The name of that column. No schema field can have it, so no answer contains the column. */
export const relationshipName = '~relationship';

// Made once: making one costs more than the rest of a small operation.
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Edmonton', year: 'numeric', month: '2-digit', day: '2-digit' });

const hour = 60 * 60 * 1_000;
// The time zone is whole hours from UTC, so all instants of one hour are on the same day. The last hour's day is cached.
let latest: { readonly hour: number; readonly day: string } | undefined;

/** The day of an instant in the municipality's time zone (RFC 3339 full-date). */
export function dayOf(instant: Date): string {
  const asked = Math.floor(instant.getTime() / hour);
  // The locale leaves out a year's leading zeros, and days are compared as text.
  if (latest?.hour !== asked) latest = { hour: asked, day: calendar.format(instant).padStart(10, '0') };
  return latest.day;
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Whether a text is a UUID (RFC 9562) in lower case. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
