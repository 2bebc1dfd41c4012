import type { Language } from '../../platform/language/languages.ts';
import type { Purpose, Role } from '../../engine/register.ts';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { OffsetFrom } from '../../platform/time/calendar.ts';
import type { UsedSession } from './use-session.ts';
import type { Origin, SignedIn } from '../accounts/accounts.ts';
import type { AccountSession } from '../accounts/mails/opened-links.ts';
import type { PasskeyOptions } from '../accounts/passkeys/passkeys.ts';
import type { Device } from './describe-device.ts';

/** The data about a session that its browser gets: nothing about the person. */
export interface SessionView {
  /** Names the session in the list; it opens nothing. */
  readonly id: string;
  /** The same for every session of the same person. */
  readonly account: string;
  /** The capacity in which it acts; null: none yet. */
  readonly role: Role | null;
  /** The capacities to which it can change. */
  readonly roles: readonly Role[];
  /** The purposes that it can declare in its capacity. */
  readonly purposes: readonly Purpose[];
  readonly acr: string;
  readonly amr: readonly string[];
  /** When the sign-in or the last step-up was, in RFC 3339, like the times below. */
  readonly provenAt: string;
  /** When it ends unless it is used before then. */
  readonly idleUntil: string;
  readonly expiresAt: string;
  /** Since when it is kept by choice; null: it is not. */
  readonly keptSince: string | null;
}

/** The clock of the municipality, by which pages say when something was or is due: a browser may have other data about time zones. */
export interface PageClock {
  /** The time of the gateway, POSIX milliseconds. */
  readonly now: number;
  /** The offsets from UTC since 1990 and for the next years, in their order. */
  readonly offsets: readonly OffsetFrom[];
}

/** A session with a new id. */
export interface StartedSession {
  /** Of 256 random bits; for the cookie alone. */
  readonly secret: string;
  /** Seconds that the browser keeps the cookie; undefined: until it is closed. */
  readonly keptFor: number | undefined;
  readonly view: SessionView;
  /** The identifier of the browser, for a cookie of its own; undefined: nothing new. */
  readonly browser?: string | undefined;
}

/** One of a person's own sessions. */
export interface ListedSession extends Device {
  readonly id: string;
  readonly role: Role | null;
  readonly madeAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
  readonly keptSince: string | null;
  /** Whether it is the one that asks. */
  readonly isCurrent: boolean;
}

/** The mailbox to look in: that of the address that the account has, or that of the one it is to have. */
export type MailedTo = 'CURRENT' | 'NEW';

/** The browser's answer with a passkey. */
export interface GivenPasskey {
  readonly passkey: AuthenticationResponseJSON;
}

/** A sign-in by password or passkey. */
export type GivenSignIn = Chosen & ({ readonly email: string; readonly password: string } | GivenPasskey);

interface Chosen {
  /** The capacity; undefined: the account's first. */
  readonly role?: Role | undefined;
  /** Whether to stay signed in. */
  readonly keep: boolean;
}

/** The browser in which someone signs in. */
export interface Browser {
  /** The session that it had, which ends. */
  readonly before?: Buffer | undefined;
  readonly device: Device;
  /** The secret in its cookie, or a new one for it; undefined: it does not become known. */
  readonly secret?: string | undefined;
}

/** Sessions of browsers. A `digest` is that of the id in the cookie; each method throws SESSION_ENDED for one that may not act, unless it says otherwise. */
export interface Sessions {
  /**
   * Signs in, with an id that no one knew before.
   * @throws PrivacyError SIGN_IN_REFUSED, SIGN_IN_THROTTLED, CAPACITY_UNAVAILABLE, LOG_UNAVAILABLE
   */
  signIn(given: GivenSignIn, from: Origin, browser: Browser): Promise<StartedSession>;
  /** The options with which a browser signs in with any passkey. @throws PrivacyError SIGN_IN_THROTTLED; NOT_FOUND where there are no passkeys */
  signInOptions(from: Origin): Promise<PasskeyOptions>;
  /**
   * Starts a session of a person who has signed in. It acts in the account's capacity, or in none if there are several or none yet.
   * @param keep whether to stay signed in, where that is possible
   * @throws PrivacyError SIGN_IN_REFUSED if it is worth nothing any more; LOG_UNAVAILABLE
   */
  start(signedIn: SignedIn, keep: boolean, browser: Browser): Promise<StartedSession>;
  /** @returns undefined for one that may not act */
  find(digest: Buffer): Promise<UsedSession | undefined>;
  /**
   * Notes that the account's owner has proven it again.
   * @throws PrivacyError STEP_UP_NEEDED if it is another account, or the sign-in was stronger; LOG_UNAVAILABLE
   */
  prove(digest: Buffer, proof: SignedIn): Promise<StartedSession>;
  view(digest: Buffer): Promise<SessionView>;
  /** The time, for pages. */
  clock(): PageClock;
  /** As the IANA database names it. */
  readonly timeZone: string;
  /** @throws PrivacyError CAPACITY_UNAVAILABLE, LOG_UNAVAILABLE */
  changeCapacity(digest: Buffer, role: Role): Promise<StartedSession>;
  /** The options with which a browser confirms the signed-in person with one of their passkeys. @throws PrivacyError SIGN_IN_THROTTLED; NOT_FOUND where there are no passkeys */
  stepUpOptions(digest: Buffer): Promise<PasskeyOptions>;
  /** @throws PrivacyError SIGN_IN_REFUSED, SIGN_IN_THROTTLED, LOG_UNAVAILABLE; STEP_UP_NEEDED if the sign-in was stronger */
  stepUp(digest: Buffer, given: { readonly password: string } | GivenPasskey, from: Origin): Promise<StartedSession>;
  /** Records the choice to stay signed in, or withdraws it. @throws PrivacyError CAPACITY_UNAVAILABLE, LOG_UNAVAILABLE */
  keep(digest: Buffer, keep: boolean): Promise<StartedSession>;
  /** Whether a session must open a link from the mailbox before it asks for another address: its account has no passkey. */
  needsMailbox(session: AccountSession): Promise<boolean>;
  /**
   * Opens that link in a session.
   * @returns whether it is a link of the account, which no other session has opened
   * @throws PrivacyError LOG_UNAVAILABLE: then it is not opened
   */
  openEmailLink(token: string, session: AccountSession): Promise<boolean>;
  /**
   * Mails a link to an address with which the account's owner wants to sign in; or, where the mailbox must be proven first, to the address
   * that the account has.
   * @returns to which
   * @throws PrivacyError STEP_UP_NEEDED unless it was just proven who asks; CAPACITY_UNAVAILABLE, INPUT_INVALID, SIGN_IN_THROTTLED,
   *   MAIL_UNAVAILABLE
   */
  askForEmail(digest: Buffer, email: string, language: Language, from: Origin): Promise<MailedTo>;
  /** Signs out. A session that may not act is no error. @throws PrivacyError LOG_UNAVAILABLE */
  end(digest: Buffer): Promise<void>;
  list(digest: Buffer): Promise<readonly ListedSession[]>;
  /** Ends one of the account's own sessions, and its sign-ins of apps. @throws PrivacyError NOT_FOUND, LOG_UNAVAILABLE */
  endOne(digest: Buffer, id: string): Promise<void>;
  /** Signs out everywhere: of all browsers and apps. @throws PrivacyError LOG_UNAVAILABLE */
  endAll(digest: Buffer): Promise<void>;
}
