import type { Language } from '../../../platform/language/languages.ts';
import type { ClaimMail, ContactMail, MailedNotice } from '../../wording/wording.ts';
import { randomUUID } from 'node:crypto';
import { addressLimitersIn, countOnce, limitersIn, type AddressLimit, type Limit } from '../../../platform/sql/limiters.ts';
import { sql, type Database } from '../../../platform/sql/sql.ts';
import type { Account } from '../account.ts';
import type { Origin } from '../accounts.ts';
import { normalizeEmail } from '../../../platform/mail/normalize-email.ts';

/**
 * The mails that a person can request: a link to register, to set a new password, to confirm a new address of an account, or to prove its
 * mailbox before the first passkey or before another address.
 */
export type AskedMail = 'REGISTER' | 'RESET' | 'CHANGE_EMAIL' | 'FIRST_PASSKEY' | 'OLD_EMAIL';
/** The kinds of mails. Notices are sent automatically, to the address that the account has, or had before. */
export type MailKind = AskedMail | MailedNotice | ClaimMail | ContactMail | 'INVITATION';

const hour = 60 * 60;
/** How often links can be asked for. A mailbox that got too many gets no more, and the answer does not tell. */
export const mailLimits = {
  address: { name: 'mail-address', points: 20, site: 200, duration: hour },
  mailbox: { name: 'mailbox', points: 3, duration: hour },
  /** Of those who are signed in: the first link of each in an hour, the first links of all, and the further ones of all. */
  firstOfOne: { name: 'mailbox-first', points: 1, duration: hour },
  firstOfAll: { name: 'mailbox-firsts', points: 9, duration: hour },
  further: { name: 'mailbox-further', points: 2, duration: hour },
} as const satisfies Record<string, Limit | AddressLimit>;

/** The requester in a session, with the epoch of the account at that time. */
export type AskingAccount = Pick<Account, 'accountId' | 'epoch'>;

/**
 * Asks for mails with links. Answer and statements are the same for every address: what is sent is decided later.
 * @param asker whose account gets another address, or a passkey
 */
export type AskForMail = (
  kind: AskedMail,
  email: string,
  language: Language,
  from: Origin,
  asker?: AskingAccount,
) => Promise<{ kind: 'asked' } | { kind: 'throttled'; seconds: number }>;

/** @param disguise makes a keyed digest, so that counting stores no address */
export function openAskForMail(database: Database, disguise: (kind: string, text: string) => string, now: () => Date): AskForMail {
  const perAddress = addressLimitersIn(database, ['identity', 'attempt'], disguise)(mailLimits.address);
  const limiterOf = limitersIn(database, ['identity', 'attempt']);
  const perMailbox = limiterOf(mailLimits.mailbox);
  const firstOfOne = limiterOf(mailLimits.firstOfOne);
  const firstOfAll = limiterOf(mailLimits.firstOfAll);
  const further = limiterOf(mailLimits.further);
  // A person who is signed in can name any mailbox as a new address. It must not use up the mails by which its owner gets a new password or
  // a first passkey, nor, by asking again and again, the link by which its owner gives it to an account.
  const isFull = async (kind: AskedMail, email: string, asker: AskingAccount | undefined): Promise<boolean> => {
    if (!asker) return (await countOnce(perMailbox, disguise('email', email))) !== undefined;
    const isFirst = (await countOnce(firstOfOne, disguise('email', `${kind} ${email} ${asker.accountId}`))) === undefined;
    return (await countOnce(isFirst ? firstOfAll : further, disguise('email', `${kind} ${email}`))) !== undefined;
  };
  return async (kind, given, language, { address }, asker) => {
    const seconds = await perAddress.count(address);
    if (seconds !== undefined) return { kind: 'throttled', seconds };
    const email = normalizeEmail(given);
    const gets = !(await isFull(kind, email ?? '', asker));
    if (email !== undefined && gets) await storeMail(database, kind, email, language, now(), { asker });
    return { kind: 'asked' };
  };
}

/**
 * Stores that a mail is to be sent, in the transaction of `database` if there is one. A mail server that is down delays it.
 * @param told.asker nothing is stored if the account has another epoch by now: its session has ended, and so has the request
 * @param told.endedPasskeys the names of the passkeys of which the mail says that they have ended
 */
export async function storeMail(
  database: Database,
  kind: MailKind,
  email: string,
  language: Language,
  now: Date,
  { asker, endedPasskeys = [] }: { readonly asker?: AskingAccount | undefined; readonly endedPasskeys?: readonly string[] } = {},
): Promise<void> {
  const { accountId = null, epoch = null } = asker ?? {};
  // An act that ends all access locks the account first: either it waits for this mail and removes it, or this code sees it.
  const asks = sql`(select id from identity.account where id = ${accountId}::uuid and epoch = ${epoch} and disabled_at is null for share)`;
  const from = asker ? sql`${asks} asker` : sql`(values (null::uuid)) asker (id)`;
  await sql`
    insert into identity.mail (id, kind, email, language, account_id, ended_passkeys, asked_at, next_try_at)
    select ${randomUUID()}::uuid, ${kind}, ${email}, ${language}, asker.id, ${endedPasskeys}::text[], ${now}::timestamptz, ${now}::timestamptz from ${from}`.execute(
    database,
  );
}
