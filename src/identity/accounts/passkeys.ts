import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Language } from '../../wording/wordings.ts';
import type { Origin, SignInResult } from './accounts.ts';
import type { Acr } from './assurance.ts';
import type { ListedPasskey } from './passkey-rows.ts';

/** What a page gives to the browser's WebAuthn, as JSON. */
export type PasskeyOptions = object;

/** Passkeys and recovery codes of accounts. */
export interface Passkeys {
  /** Options to sign in with any passkey of the domain: the same for everybody. */
  signInOptions(
    from: Origin,
  ): Promise<{ readonly kind: 'options'; readonly options: PasskeyOptions } | { readonly kind: 'throttled'; readonly seconds: number }>;
  /** Options for somebody who is signed in and confirms it. */
  stepUpOptions(accountId: string): Promise<PasskeyOptions>;
  /**
   * Verifies what a browser answered.
   * @param accountId of somebody who is signed in and confirms it; undefined: a new sign-in
   * @throws PrivacyError LOG_UNAVAILABLE: nobody is signed in without an entry
   */
  verify(response: AuthenticationResponseJSON, accountId?: string): Promise<SignInResult>;
  /** @returns undefined if the account may not add a passkey now */
  registrationOptions(accountId: string, acr: Acr): Promise<PasskeyOptions | undefined>;
  /**
   * @param language of the mail that tells the owner
   * @returns whether it was added
   * @throws PrivacyError LOG_UNAVAILABLE: then it was not
   */
  add(accountId: string, acr: Acr, response: RegistrationResponseJSON, name: string, language: Language): Promise<boolean>;
  /**
   * Removes a passkey, and ends every session and grant of the account.
   * @param language of the mail that tells the owner
   * @returns the epoch of the account that begins; undefined: it has no such passkey
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
   */
  remove(accountId: string, id: string, language: Language): Promise<number | undefined>;
  /** The oldest first. */
  list(accountId: string): Promise<readonly ListedPasskey[]>;
  /**
   * Makes recovery codes in place of earlier ones.
   * @param language of the mail that tells the owner
   * @returns undefined unless the sign-in was with a passkey
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
   */
  makeRecoveryCodes(accountId: string, acr: Acr, language: Language): Promise<readonly string[] | undefined>;
  /** Uses a recovery code up, after a sign-in with the password. @throws PrivacyError LOG_UNAVAILABLE: then it is not used up */
  useRecoveryCode(accountId: string, code: string, from: Origin): Promise<SignInResult>;
}
