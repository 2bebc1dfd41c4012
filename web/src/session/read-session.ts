import { setClock, type Clock } from '../elements/time/local-time.ts';
import type { Role } from '../generated/vocabulary.ts';

export type { Role };

/** The browser's session, as `/session` shows it. */
export interface BrowserSession {
  /** Names the session in the list of one's own. */
  readonly id: string;
  /** The same for every session of the same person. */
  readonly account: string;
  /** The capacity in which it acts; null: none is chosen yet. */
  readonly role: Role | null;
  /** The capacities to which it can change. */
  readonly roles: readonly Role[];
  /** The purposes that it can declare, within the person's duty. */
  readonly purposes: readonly string[];
  /** When it ends unless it is used before then (RFC 3339). */
  readonly idleUntil: string;
}

/** A page of another origin cannot set this header without asking first. */
export const ownPage = { 'x-requested-by': 'web' } as const;

const deadline = 10_000;

/**
 * Reads who has signed in, and notes the municipality's clock.
 * @returns undefined: no one has signed in
 * @throws Error if the gateway cannot be reached or does not answer as it should
 */
export async function readSession(): Promise<BrowserSession | undefined> {
  const response = await fetch('/session', { headers: ownPage, signal: AbortSignal.timeout(deadline) });
  if (response.status === 401) return undefined;
  if (!response.ok) throw new Error(`/session answers ${response.status}`);
  const { clock, ...session } = (await response.json()) as BrowserSession & { readonly clock: Clock };
  setClock(clock);
  return session;
}

/**
 * Ends the session, but not that of another person who has signed in with the browser since. Afterwards the page must keep nothing.
 * @throws Error if the gateway cannot be reached
 */
export async function endSession({ id }: Pick<BrowserSession, 'id'>): Promise<void> {
  const headers = { ...ownPage, 'privacy-session': id };
  const response = await fetch('/session', { method: 'DELETE', headers, signal: AbortSignal.timeout(deadline) });
  if (!response.ok && response.status !== 409) throw new Error(`/session answers ${response.status}`);
}
