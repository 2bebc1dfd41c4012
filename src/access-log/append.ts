import { sql, type Kysely } from 'kysely';
import type { Entry } from './entry.ts';

/**
 * Puts an entry into the log (stage 6): one row, committed when this resolves, or with the
 * transaction that `database` is in. Whatever makes it fail, the caller must release nothing.
 */
export async function append(database: Kysely<unknown>, entry: Entry): Promise<void> {
  const { header, openings, leafHash } = entry;
  await sql`
    insert into access_log.staged (id, header, leaf_hash, openings)
    values (${header.id}, ${JSON.stringify(header)}::jsonb, decode(${leafHash}, 'hex'), ${JSON.stringify(openings)}::jsonb)
  `.execute(database);
}
