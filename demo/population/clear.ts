import type pg from 'pg';

/**
 * Deletes all records and web visits, inside the caller's transaction. The access log stays: past reads
 * did happen.
 */
export async function clear(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('recreation', 'web')`,
  );
  await client.query(`truncate ${rows.map(({ name }) => name).join(', ')} cascade`);
}
