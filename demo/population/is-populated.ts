import { Client } from 'pg';
import { connectionOptions } from '../../src/platform/settings/connection-options.ts';

/** Whether the database has any resident. In a separate file, because `populate.ts` takes long to load. */
export async function isPopulated(ownerUrl: string): Promise<boolean> {
  const client = new Client(connectionOptions(ownerUrl));
  await client.connect();
  try {
    const { rows } = await client.query<{ populated: boolean }>('select exists (select from recreation.resident) as populated');
    return rows[0]?.populated ?? false;
  } finally {
    await client.end();
  }
}
