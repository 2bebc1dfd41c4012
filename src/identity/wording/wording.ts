import type { PageWording } from './page-wording.ts';

/**
 * A mail about an account. REGISTERED goes to an address that registers and has an account, EMAIL_TAKEN to one that another account
 * wants to have, OLD_EMAIL to the address of an account that is to have another one, and EMAIL_CHANGED to the address that it had.
 */
export type AccountMail =
  | 'REGISTER'
  | 'REGISTERED'
  | 'RESET'
  | 'OLD_EMAIL'
  | 'CHANGE_EMAIL'
  | 'FIRST_PASSKEY'
  | 'EMAIL_TAKEN'
  | 'CLAIM_SECOND_PART'
  | ClaimMail
  | ContactMail
  | MailedNotice;

/** The mails that tell an owner what happened with the account. They have no link. */
export const mailedNotices = [
  'PASSWORD_CHANGED',
  'EMAIL_CHANGED',
  'PASSKEY_ADDED',
  'PASSKEY_REMOVED',
  'RECOVERY_CODES_MADE',
  'RECORD_CONNECTED',
  'STAFF_JOINED',
] as const;
export type MailedNotice = (typeof mailedNotices)[number];

/**
 * The mails about the claim of a record, to the address on record and to that of an account that has the record. CLAIM_ISSUED becomes
 * CLAIM_SECOND_PART, with a code, for an address that has stood for long enough. CLAIM_CONFIRMED goes to a second employee.
 */
export const claimMails = ['CLAIM_ISSUED', 'CLAIM_CONFIRMED', 'RECORD_CLAIMED', 'CLAIM_CONTESTED', 'CLAIM_UNDONE'] as const;
export type ClaimMail = (typeof claimMails)[number];

/** The mails about the mail address of a record: to another one, which waits for its link; and to the old one, once it waits and once it is there. */
export const contactMails = ['CONTACT', 'CONTACT_CHANGING', 'CONTACT_CHANGED'] as const;
export type ContactMail = (typeof contactMails)[number];

/** All sentences of pages and mails in one language. English is in the code; the others are in `locales/`. */
export interface IdentityWording {
  /** The owner of the pages. */
  readonly owner: string;
  /** The title of a page about something that went wrong. */
  readonly problem: string;
  readonly pages: PageWording;
  /** Mails about an account. `{link}` and `{hours}` are placeholders of `text`. */
  readonly accountMails: Readonly<Record<AccountMail, { readonly subject: string; readonly text: string }>>;
  /** The text of such a mail before the names of passkeys: of those that have ended, and of those that sign in. */
  readonly mailedPasskeys: { readonly ended: string; readonly kept: string };
  /** The mail with the code of an invitation to the staff. `{code}`, `{page}` and `{days}` are placeholders of `text`. */
  readonly invitationMail: { readonly subject: string; readonly text: string };
  /** The request by which the office decides about a contested claim. */
  readonly contestRequest: string;
}
