import { sql, type Database } from '../../../platform/sql/sql.ts';

/** Has changes of what an account signs in with happen one after another, each with its transaction. */
export async function lockAccount(transaction: Database, accountId: string): Promise<void> {
  await sql`select from identity.account where id = ${accountId}::uuid for no key update`.execute(transaction);
}
