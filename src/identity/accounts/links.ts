import { sql, type Database } from '../../sql.ts';
import { digestOf, newToken } from './secret-token.ts';

/** Hours that a link can be used. */
export const linkHours = 2;

/** Expired links that one new link deletes at most. */
const mostDeleted = 100;

/** What a link is for: to set the password of an account, or to register one. */
export interface Link {
  readonly email: string;
  /** Null: there is no account yet. */
  readonly accountId: string | null;
}

/** Makes a link that can be used once. @returns its token, which is not stored */
export async function storeLink(database: Database, email: string, accountId: string | undefined, now: Date): Promise<string> {
  await sql`
    delete from identity.link where hash = any(array(
      select hash from identity.link where valid_until <= ${now} limit ${sql.lit(mostDeleted)} for update skip locked))`.execute(database);
  const token = newToken();
  await sql`
    insert into identity.link (hash, kind, email, account_id, valid_until)
    values (${digestOf(token)}, 'PASSWORD', ${email}, ${accountId ?? null}::uuid, ${now}::timestamptz + make_interval(hours => ${linkHours}))`.execute(
    database,
  );
  return token;
}

/** Reads a link without using it up: programs that check mails open links too. */
export async function readLink(database: Database, token: string, now: Date): Promise<Link | undefined> {
  const { rows } = await sql<Link>`
    select email, account_id as "accountId" from identity.link where hash = ${digestOf(token)} and valid_until > ${now}`.execute(database);
  return rows[0];
}

/** Uses a link up, and all others for its address, in the transaction of what it is for. @returns whether it could still be used */
export async function useLink(database: Database, token: string, now: Date): Promise<boolean> {
  const { rows } = await sql<Link>`
    delete from identity.link where hash = ${digestOf(token)} and valid_until > ${now} returning email`.execute(database);
  const [used] = rows;
  if (used) await sql`delete from identity.link where email = ${used.email}`.execute(database);
  return used !== undefined;
}
