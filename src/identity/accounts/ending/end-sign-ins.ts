import { sql, type Database } from '../../../platform/sql/sql.ts';

/**
 * Ends the sign-ins of an account at the authorization server, so that after a sign-out no app gets a token in the same browser without a
 * password or a passkey. Tokens stay as they are. Each leaves an empty row that is used up: a request that is under way in that browser
 * stores its session again when it ends, and must not.
 */
export async function endSignIns(database: Database, accountId: string): Promise<void> {
  // The subject of a session begins with the id of the account.
  await sql`
    update identity.artifact set consumed_at = now(), payload = '{}'
    where model = 'Session' and left(payload ->> 'accountId', ${sql.lit(36)}) = ${accountId}`.execute(database);
}
