import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
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
  /** @returns whether it was added @throws PrivacyError LOG_UNAVAILABLE: then it was not */
  add(accountId: string, acr: Acr, response: RegistrationResponseJSON, name: string): Promise<boolean>;
  /** @returns whether there was one @throws PrivacyError LOG_UNAVAILABLE: then it is still there */
  remove(accountId: string, id: string): Promise<boolean>;
  /** The oldest first. */
  list(accountId: string): Promise<readonly ListedPasskey[]>;
  /**
   * Makes recovery codes in place of earlier ones.
   * @returns undefined unless the sign-in was with a passkey
   * @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed
   */
  makeRecoveryCodes(accountId: string, acr: Acr): Promise<readonly string[] | undefined>;
  /** Uses a recovery code up, after a sign-in with the password. @throws PrivacyError LOG_UNAVAILABLE: then it is not used up */
  useRecoveryCode(accountId: string, code: string, from: Origin): Promise<SignInResult>;
}
