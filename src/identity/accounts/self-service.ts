import type { Language } from '../../platform/language/languages.ts';
import type { Origin } from './accounts.ts';
import type { AskForMail } from './mails/ask-for-mail.ts';
import type { EmailChange } from './change-email.ts';
import type { changePassword, PasswordChange } from './passwords/change-password.ts';
import type { ClaimRecord } from './joining/claim-record.ts';
import type { DeclaredRecord } from './joining/own-record.ts';
import type { Link, LinkKind } from './mails/links.ts';
import type { ProveByCode } from './proofs/prove-by-code.ts';
import type { PasskeyChoice, ResetChoice } from './passwords/read-reset-choice.ts';
import type { SetPasswordResult } from './passwords/set-password.ts';

/** The operations of people on their own accounts. */
export interface SelfService {
  /** Mails a link, or not: the answer is the same for every address. */
  readonly askForMail: AskForMail;
  /** @returns undefined for a link that is unknown, used, too old or for something else */
  readLink(kind: LinkKind, token: string): Promise<Link | undefined>;
  /**
   * Sets the password of an account, or registers one, by a link from a mail.
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
   */
  setPassword(token: string, password: string, language: Language, from: Origin, passkeys?: PasskeyChoice): Promise<SetPasswordResult>;
  /** The text and choices for a person who sets a password with a link. @param accountId of the link */
  resetChoice(accountId: string | null): Promise<ResetChoice>;
  /** The address of an account, for its owner, whether the owner can change it, and whether it is an employee's. */
  emailOf(accountId: string): Promise<{ readonly email: string; readonly canChange: boolean; readonly isEmployee: boolean } | undefined>;
  /**
   * Changes the password of a person who is signed in. Every session and grant of the account ends.
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
   */
  changePassword(accountId: string, change: PasswordChange, language: Language, from: Origin): ReturnType<typeof changePassword>;
  /**
   * Proves the contact address of a record by the link that was mailed to it.
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
   */
  proveContact(token: string): Promise<boolean>;
  /**
   * Gives an account the address to which a link was mailed, with its password. Every other credential ends.
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
   */
  changeEmail(token: string, password: string, language: Language, from: Origin): Promise<EmailChange>;
  /**
   * Connects an account with a record by two codes that one employee does not hold together.
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
   */
  readonly claimRecord: ClaimRecord;
  /**
   * Contests the claim of a record by the link of a mail.
   * @returns whether the link could be used
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
   */
  contestClaim(token: string, language: Language): Promise<boolean>;
  /**
   * Lets a session ask for another address by two codes, of which the counter has one, without the mailbox.
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
   */
  readonly proveByCode: ProveByCode;
  /**
   * Accepts an invitation to the staff with the account of a person who signed in: tries are counted there.
   * @param declared the own record as a resident
   * @returns whether the account is the employee's now
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
   */
  acceptInvitation(accountId: string, code: string, declared: DeclaredRecord, language?: Language): Promise<boolean>;
  /**
   * Connects an employee who declared to have no record with that of an account.
   * @returns whether it is connected
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
   */
  connectOwnRecord(accountId: string, recordAccountId: string, language?: Language): Promise<boolean>;
}
