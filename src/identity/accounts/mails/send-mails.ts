import type { Language } from '../../../platform/language/languages.ts';
import { type AccountMail, type ClaimMail, type ContactMail, claimMails, contactMails, mailedNotices } from '../../wording/wording.ts';
import { randomUUID } from 'node:crypto';
import type { Mail, Mailer } from '../../../platform/mail/mail.ts';
import { sendDue, type Waiting } from '../../../platform/mail/send-due.ts';
import type { AccountRules } from '../../../engine/policy/declaration/account-rules.ts';
import { invitationDigest, newInvitationCode } from '../joining/invitation-code.ts';
import type { People } from '../../../engine/application.ts';
import { sql } from '../../../platform/sql/sql.ts';
import { findAccount, type Account } from '../account.ts';
import type { AccountDatabase } from '../account-database.ts';
import type { MailKind } from './ask-for-mail.ts';
import { mayChangeEmail } from '../change-email.ts';
import { makeContactMail } from './make-contact-mail.ts';
import { makeClaimMail } from './make-claim-mail.ts';
import { storeLink, type LinkKind } from './links.ts';
import { listPasskeys } from '../passkeys/passkey-rows.ts';
import { sayAccountMail, sayInvitation } from './say-account-mail.ts';

/** The dependencies of sending. */
export interface MailNeeds {
  readonly database: AccountDatabase;
  readonly mailer: Mailer;
  /** The address of the page that a link opens. That of an invitation takes the code of the mail, and has no token. */
  readonly linkTo: (token: string, kind: LinkKind | 'INVITATION') => string;
  readonly rules: AccountRules;
  readonly people: Pick<People, 'areIndependent' | 'setInvitationCode'>;
  readonly now: () => Date;
}

interface WaitingMail extends Waiting {
  readonly kind: MailKind;
  readonly email: string;
  /** Null: it is not known. */
  readonly language: Language | null;
  readonly accountId: string | null;
  readonly endedPasskeys: readonly string[];
  /** The person of the record. */
  readonly residentId: string | null;
}

/** Days after which a mail that no one takes is given up. */
export const mailDays = 3;

/**
 * Sends the mails about accounts that are due, at most a batch. A link is made when its mail is sent, and is stored as a digest. A
 * mail can arrive twice, each time with its own link.
 * @returns whether more may be due
 */
export async function sendMails(needs: MailNeeds): Promise<boolean> {
  const { database, now } = needs;
  await sql`
    delete from identity.mail where asked_at <= ${now()}::timestamptz - make_interval(days => ${mailDays})`.execute(database);
  await sql`select identity.forget_old_contacts(${now()}::timestamptz)`.execute(database);
  const { mailsPerDay, mailsPerAsker } = needs.rules.contacts;
  await sql`
    select identity.release_contact_mails(${now()}::timestamptz, ${mailsPerDay}::integer, ${mailsPerAsker}::integer)`.execute(database);
  return sendDue<WaitingMail>(needs, {
    table: sql`identity.mail`,
    columns: sql`kind, email, language, account_id as "accountId", resident_id as "residentId",
      ended_passkeys as "endedPasskeys"`,
    make: (waiting) => makeMail(needs, waiting),
  });
}

async function makeMail(needs: MailNeeds, waiting: WaitingMail): Promise<Mail | 'NONE'> {
  const { database, linkTo, now } = needs;
  const { kind, email, language, residentId } = waiting;
  const claimMail = claimMails.find((one) => one === kind);
  if (claimMail && residentId !== null) return makeClaimMail(needs, { ...waiting, kind: claimMail, residentId });
  const contactMail = contactMails.find((one) => one === kind);
  if (contactMail && residentId !== null)
    return makeContactMail(database, { ...waiting, kind: contactMail, residentId }, (token) => linkTo(token, 'CONTACT'), now());
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
    // An act that ends the grants of an account locks the account, then its mails, and finds the link.
    if (owner) await sql`select from identity.account where id = ${owner.accountId}::uuid for key share`.execute(transaction);
    const { rows } = await sql`select from identity.mail where id = ${waiting.id}::uuid for update`.execute(transaction);
    return rows.length === 0 ? undefined : storeLink(transaction, opens, email, owner?.accountId, now());
  });
  return token === undefined ? 'NONE' : { to: email, ...sayAccountMail(chosen, language, linkTo(token, opens), {}, passkeys) };
}

/** The mails that name the passkeys which sign in, for an owner who must notice one of another person. */
const namesKept: ReadonlySet<AccountMail> = new Set(['RESET', 'PASSWORD_CHANGED', 'PASSKEY_ADDED', 'PASSKEY_REMOVED', 'OLD_EMAIL']);

/** The purpose of a mail's link; undefined: it has none. */
const linkOf: Readonly<Record<Exclude<AccountMail, ClaimMail | 'CLAIM_SECOND_PART' | ContactMail>, LinkKind | undefined>> = {
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

/** The code is made now, so that no one but the mailbox has it: neither the gateway nor an administrator. */
async function inviteBy({ database, people, linkTo, now }: MailNeeds, email: string, language: Language): Promise<Mail | 'NONE'> {
  const code = newInvitationCode(randomUUID);
  const isOpen = await people.setInvitationCode({ database, now: now() }, email, invitationDigest(code));
  return isOpen ? { to: email, ...sayInvitation(language, code, linkTo('', 'INVITATION')) } : 'NONE';
}

/** The mail for an address. If the address has an account, only the mailbox reveals it. */
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
