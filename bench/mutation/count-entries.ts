import { Client } from 'pg';
import type { DatabaseRoles } from '../../src/platform/postgres/roles/roles.ts';

/** The number of entries in the access log, including those without a number. */
export async function countEntries({ owner }: DatabaseRoles): Promise<number> {
  const client = new Client({ connectionString: owner });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>(
      'select ((select count(*) from access_log.staged) + (select count(*) from access_log.entry))::int as count',
    );
    return rows[0]!.count;
  } finally {
    await client.end();
  }
}
