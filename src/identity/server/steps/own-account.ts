import type { Language } from '../../../platform/language/languages.ts';
import { freshFor } from '../../../engine/policy/decision/enter.ts';
import type { UsedSession } from '../../sessions/use-session.ts';
import type { Origin } from '../../accounts/accounts.ts';
import { passkeyAcr } from '../../accounts/passkeys/assurance.ts';
import type { Page } from '../../pages/layout/layout.ts';
import type { Device } from '../../sessions/describe-device.ts';
import type { StartedSession } from '../../sessions/sessions.ts';
import { accountOf, pathOf } from '../addresses.ts';
import type { Step } from './interact.ts';
import type { IdentityServer } from '../provider.ts';

/** A request for a page of the own account, before it is known who asks. */
export interface OwnAsked {
  readonly server: IdentityServer;
  /** Below which the pages for accounts are. */
  readonly account: string;
  /** The address of the form, with its query. */
  readonly action: string;
  readonly query: URLSearchParams;
  readonly from: Origin;
  /** Of pages and mails. */
  readonly language: Language;
  /** The session that the browser names, whether or not it may act. */
  readonly digest: Buffer | undefined;
  readonly device: Device;
  /** See `Browser`. */
  readonly secret: string;
  readonly now: Date;
}

/** A request of a person who is signed in. */
export interface SignedInAsked extends OwnAsked {
  readonly digest: Buffer;
  readonly session: UsedSession;
  /** The token that each form of this session sends back, so other pages cannot send one. */
  readonly token: string;
}

/** A page of the own account. */
export interface OwnStep {
  /** The path below `/oidc/account`; empty: that page itself. */
  readonly path: string;
  show(asked: SignedInAsked): Promise<Step>;
  /** @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed */
  take(asked: SignedInAsked, form: URLSearchParams): Promise<Step>;
}

/** Whether someone has just proven who they are: with a passkey if they have one. */
export async function isFresh({ server, session, now }: SignedInAsked): Promise<boolean> {
  if (!isRecent(session, now)) return false;
  return session.acr === passkeyAcr || (await hasNoPasskey(server, session));
}

/** Whether the last proof of any kind was a moment ago. */
export function isRecent({ provenAt }: UsedSession, now: Date): boolean {
  return now.getTime() - provenAt.getTime() < freshFor * 1_000;
}

export async function hasNoPasskey({ passkeys }: IdentityServer, { accountId }: UsedSession): Promise<boolean> {
  return ((await passkeys?.list(accountId)) ?? []).length === 0;
}

/** The next address after a page: always a path of this site. */
export function pathAfter({ query, server }: OwnAsked): string | undefined {
  const given = query.get('next') ?? '';
  const { origin } = new URL(server.issuer);
  if (!given.startsWith('/') || !URL.canParse(given, origin)) return undefined;
  const url = new URL(given, origin);
  // The remainder of `/.//elsewhere.example` would name another host when it is resolved again.
  return url.origin === origin && !url.pathname.startsWith('//') ? url.pathname + url.search : undefined;
}

/** Leads to a page of the own account. @param path below `/oidc/account`, with its query */
export function goTo(server: IdentityServer, path: string, started?: StartedSession | 'forget'): Step {
  return { kind: 'go', location: `${accountOf(server)}${path}`, ...(started !== undefined && { session: started }) };
}

/** Leads to the page that asks for a fresh proof of who it is, and back. */
export function askToConfirm({ server, action }: SignedInAsked): Step {
  return goTo(server, `/confirm?${new URLSearchParams({ next: pathOf(action) }).toString()}`);
}

/** Leads to the page after, or else to one of the own account, with a session that has another id now. */
export function goOn(asked: OwnAsked, started: StartedSession, otherwise = ''): Step {
  const path = pathAfter(asked);
  const location = path === undefined ? `${asked.account}${otherwise}` : new URL(path, asked.server.issuer).href;
  return { kind: 'go', location, session: started };
}

/** A page with a status. */
export function page(text: Page, status = 200, hasScript = false): Step {
  return { kind: 'page', status, page: text, hasScript };
}

/** A page that says why something was not done, and after how many seconds to try again; undefined: the page before that. */
export function refusedPage(text: Page, refusal: { readonly kind: string; readonly seconds?: number } | undefined): Step {
  if (refusal === undefined) return page(text);
  const { seconds: retryAfter } = refusal;
  return { kind: 'page', status: retryAfter === undefined ? 400 : 429, page: text, retryAfter };
}
