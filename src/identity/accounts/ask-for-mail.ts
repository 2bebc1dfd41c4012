import { randomUUID } from 'node:crypto';
import { countOnce, limitersIn, type Limit } from '../../limiters.ts';
import { sql, type Database } from '../../sql.ts';
import type { MailedNotice } from '../../wording/wording.ts';
import type { Language } from '../../wording/wordings.ts';
import type { Origin } from './accounts.ts';
import { normalizeEmail } from './normalize-email.ts';

/** What somebody can ask to be mailed: a link to register, to set a new password, or to confirm a new address of an account. */
export type AskedMail = 'REGISTER' | 'RESET' | 'CHANGE_EMAIL';
/** What is mailed. The notices go out by themselves, to the address that the account has, or had before. */
export type MailKind = AskedMail | MailedNotice;

const hour = 60 * 60;
/** How often links can be asked for. A mailbox that got too many gets no more, and the answer does not tell. */
export const mailLimits = {
  address: { name: 'mail-address', points: 20, duration: hour },
  mailbox: { name: 'mailbox', points: 3, duration: hour },
} as const satisfies Record<string, Limit>;

/**
 * Asks for mails with links. Answer and statements are the same for every address: what is sent is decided later.
 * @param accountId the account that gets another address
 */
export type AskForMail = (
  kind: AskedMail,
  email: string,
  language: Language,
  from: Origin,
  accountId?: string,
) => Promise<{ kind: 'asked' } | { kind: 'throttled'; seconds: number }>;

/** @param disguise makes a keyed digest, so that counting stores no address */
export function openAskForMail(database: Database, disguise: (kind: string, text: string) => string, now: () => Date): AskForMail {
  const limiterOf = limitersIn(database, ['identity', 'attempt']);
  const [perAddress, perMailbox] = [limiterOf(mailLimits.address), limiterOf(mailLimits.mailbox)];
  return async (kind, given, language, { address }, accountId) => {
    const seconds = await countOnce(perAddress, disguise('address', address));
    if (seconds !== undefined) return { kind: 'throttled', seconds };
    const email = normalizeEmail(given);
    const isFull = (await countOnce(perMailbox, disguise('email', email ?? ''))) !== undefined;
    if (email !== undefined && !isFull) await storeMail(database, kind, email, language, now(), accountId);
    return { kind: 'asked' };
  };
}

/** Stores that a mail is to be sent, in the transaction of `database` if there is one. A mail server that is down delays it. */
export async function storeMail(
  database: Database,
  kind: MailKind,
  email: string,
  language: Language,
  now: Date,
  accountId?: string,
): Promise<void> {
  await sql`
    insert into identity.mail (id, kind, email, language, account_id, asked_at, next_try_at)
    values (${randomUUID()}::uuid, ${kind}, ${email}, ${language}, ${accountId ?? null}::uuid, ${now}::timestamptz, ${now}::timestamptz)`.execute(
    database,
  );
}
