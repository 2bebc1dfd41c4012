import { sql, type Database } from '../../sql.ts';

/**
 * Ends the sign-ins of an account at the authorization server, so that after a sign-out no app gets a token in the same browser without a
 * password or a passkey. Tokens stay as they are.
 */
export async function endSignIns(database: Database, accountId: string): Promise<void> {
  // The subject of a session begins with the id of the account.
  await sql`
    delete from identity.artifact
    where model = 'Session' and left(payload ->> 'accountId', ${sql.lit(36)}) = ${accountId}`.execute(database);
}
