import { randomUUID } from 'node:crypto';
import type { Mail, Mailer } from '../../mail/mail.ts';
import { invitationDigest, newInvitationCode } from '../../records/invitation-code.ts';
import { sql } from '../../sql.ts';
import { claimMails, mailedNotices, type AccountMail, type ClaimMail } from '../../wording/wording.ts';
import type { Language } from '../../wording/wordings.ts';
import { findAccount, type Account } from './account.ts';
import type { AccountDatabase } from './account-database.ts';
import type { MailKind } from './ask-for-mail.ts';
import { mayChangeEmail } from './change-email.ts';
import { makeClaimMail } from './make-claim-mail.ts';
import { storeLink, type LinkKind } from './links.ts';
import { listPasskeys } from './passkey-rows.ts';
import { sayAccountMail, sayInvitation } from './say-account-mail.ts';

/** What sending needs. */
export interface MailNeeds {
  readonly database: AccountDatabase;
  readonly mailer: Mailer;
  /** The address of the page that a link opens. That of an invitation takes the code of the mail, and has no token. */
  readonly linkTo: (token: string, kind: LinkKind | 'INVITATION') => string;
  readonly now: () => Date;
}

interface Waiting {
  readonly id: string;
  readonly kind: MailKind;
  readonly email: string;
  /** Null: it is not known. */
  readonly language: Language | null;
  readonly tries: number;
  readonly accountId: string | null;
  readonly endedPasskeys: readonly string[];
  /** Whose record it is about. */
  readonly residentId: string | null;
}

/** Mails of one batch. One that was taken and not sent, because the process ended, is taken again after the lease. */
const batch = 20;
const leaseMinutes = 10;
/** Seconds before a second try; twice as many before each further one, and an hour at most. */
const firstPause = 30;
const longestPause = 60 * 60;
/** Days after which a mail that nobody takes is given up; and tries, if the server refuses it for good. */
export const mailDays = 3;
const mostRefusals = 4;

/**
 * Sends the mails that are due, at most a batch. Where the server takes none, all wait: they are delayed and not lost. One that it does
 * not take for its address holds up no other: strangers can ask for such mails. A link is made when its mail is sent, and is stored as a
 * digest. A mail can come twice, each with a link of its own.
 * @returns whether more may be due
 */
export async function sendMails(needs: MailNeeds): Promise<boolean> {
  const { database, mailer, now } = needs;
  await sql`
    delete from identity.mail where asked_at <= ${now()}::timestamptz - make_interval(days => ${mailDays})`.execute(database);
  const { rows } = await sql<Waiting>`
    update identity.mail set tries = tries + 1, next_try_at = ${now()}::timestamptz + make_interval(mins => ${leaseMinutes})
    where id = any(array(
      select id from identity.mail where next_try_at <= ${now()} order by next_try_at limit ${sql.lit(batch)} for update skip locked))
    returning id, kind, email, language, tries, account_id as "accountId", resident_id as "residentId",
      ended_passkeys as "endedPasskeys"`.execute(database);
  let isDown = false;
  for (const waiting of rows) {
    // What was not tried is no try.
    if (isDown) await putOff(needs, waiting.id, waiting.tries - 1, firstPause);
    else {
      const { id, tries } = waiting;
      const mail = await makeMail(needs, waiting);
      const delivery = mail === 'NONE' ? 'TAKEN' : await mailer.deliver(mail);
      isDown = delivery === 'FAILED';
      if (delivery === 'TAKEN' || (delivery === 'REFUSED' && tries >= mostRefusals))
        await sql`delete from identity.mail where id = ${id}::uuid`.execute(database);
      else await putOff(needs, id, tries, Math.min(firstPause * 2 ** (tries - 1), longestPause));
    }
  }
  return rows.length === batch && !isDown;
}

/** @param pause seconds */
async function putOff({ database, now }: MailNeeds, id: string, tries: number, pause: number): Promise<void> {
  await sql`
    update identity.mail set tries = ${tries}, next_try_at = ${now()}::timestamptz + make_interval(secs => ${pause})
    where id = ${id}::uuid`.execute(database);
}

