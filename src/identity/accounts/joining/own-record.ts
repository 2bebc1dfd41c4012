import { sql, type Database } from '../../../platform/sql/sql.ts';
import type { Account } from '../account.ts';

/** An employee's declaration: the record that an account proves, which may be the account itself; or that the employee has none. */
export type DeclaredRecord = { readonly of: 'account'; readonly accountId: string } | 'none';

/** The id of the record that an account proves: a claim tied it to the account, or the account registered it. Null: it has none. One statement whatever it has. */
export async function recordOf(database: Database, { accountId, residentId }: Account): Promise<string | null> {
  const { rows } = await sql`select from identity.record where id = ${accountId}::uuid`.execute(database);
  return residentId ?? (rows.length === 0 ? null : accountId);
}
