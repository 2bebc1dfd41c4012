import type { AccountAct } from '../../account-acts.ts';
import { sql, type Database } from '../../sql.ts';
import type { MailedNotice } from '../../wording/wording.ts';
import type { Language } from '../../wording/wordings.ts';
import type { Account } from './account.ts';
import { storeMail } from './ask-for-mail.ts';
import { endGrants } from './end-grants.ts';
import type { Journal } from './journal.ts';
import { listPasskeys } from './passkey-rows.ts';

/**
 * What an act ends of all that opened the account before it. `CREDENTIALS`: passkeys, recovery codes, challenges and known browsers, and
 * all that `SIGNED_IN` ends: sessions, grants with their tokens, and links. `NOTHING` also where an act ends just what it is for, such as
 * a session.
 */
export type Ended = 'NOTHING' | 'SIGNED_IN' | 'CREDENTIALS';

/**
 * For each act, what it ends. An act that proves a new mailbox, or gives the account another capacity, ends the credentials from before it:
 * whoever held them may not be the one who proves it. The password is proven in the act itself, or replaced by it.
 */
export const endedBy = {
  'sign-in': 'NOTHING',
  'sign-in-failed': 'NOTHING',
  'sign-out': 'NOTHING',
  'sign-out-elsewhere': 'NOTHING',
  'end-oldest-session': 'NOTHING',
  'change-capacity': 'NOTHING',
  'keep-signed-in': 'NOTHING',
  'stop-keeping-signed-in': 'NOTHING',
  'step-up': 'NOTHING',
  'step-up-failed': 'NOTHING',
  'register-account': 'NOTHING',
  'change-password': 'SIGNED_IN',
  // The mailbox is the one that the account had. Its owner chooses whether the passkeys stay.
  'reset-password': 'SIGNED_IN',
  'reset-credentials': 'CREDENTIALS',
  'change-email': 'CREDENTIALS',
  // Another passkey than the first is added with one that was there.
  'add-passkey': 'NOTHING',
  'add-first-passkey': 'CREDENTIALS',
  'remove-passkey': 'SIGNED_IN',
  'make-recovery-codes': 'NOTHING',
  'use-recovery-code': 'NOTHING',
  'claim-record': 'CREDENTIALS',
  'refuse-claim': 'NOTHING',
  // The office ends the connection, with all that was signed in.
  'contest-claim': 'NOTHING',
  'accept-invitation': 'CREDENTIALS',
  'accept-invitation-without-record': 'CREDENTIALS',
  // The account acts in no other capacity after it: the rule about conflicts of interest reads the record.
  'connect-own-record': 'SIGNED_IN',
  'invite-administrator': 'NOTHING',
  'refuse-invitation': 'NOTHING',
  'disable-account': 'SIGNED_IN',
  'enable-account': 'NOTHING',
  'end-sessions': 'SIGNED_IN',
  'remove-passkeys': 'CREDENTIALS',
  'issue-token': 'NOTHING',
  'renew-token': 'NOTHING',
  'refuse-token': 'NOTHING',
  'revoke-token': 'NOTHING',
  'reuse-token': 'NOTHING',
  'refuse-introspection': 'NOTHING',
} as const satisfies Record<AccountAct, Ended>;

/** An act that ends something, and so goes through `endBefore`. */
export type EndingAct = { [Act in AccountAct]: (typeof endedBy)[Act] extends 'NOTHING' ? never : Act }[AccountAct];

/** An act that ends nothing but what it is for. */
export type PlainAct = Exclude<AccountAct, EndingAct>;

/** What the owner is mailed about an ending act; undefined: nothing. */
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

/** Who does an ending act, and when. */
export interface Ending {
  readonly journal: Journal;
  readonly now: Date;
  /** Of the mail to the owner; undefined: an operator does it, and nobody is mailed. */
  readonly language: Language | undefined;
  /** The session that does it, if it stays: it has proven all that the act needs. */
  readonly keptSession?: string;
  /** The names of passkeys that the act ended already. */
  readonly endedPasskeys?: readonly string[];
}

/**
 * Ends what an act ends, with the entry of the act, in its transaction, and tells the owner which passkeys were ended. Every act of
 * `endedBy` that ends something is recorded here and nowhere else, so that none forgets it.
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

/** The tables of what signs in by itself, beside the password, or makes it easier. */
const credentials = ['passkey', 'recovery_code', 'challenge', 'known_browser'] as const;