async function makeMail(needs: MailNeeds, waiting: Waiting): Promise<Mail | 'NONE'> {
  const { database, linkTo, now } = needs;
  const { kind, email, language, residentId } = waiting;
  const claimMail = claimMails.find((one) => one === kind);
  if (claimMail && residentId !== null)
    return makeClaimMail(database, { ...waiting, kind: claimMail, residentId }, (token) => linkTo(token, 'CONTEST'), now());
  if (language === null) return 'NONE';
  if (kind === 'INVITATION') return inviteBy(needs, email, language);
  const account = await findAccount(database, { email });
  const asker = waiting.accountId === null ? undefined : await findAccount(database, { id: waiting.accountId });
  const chosen = chooseMail(kind, account, asker);
  if (chosen === undefined) return 'NONE';
  const opens = linkOf[chosen];
  const owner = asker ?? account;
  const kept = account && namesKept.has(chosen) ? (await listPasskeys(database, account.accountId)).map(({ name }) => name) : [];
  const passkeys = { ended: waiting.endedPasskeys, kept };
  if (!opens) return { to: email, ...sayAccountMail(chosen, language, undefined, {}, passkeys) };
  const token = await database.transaction(async (transaction) => {
    // What ends the grants of an account locks the account, then its mails, and finds the link.
    if (owner) await sql`select from identity.account where id = ${owner.accountId}::uuid for key share`.execute(transaction);
    const { rows } = await sql`select from identity.mail where id = ${waiting.id}::uuid for update`.execute(transaction);
    return rows.length === 0 ? undefined : storeLink(transaction, opens, email, owner?.accountId, now());
  });
  return token === undefined ? 'NONE' : { to: email, ...sayAccountMail(chosen, language, linkTo(token, opens), {}, passkeys) };
}

/** The mails that name the passkeys which sign in, for an owner who must notice one of somebody else. */
const namesKept: ReadonlySet<AccountMail> = new Set(['RESET', 'PASSWORD_CHANGED', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'OLD_EMAIL']);

/** What the link of a mail is for; undefined: it has none. */
const linkOf: Readonly<Record<Exclude<AccountMail, ClaimMail | 'CLAIM_SECOND_PART'>, LinkKind | undefined>> = {
  REGISTER: 'PASSWORD',
  REGISTERED: 'PASSWORD',
  RESET: 'PASSWORD',
  PASSWORD_CHANGED: undefined,
  CHANGE_EMAIL: 'EMAIL',
  FIRST_PASSKEY: 'PASSKEY',
  OLD_EMAIL: 'OLD_EMAIL',
  EMAIL_TAKEN: undefined,
  EMAIL_CHANGED: undefined,
  PASSKEY_ADDED: undefined,
  PASSKEY_REMOVED: undefined,
  RECOVERY_CODES_MADE: undefined,
  RECORD_CONNECTED: undefined,
  STAFF_JOINED: undefined,
};

/** The code is made now, so that nobody but the mailbox has it: neither the gateway nor an administrator. */
async function inviteBy({ database, linkTo, now }: MailNeeds, email: string, language: Language): Promise<Mail | 'NONE'> {
  const code = newInvitationCode(randomUUID);
  const { rows } = await sql<{ isOpen: boolean }>`
    select recreation.set_invitation_code(${email}, ${invitationDigest(code)}, ${now()}) as "isOpen"`.execute(database);
  return rows[0]?.isOpen === true ? { to: email, ...sayInvitation(language, code, linkTo('', 'INVITATION')) } : 'NONE';
}

/** What an address gets: somebody who asks for one that has an account learns it in the mailbox, and nowhere else. */
function chooseMail(
  kind: Exclude<MailKind, 'INVITATION'>,
  account: Account | undefined,
  asker: Account | undefined,
): keyof typeof linkOf | undefined {
  const notice = mailedNotices.find((one) => one === kind);
  if (notice) return notice;
  if (kind === 'CHANGE_EMAIL') {
    if (!asker || !mayChangeEmail(asker) || account?.accountId === asker.accountId) return undefined;
    return account ? 'EMAIL_TAKEN' : kind;
  }
  if (account?.isDisabled) return undefined;
  if (kind === 'FIRST_PASSKEY' || kind === 'OLD_EMAIL') return account && account.accountId === asker?.accountId ? kind : undefined;
  if (account) return kind === 'REGISTER' ? 'REGISTERED' : 'RESET';
  return kind === 'REGISTER' ? 'REGISTER' : undefined;
}
