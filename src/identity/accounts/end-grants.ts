import { sql, type Database } from '../../sql.ts';

/**
 * Ends the sessions and grants of an account, and with them all its tokens, in the transaction of what makes them end: a new password,
 * another record, or a sign-out everywhere. The next request with such a session or token is refused.
 */
export async function endGrants(transaction: Database, accountId: string): Promise<void> {
  await sql`
    update identity.session set ended_at = now() where account_id = ${accountId}::uuid and ended_at is null`.execute(transaction);
  // The subject of an artifact begins with the id of the account.
  await sql`
    delete from identity.artifact where left(payload ->> 'accountId', ${sql.lit(36)}) = ${accountId}`.execute(transaction);
}
