import { sql, type Database } from '../../sql.ts';

/**
 * Ends the sessions and grants of an account, and with them all its tokens, in the transaction of what makes them end: a new password,
 * or another record. The next request with such a token is refused.
 */
export async function endGrants(transaction: Database, accountId: string): Promise<void> {
  // The subject of an artifact begins with the id of the account.
  await sql`
    delete from identity.artifact where left(payload ->> 'accountId', ${sql.lit(36)}) = ${accountId}`.execute(transaction);
}
