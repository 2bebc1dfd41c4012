import type { Role } from '../generated/vocabulary.ts';
import { ownPage } from './read-session.ts';

/** One of the sessions of the person who has signed in, as `/sessions` lists it. Instants are RFC 3339. */
export interface OwnSession {
  readonly id: string;
  readonly role: Role | null;
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

/** The sessions in which the person is signed in, the newest first. @throws Error if the gateway refuses or cannot be reached */
export async function readOwnSessions(): Promise<readonly OwnSession[]> {
  const response = await send('GET', '/sessions');
  const { sessions } = (await response.json()) as { readonly sessions: readonly OwnSession[] };
  return sessions;
}

/** Ends one of the own sessions. @throws Error if the gateway refuses or cannot be reached */
export async function endOwnSession(id: string): Promise<void> {
  await send('DELETE', `/sessions/${encodeURIComponent(id)}`);
}

/** Ends all own sessions, that of this browser too. @throws Error if the gateway refuses or cannot be reached */
export async function endAllSessions(): Promise<void> {
  await send('DELETE', '/sessions');
}

/** Chooses whether this browser stays signed in. @throws Error if the gateway refuses or cannot be reached */
export async function keepSignedIn(keep: boolean): Promise<void> {
  await send('POST', '/session/keep', { keep });
}

async function send(method: string, path: string, content?: unknown): Promise<Response> {
  const body = content === undefined ? {} : { headers: { ...ownPage, 'content-type': 'application/json' }, body: JSON.stringify(content) };
  const response = await fetch(path, { method, headers: ownPage, ...body, signal: AbortSignal.timeout(deadline) });
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  return response;
}
