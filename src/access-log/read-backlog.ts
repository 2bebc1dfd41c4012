import type { Kysely } from 'kysely';
import { sql } from '../sql.ts';

/** More staged entries than this are not counted one by one. */
const mostCounted = 100_000;

/** The staged entries, and the size of the log. */
export interface StoredBacklog {
  readonly entries: number;
  /** When the oldest staged entry was made; undefined: nothing is staged. */
  readonly oldest: Date | undefined;
  readonly logBytes: number;
}

/**
 * Reads how many access entries have no number yet, from when the oldest is, and how large the log is. Its cost does not
 * grow with the log.
 * @throws whatever the database does
 */
export async function readBacklog(database: Kysely<unknown>): Promise<StoredBacklog> {
  const { rows } = await sql<{ entries: string; oldest: string | null; bytes: string }>`
    select
      (select count(*) from (select from access_log.staged limit ${mostCounted}) counted) as entries,
      (select min(header ->> 'at') from access_log.staged) as oldest,
      (select coalesce(sum(pg_total_relation_size(class.oid)), 0) from pg_class class
       where class.relnamespace = 'access_log'::regnamespace and class.relkind = 'r') as bytes`.execute(database);
  const [row] = rows;
  return { entries: Number(row?.entries), oldest: row?.oldest ? new Date(row.oldest) : undefined, logBytes: Number(row?.bytes) };
}
