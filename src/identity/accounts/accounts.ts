import type { Purpose, Role } from '../../engine/register.ts';
import type { Acr } from './passkeys/assurance.ts';

/** Someone signed in with an account. */
export interface SignedIn {
  readonly kind: 'signed-in';
  readonly accountId: string;
  /** The epoch of the account that the proof belongs to. A new password, for one, begins another: then the sign-in is worth nothing. */
  readonly epoch: number;
  /** How sure it is who signed in (OpenID Connect Core 1.0 §2, `acr`). */
  readonly acr: Acr;
  /** The proven factors (RFC 8176), such as `pwd`. */
  readonly amr: readonly string[];
}

/** The outcome of a sign-in. `refused` has no detail: an unknown account looks like a wrong password. */
export type SignInResult = SignedIn | { readonly kind: 'refused' } | { readonly kind: 'throttled'; readonly seconds: number };

/** In what an account may act. A token or session has exactly one. */
export interface Capacity {
  readonly role: Role;
  /** The `sub` of its tokens: the resident or the employee. */
  readonly principalId: string;
  /** The purposes that the policy has for the role, within the employee's duty. */
  readonly purposes: readonly Purpose[];
}

/** Where a sign-in comes from. */
export interface Origin {
  /** The network address of the client, or the group of addresses that one client has. */
  readonly address: string;
  /** The secret in the cookie of the browser, or a new one for it; undefined: none that could become known. */
  readonly browser?: string | undefined;
}

/** The operations on accounts that the authorization server needs. */
export interface Accounts {
  /** Signs in with a password. An unknown account takes the same work and gets the same answer as a wrong password. */
  signIn(email: string, password: string, from: Origin): Promise<SignInResult>;
  /** Confirms by the password who is signed in. It counts as a try, like a sign-in. */
  confirm(accountId: string, password: string, from: Origin): Promise<SignInResult>;
  /**
   * In what an account may act now: as a resident, and in each role of its employee. None if the account is disabled.
   * @param acr of the sign-in; roles that need a passkey are left out without one. Default: that of a password
   * @param epoch of the sign-in: none if the account has another now. Default: any
   */
  capacities(accountId: string, acr?: Acr, epoch?: number): Promise<readonly Capacity[]>;
}
