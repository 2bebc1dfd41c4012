import type { Language } from '../../../platform/language/languages.ts';
import type { MailedNotice } from '../../wording/wording.ts';
import { sql, type Database } from '../../../platform/sql/sql.ts';
import type { Account } from '../account.ts';
import { storeMail } from '../mails/ask-for-mail.ts';
import { endedBy, type EndingAct } from './ended-by.ts';
import { endGrants } from './end-grants.ts';
import type { Journal } from '../journal/journal.ts';
import { listPasskeys } from '../passkeys/passkey-rows.ts';

/** The mail to the owner about an ending act; undefined: none. */
const noticeOf: Readonly<Record<EndingAct, MailedNotice | undefined>> = {
  'change-password': 'PASSWORD_CHANGED',
  'reset-password': 'PASSWORD_CHANGED',
  'reset-credentials': 'PASSWORD_CHANGED',
  'change-email': 'EMAIL_CHANGED',
  'add-first-passkey': 'PASSKEY_ADDED',
  'remove-passkey': 'PASSKEY_REMOVED',
  'claim-record': 'RECORD_CONNECTED',
  'accept-invitation': 'STAFF_JOINED',
  'accept-invitation-without-record': 'STAFF_JOINED',
  'connect-own-record': undefined,
  // An operator tells the owner in another way, or must not.
  'disable-account': undefined,
  'end-sessions': undefined,
  'remove-passkeys': undefined,
};

/** The actor and the time of an ending act. */
export interface Ending {
  readonly journal: Journal;
  readonly now: Date;
  /** Of the mail to the owner; undefined: an operator does it, and no one is mailed. */
  readonly language: Language | undefined;
  /** The session that does it, if it stays: it has proven all that the act needs. */
  readonly keptSession?: string;
  /** The names of passkeys that the act ended already. */
  readonly endedPasskeys?: readonly string[];
}

/**
 * Ends what an act ends, with the entry of the act, in its transaction, and tells the owner which passkeys were ended. Every act
 * of `endedBy` that ends something is recorded only here, so no act can omit it.
 * @param account as the act leaves it, with the address that it had before: the mail goes there
 * @throws PrivacyError LOG_UNAVAILABLE: then the transaction must be undone
 */
export async function endBefore(transaction: Database, act: EndingAct, account: Account, ending: Ending): Promise<void> {
  const { journal, now, language, keptSession, endedPasskeys: before = [] } = ending;
  const { accountId } = account;
  // It locks the account: a passkey that is added at the same time is either among these or refused.
  await endGrants(transaction, accountId, keptSession);
  const isAll = endedBy[act] === 'CREDENTIALS';
  const endedPasskeys = isAll ? (await listPasskeys(transaction, accountId)).map(({ name }) => name) : before;
  for (const table of isAll ? credentials : [])
    await sql`delete from ${sql.ref(`identity.${table}`)} where account_id = ${accountId}::uuid`.execute(transaction);
  if (act === 'claim-record') await journal.claimed(transaction, account, account.residentId!, now);
  else await journal.ended(transaction, act, account, language === undefined ? 'OPERATOR' : 'OWNER', now);
  const notice = noticeOf[act];
  if (notice !== undefined && language !== undefined) await storeMail(transaction, notice, account.email, language, now, { endedPasskeys });
}

/** The tables of credentials besides the password, and of data that makes a sign-in easier. */
const credentials = ['passkey', 'recovery_code', 'challenge', 'known_browser'] as const;
