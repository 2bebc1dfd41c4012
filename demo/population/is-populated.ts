import { Client } from 'pg';

/** Whether there is any resident. Apart from `populate.ts`, whose names take their time to load. */
export async function isPopulated(ownerUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ some: boolean }>('select exists (select from recreation.resident) as some');
    return rows[0]?.some ?? false;
  } finally {
    await client.end();
  }
}
