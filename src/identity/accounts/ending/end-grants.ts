import { sql, type Database } from '../../../platform/sql/sql.ts';

/**
 * Ends the sessions and grants of an account, and with them all its tokens, in the transaction of what makes them end: a new password or
 * address, another record, or a sign-out everywhere. The next request with such a session or token is refused. A sign-in that has begun
 * comes to nothing, and so does a link that someone asked for while signed in.
 * @param keptSession the id of a session that stays
 */
export async function endGrants(transaction: Database, accountId: string, keptSession?: string): Promise<void> {
  await sql`update identity.account set epoch = epoch + 1 where id = ${accountId}::uuid`.execute(transaction);
  await sql`
    update identity.session set ended_at = now() where account_id = ${accountId}::uuid and ended_at is null
      and id is distinct from ${keptSession ?? null}::uuid`.execute(transaction);
  // The subject of an artifact begins with the id of the account.
  await sql`
    delete from identity.artifact where left(payload ->> 'accountId', ${sql.lit(36)}) = ${accountId}`.execute(transaction);
  // A link is stored while its mail is locked: so the mails go first.
  await sql`delete from identity.mail where account_id = ${accountId}::uuid`.execute(transaction);
  await sql`delete from identity.link where account_id = ${accountId}::uuid`.execute(transaction);
}
