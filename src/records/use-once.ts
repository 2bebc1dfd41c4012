import { sql, type Database } from '../sql.ts';

/**
 * Stores that something was used that may be used once, such as a DPoP proof.
 * @param digest SHA-256 of what tells it from others
 * @returns whether this was the first use, on any instance
 */
export async function useOnce(database: Database, digest: Buffer, until: Date): Promise<boolean> {
  const { rows } = await sql`insert into identity.replay (digest, expires_at) values (${digest}, ${until})
    on conflict (digest) do nothing returning digest`.execute(database);
  return rows.length > 0;
}
