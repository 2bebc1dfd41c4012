import { sql, type Database } from '../../sql.ts';

/** How long expired rows are kept. A code that is used late is then still found to be used or expired. */
const kept = { artifact: '1 hour', replay: '0', session: '0' } as const;
/** The most rows that one statement removes, so that it holds no lock for long. */
const batch = 1_000;

/** Removes what has expired, in batches. @returns how many rows were removed */
export async function removeExpired(database: Database): Promise<number> {
  let removed = 0;
  for (const table of ['artifact', 'replay', 'session'] as const) {
    for (;;) {
      const { rows } = await sql`delete from ${sql.ref(`identity.${table}`)} where ctid in (
        select ctid from ${sql.ref(`identity.${table}`)} where expires_at < now() - ${kept[table]}::interval
        limit ${sql.lit(batch)}) returning 1`.execute(database);
      removed += rows.length;
      if (rows.length < batch) break;
    }
  }
  return removed;
}
