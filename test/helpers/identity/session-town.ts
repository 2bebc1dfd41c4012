import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { SoftwareAuthenticator } from '../../../demo/sign-in/software-authenticator.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import type { SessionCookie } from '../../../src/identity/authentication/browsers/session-cookie.ts';
import type { Dependencies } from '../../../src/server/spine/runtime.ts';
import { openPasskeys } from '../../../src/identity/accounts/passkeys/open-passkeys.ts';
import type { Passkeys } from '../../../src/identity/accounts/passkeys/passkeys.ts';
import { openSessions } from '../../../src/identity/sessions/open-sessions.ts';
import type { ListedSession, SessionView } from '../../../src/identity/sessions/sessions.ts';
import { testCalendar } from '../time/calendar.ts';
import { testJournal } from './journal.ts';
import { testNow, type TestDatabase } from '../database/cluster.ts';
import { openGateway, type Answered, type TestGateway } from '../gateway/gateway.ts';
import { goodPassword, openTestAccounts, plain } from './open-test-accounts.ts';

/** The origin of the pages that ask for passkeys. */
export const townOrigin = 'https://town.example';

/** Two gateways on one database that serve sessions, with one clock. */
export interface SessionTown {
  readonly one: TestGateway;
  readonly other: TestGateway;
  readonly database: TestDatabase;
  readonly passkeys: Passkeys;
  /** Moves the clock forward. */
  pass(minutes: number): void;
  close(): Promise<void>;
}

export async function openSessionTown(cookie: SessionCookie = { secure: true }): Promise<SessionTown> {
  let now = testNow;
  const opened: Passkeys[] = [];
  const clock = (): Date => now;
  const openParts = async (database: TestDatabase): Promise<Partial<Dependencies> & { readonly stop: () => Promise<void> }> => {
    const accounts = openTestAccounts(database, clock);
    const { pool } = accounts;
    const passkeys = openPasskeys(
      { database: pool, calendar: testCalendar, policy: policyInForce, disguise: plain, now: clock },
      townOrigin,
    )!;
    opened.push(passkeys);
    const { askForMail } = accounts;
    const sessions = openSessions({
      database: pool,
      accounts,
      passkeys,
      journal: testJournal,
      askForMail,
      now: clock,
      calendar: testCalendar,
    });
    return { sessions, sessionCookie: cookie, stop: () => accounts.stop() };
  };
  const one = await openGateway({ clock, openParts });
  const other = await openGateway({ clock, openParts }, one.database);
  return {
    one,
    other,
    database: one.database,
    passkeys: opened[0]!,
    pass: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    close: async () => {
      await other.close();
      await one.close();
    },
  };
}

type Headers = Readonly<Record<string, string>>;

/** The headers that a page of the gateway's own origin sends. */
export const ownPage: Headers = { 'sec-fetch-site': 'same-origin', 'x-requested-by': 'page' };

/** An answer of `/session` or `/sessions`. */
export interface SessionAnswer extends Answered {
  readonly view: SessionView;
  readonly sessions: readonly ListedSession[];
  /** The options that a page gives to the browser's WebAuthn. */
  readonly options: PublicKeyCredentialRequestOptionsJSON;
  readonly setCookie: string | undefined;
}

/** A browser with one cookie, on a page of the gateway's own origin. */
export class SessionBrowser {
  /** The pair of name and value; empty: there is none. */
  cookie = '';
  readonly #gateway: TestGateway;

  constructor({ one }: Pick<SessionTown, 'one'>) {
    this.#gateway = one;
  }

  /** Sends a request with these headers in place of those of an own page. */
  async send(method: string, path: string, body?: unknown, headers: Headers = ownPage, gateway = this.#gateway): Promise<SessionAnswer> {
    const sent = {
      ...headers,
      ...(this.cookie !== '' && { cookie: this.cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const answered = await gateway.send({ path, method, headers: sent, ...(body !== undefined && { body: JSON.stringify(body) }) });
    const [setCookie] = answered.headers.getSetCookie();
    if (setCookie !== undefined) this.cookie = /^[^=]+=;/.test(setCookie) ? '' : /^[^;]*/.exec(setCookie)![0];
    const view = answered.text === '' ? {} : (JSON.parse(answered.text) as object);
    const { sessions = [], options } = view as Partial<SessionAnswer>;
    return { ...answered, view: view as SessionView, sessions, options: options!, setCookie };
  }

  signIn(email: string, more: object = {}): Promise<SessionAnswer> {
    return this.send('POST', '/session', { email, password: goodPassword, ...more });
  }

  /** Signs in with a passkey, or confirms with it who is signed in. */
  async usePasskey(path: '/session' | '/session/step-up', key: SoftwareAuthenticator, more: object = {}): Promise<SessionAnswer> {
    const { options } = await this.send('POST', `${path}/options`);
    return this.send('POST', path, { passkey: key.get(options), ...more });
  }

  /** Asks in GraphQL, with the cookie. */
  ask(query: string, { headers = {}, at }: { readonly headers?: Headers; readonly at?: TestGateway } = {}): Promise<SessionAnswer> {
    return this.send('POST', '/graphql', { query }, { ...ownPage, ...headers }, at);
  }
}
