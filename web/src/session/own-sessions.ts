import type { Role } from '../generated/vocabulary.ts';
import { ownPage, type BrowserSession } from './read-session.ts';

/** One of the sessions of the person who has signed in, as `/sessions` lists it. Instants are RFC 3339. */
export interface OwnSession {
  readonly id: string;
  readonly role: Role | null;
  /** The name of the browser and of its system, without a version; null: it is not known. */
  readonly browser: string | null;
  readonly system: string | null;
  readonly madeAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
  /** Null: the person did not choose to stay signed in. */
  readonly keptSince: string | null;
  /** Whether it is that of this browser. */
  readonly isCurrent: boolean;
}

/** Milliseconds. */
const deadline = 10_000;

/** The page's session: once another person has signed in with the browser, nothing is read or changed. */
type Own = Pick<BrowserSession, 'id'>;

/** The page's session has ended, or the browser has that of another person by now. Nothing was read or changed. */
export class SessionOver extends Error {}

/** The sessions in which the person is signed in, the newest first. @throws SessionOver; Error if the gateway refuses or cannot be reached */
export async function readOwnSessions(own: Own): Promise<readonly OwnSession[]> {
  const response = await send(own, 'GET', '/sessions');
  const { sessions } = (await response.json()) as { readonly sessions: readonly OwnSession[] };
  return sessions;
}

/** Ends one of the own sessions. @throws SessionOver; Error if the gateway refuses or cannot be reached */
export async function endOwnSession(own: Own, id: string): Promise<void> {
  await send(own, 'DELETE', `/sessions/${encodeURIComponent(id)}`);
}

/** Ends all own sessions, that of this browser too. @throws SessionOver; Error if the gateway refuses or cannot be reached */
export async function endAllSessions(own: Own): Promise<void> {
  await send(own, 'DELETE', '/sessions');
}

/**
 * Chooses whether this browser stays signed in.
 * @returns the session, which ends at another instant now
 * @throws SessionOver; Error if the gateway refuses or cannot be reached
 */
export async function keepSignedIn(own: Own, keep: boolean): Promise<BrowserSession> {
  const response = await send(own, 'POST', '/session/keep', { keep });
  return (await response.json()) as BrowserSession;
}

async function send({ id }: Own, method: string, path: string, content?: unknown): Promise<Response> {
  const headers = { ...ownPage, 'privacy-session': id };
  const body = content === undefined ? {} : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(content) };
  const response = await fetch(path, { method, headers, ...body, signal: AbortSignal.timeout(deadline) });
  if (response.status === 401 || response.status === 409) throw new SessionOver(`${path} answers ${response.status}`);
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  return response;
}
