import { sql, type Database } from '../../../platform/sql/sql.ts';
import { digestOf, newToken } from './secret-token.ts';

/** Hours that a link can be used, unless it says until when. */
export const linkHours = 2;

/**
 * The purpose of a link: to set the password of an account or register one, to confirm a new address, or to prove the mailbox of an account
 * before its first passkey or before another address; to contest the claim of a record, or to prove its mail address. It is of use for
 * nothing else.
 */
export type LinkKind = 'PASSWORD' | 'EMAIL' | 'PASSKEY' | 'OLD_EMAIL' | 'CONTEST' | 'CONTACT';

/** A link that can be used. */
export interface Link {
  readonly email: string;
  /** Null: there is no account yet. */
  readonly accountId: string | null;
}

/**
 * Makes a link that can be used once.
 * @param residentId whose record it is about
 * @param until when it can no longer be used; default: `linkHours` from now
 * @returns its token, which is not stored
 */
export async function storeLink(
  database: Database,
  kind: LinkKind,
  email: string,
  accountId: string | undefined,
  now: Date,
  residentId?: string,
  until?: Date,
): Promise<string> {
  const token = newToken();
  await sql`
    insert into identity.link (hash, kind, email, account_id, resident_id, valid_until)
    values (${digestOf(token)}, ${kind}, ${email}, ${accountId ?? null}::uuid, ${residentId ?? null}::uuid,
      coalesce(${until ?? null}::timestamptz, ${now}::timestamptz + make_interval(hours => ${linkHours})))`.execute(database);
  return token;
}

/** Reads a link without using it up: programs that check mails open links too. */
export async function readLink(database: Database, kind: LinkKind, token: string, now: Date): Promise<Link | undefined> {
  const { rows } = await sql<Link>`
    select email, account_id as "accountId" from identity.link
    where hash = ${digestOf(token)} and kind = ${kind} and valid_until > ${now}`.execute(database);
  return rows[0];
}

/** Uses a link up, and all others for its address, in the transaction of what it is for. @returns undefined if it could not be used any more */
export async function useLink(database: Database, kind: LinkKind, token: string, now: Date): Promise<Link | undefined> {
  const { rows } = await sql<Link>`
    delete from identity.link where hash = ${digestOf(token)} and kind = ${kind} and valid_until > ${now}
    returning email, account_id as "accountId"`.execute(database);
  const [used] = rows;
  if (used) await sql`delete from identity.link where email = ${used.email} and kind not in ('CONTEST', 'CONTACT')`.execute(database);
  return used;
}
