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
  /** Columns to select with each person, if any. */
  relationshipColumns?: RelationshipColumns | undefined;
}

/** Columns that statements about people select as well: how the principal is related to each of them. */
export interface RelationshipColumns {
  /** Joins to the table of the people, of at most one row each. */
  joins(): Sql;
  column(): Sql<string | null>;
  /** Receives the column of each person who was read. */
  take(subjectId: string, text: string | null): void;
}
