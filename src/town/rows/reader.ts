import type { Database, Sql } from '../../platform/sql/sql.ts';

/** The database connection and the time of an operation's reads. */
export interface Reader {
  /** In the operation's transaction if there is one. */
  readonly database: Database;
  readonly now: Date;
  /** The day of `now` in the municipality's time zone (RFC 3339 full-date). */
  readonly today: string;
  /** That time zone (IANA); undefined: UTC, outside of a request. */
  readonly timeZone?: string | undefined;
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

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Whether a text is a UUID (RFC 9562) in lower case. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
