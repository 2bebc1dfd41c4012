import { sql, type Database } from '../../../platform/sql/sql.ts';
import type { LinkKind } from './links.ts';
import { digestOf } from './secret-token.ts';

/** A session of an account. */
export interface AccountSession {
  /** Names it; see `UsedSession`. */
  readonly id: string;
  readonly accountId: string;
}

/** The acts that need the mailbox of an account without a passkey, in addition to a password: its first passkey, and to ask for another address. */
export type MailboxUse = Extract<LinkKind, 'PASSKEY' | 'OLD_EMAIL'>;

/**
 * Opens a link that proves a mailbox, in a session of its account. From then on it counts for this session alone.
 * @returns false if it is unknown, too old, another account's, or was opened in another session
 */
export async function openLink(
  database: Database,
  use: MailboxUse,
  token: string,
  { id, accountId }: AccountSession,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update identity.link set session_id = ${id}::uuid
    where hash = ${digestOf(token)} and kind = ${use} and account_id = ${accountId}::uuid and valid_until > ${now}
      and coalesce(session_id, ${id}::uuid) = ${id}::uuid
    returning 1`.execute(database);
  return rows.length === 1;
}

/** Whether such a link was opened in a session, and can be used. */
export async function hasOpenedLink(database: Database, use: MailboxUse, { id, accountId }: AccountSession, now: Date): Promise<boolean> {
  const { rows } = await sql`
    select from identity.link
    where session_id = ${id}::uuid and account_id = ${accountId}::uuid and kind = ${use} and valid_until > ${now}`.execute(database);
  return rows.length > 0;
}

/** Uses up the links that were opened in a session, in the transaction of what they are for. @returns whether there was one */
export async function useOpenedLinks(database: Database, use: MailboxUse, { id, accountId }: AccountSession, now: Date): Promise<boolean> {
  const { rows } = await sql`
    delete from identity.link
    where session_id = ${id}::uuid and account_id = ${accountId}::uuid and kind = ${use} and valid_until > ${now} returning 1`.execute(
    database,
  );
  return rows.length > 0;
}
