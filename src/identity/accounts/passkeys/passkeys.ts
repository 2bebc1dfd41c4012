import type { Language } from '../../../platform/language/languages.ts';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Origin, SignInResult } from '../accounts.ts';
import type { AskForMail } from '../mails/ask-for-mail.ts';
import type { AccountSession } from '../mails/opened-links.ts';
import type { ListedPasskey } from './passkey-rows.ts';
import type { AddingSession } from './register-passkey.ts';
import type { Removal } from './remove-passkey.ts';

/** The options that a page passes to the browser's WebAuthn API, as JSON. */
export type PasskeyOptions = object;

/** Options, or the seconds to wait where they were asked for too often. */
export type AskedOptions<Options = PasskeyOptions> =
  | { readonly kind: 'options'; readonly options: Options }
  | { readonly kind: 'throttled'; readonly seconds: number };

/** Passkeys and recovery codes of accounts. */
export interface Passkeys {
  /** Options to sign in with any passkey of the domain: the same for everyone. */
  signInOptions(from: Origin): Promise<AskedOptions>;
  /** Options for a person who is signed in and confirms it. */
  stepUpOptions(accountId: string): Promise<AskedOptions>;
  /**
   * Verifies what a browser answered.
   * @param accountId of a person who is signed in and confirms it; undefined: a new sign-in
   * @throws PrivacyError LOG_UNAVAILABLE: no one is signed in without an entry
   */
  verify(response: AuthenticationResponseJSON, accountId?: string): Promise<SignInResult>;
  /** Whether a session must open a link from the mailbox first, because the account has no passkey. */
  needsMailbox(session: AccountSession): Promise<boolean>;
  /** Mails that link. */
  askForLink(session: AccountSession, language: Language, from: Origin): ReturnType<AskForMail>;
  /**
   * Opens that link in a session.
   * @returns whether it is a link of the account, which no other session has opened
   * @throws PrivacyError LOG_UNAVAILABLE: then it is not opened
   */
  openLink(token: string, session: AccountSession): Promise<boolean>;
  /** @returns no options if the session may not add a passkey now */
  registrationOptions(session: AddingSession): Promise<AskedOptions<PasskeyOptions | undefined>>;
  /**
   * @param language of the mail that tells the owner
   * @returns whether it was added
   * @throws PrivacyError LOG_UNAVAILABLE: then it was not
   */
  add(session: AddingSession, response: RegistrationResponseJSON, name: string, language: Language): Promise<boolean>;
  /**
   * Removes a passkey, and ends every session and grant of the account.
   * @param language of the mail that tells the owner
   * @returns undefined: the account has no such passkey
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
   */
  remove(accountId: string, id: string, language: Language): Promise<Removal | undefined>;
  /** The oldest first. */
  list(accountId: string): Promise<readonly ListedPasskey[]>;
  /**
   * Creates recovery codes, which replace earlier ones.
   * @param language of the mail that tells the owner
   * @returns undefined unless the sign-in was with a passkey
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
   */
  makeRecoveryCodes(session: AddingSession, language: Language): Promise<readonly string[] | undefined>;
  /** Uses a recovery code up, after a sign-in with the password. @throws PrivacyError LOG_UNAVAILABLE: then it is not used up */
  useRecoveryCode(accountId: string, code: string, from: Origin): Promise<SignInResult>;
}
