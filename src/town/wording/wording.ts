import type { AccountAct } from '../../identity/accounts/journal/account-acts.ts';
import type { AnswerErrorCode } from '../../platform/errors/errors.ts';
import type {
  AccessNeedKind,
  AccessNotice,
  DataCategory,
  ErasureRule,
  IdentityEvidence,
  MandateKind,
  Purpose,
  Relationship,
} from '../graphql/generated/schema.ts';
import type { EmployeePurpose } from '../policy/purposes.ts';
import type { PageWording } from './page-wording.ts';
import type { PublicPageWording } from './public-page-wording.ts';
import type { StatementSentences } from '../policy/statements.ts';

/** The end of a sentence about a need. `{reference}`, `{opened}` and `{closed}` are placeholders. */
export interface NeedWording {
  readonly open: string;
  readonly closed: string;
}

/** The code of a notice: of lists of access entries, and of each answer to a partner (clause `sharing`). */
export type Notice = AccessNotice | 'USE_IS_RESTRICTED';

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

/** What employees do about the claim of a record, as the history of the person says it. */
export type ClaimAct = 'ISSUED' | 'CONFIRMED' | 'CONTESTED' | 'UNDONE';

/** The sentences about the claim of a record. */
export interface ClaimWording extends Pick<Wording, 'claims' | 'contestRequest'> {
  readonly accountMails: Pick<Wording['accountMails'], 'CLAIM_SECOND_PART' | ClaimMail>;
}

/** A mail to a sender without an account: the request is answered, or a privacy officer has opened it again. */
export type RequestMail = 'ANSWERED' | 'REOPENED';

/** All sentences of answers in one language. A translation is another object of this type. */
export interface Wording {
  /** The beginning of a sentence for each purpose and each relationship that the policy can produce for it. */
  readonly reasons: Readonly<Record<Purpose, Readonly<Partial<Record<Relationship, string>>>>>;
  /** The beginning where values that somebody gave were compared with the person’s, whatever the relationship. */
  readonly identityChecked: string;
  /** The beginning where an employee did something about the claim of the person’s record. */
  readonly claims: Readonly<Record<ClaimAct, string>>;
  /** The beginning where entries of the person’s history were erased. `{entries}` is their number. */
  readonly erasures: Readonly<Record<ErasureRule, string>>;
  /** The beginning for a purpose and relationship that the policy no longer produces. */
  readonly formerReason: string;
  readonly needs: Readonly<Record<AccessNeedKind, NeedWording>>;
  /** How a clerk knew who was served; it follows the sentence of an encounter. */
  readonly identified: Readonly<Record<IdentityEvidence, string>>;
  readonly mandates: Readonly<Record<MandateKind, string>>;
  /** For a kind of mandate that the schema no longer has. */
  readonly formerMandate: string;
  readonly fields: Readonly<Record<DataCategory, string>>;
  /** For a field that the schema no longer has. */
  readonly formerField: string;
  /** Every reader gets the same notice, whether or not anything is left out: one that appeared only with a seal would reveal the seal. */
  readonly notices: Readonly<Record<Notice, string>>;
  readonly errors: Readonly<Record<AnswerErrorCode, string>>;
  /** What an employee says by declaring a purpose; it follows “for” in `purposeText.use`. */
  readonly purposes: Readonly<Record<EmployeePurpose, string>>;
  /** What an employee acknowledges before the first use of a purpose. `{purpose}`, `{fields}` and `{clauses}` are placeholders. */
  readonly purposeText: {
    readonly use: string;
    /** Under the sentence that the person reads about it. */
    readonly shown: string;
    /** What a prohibition or a condition withholds of some people. */
    readonly shownOfSome: string;
    readonly promise: string;
    readonly recorded: string;
  };
  /** What happened with a person's account, without a full stop. */
  readonly accountActs: Readonly<Record<AccountAct, string>>;
  /** The privacy statement, by version and clause. */
  readonly statements: StatementSentences;
  /** The pages of the authorization server. */
  readonly pages: PageWording;
  /** The pages that are open to everybody. */
  readonly publicPages: PublicPageWording;
  /** Mails about an account. `{link}` and `{hours}` are placeholders of `text`. */
  readonly accountMails: Readonly<Record<AccountMail, { readonly subject: string; readonly text: string }>>;
  /** What follows in such a mail, before the names of passkeys: of those that have ended, and of those that sign in. */
  readonly mailedPasskeys: { readonly ended: string; readonly kept: string };
  /** The mail with the code of an invitation to the staff. `{code}`, `{page}` and `{days}` are placeholders of `text`. */
  readonly invitationMail: { readonly subject: string; readonly text: string };
  /** The mail with the code that proves a contact. `{code}` and `{minutes}` are placeholders of `text`. */
  /** The request by which the privacy office decides about a contested claim. */
  readonly contestRequest: string;
  readonly codeMail: { readonly subject: string; readonly text: string };
  /** Mails to senders without an account. `{number}`, `{link}` and `{days}` are placeholders. They hold nothing of what was written. */
  readonly requestMails: Readonly<Record<RequestMail, { readonly subject: string; readonly text: string }>>;
}
