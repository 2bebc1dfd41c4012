import { drafts } from './drafts.ts';
import { readSession, type BrowserSession } from './read-session.ts';
import { tabs, tellTabs, type Told } from './tabs.ts';

/** Milliseconds between two looks at the clock. A timer would stop while the machine sleeps. */
const often = 30_000;

/** Milliseconds that the pages wait longer than the gateway, so that a case that is idle for too long ends first. */
const slack = 60_000;

/** Milliseconds for which a session lasts without a use, as a case does, where the clock does not tell. */
const usual = 20 * 60_000;

/** Why a session has ended that can have other tabs. */
const overInAllTabs: ReadonlySet<string> = new Set(['SIGNED_OUT', 'SESSION_ENDED', 'ACCESS_ENDED']);

/** Objects that end with a session, such as the clients of a tab (`Clients`). */
export interface Watched {
  /** Undefined: it has not ended. */
  readonly endedBy: string | undefined;
  end(cause: string): void;
  endCase(id: string): void;
  /** Calls when the session was used, and when it has ended. @returns ends the subscription */
  subscribe(listener: () => void): () => void;
}

/**
 * Ends the clients of a tab as soon as its session is no longer the browser's, and not only with the next read. Another tab says so, the
 * gateway says so when a person comes back to the tab, or no tab has used the session for as long as it lasts without a use. A page that is
 * left, and that the browser keeps for Back, ends too (LEFT): another person could press Back.
 * @param onBack called when the same person has come back to such a page
 * @returns ends it
 */
export function watchSession(
  { id, account, role, idleUntil }: BrowserSession,
  clients: Watched,
  onBack: (session: BrowserSession) => void,
): () => void {
  let usedAt = Date.now();
  const left = Date.parse(idleUntil) - usedAt;
  // Where the machine's clock is far ahead of the gateway's, nothing tells how long it lasts; too short is a look at the gateway more.
  const patience = (left > 0 ? left : usual) + slack;
  const end = (cause: string): void => {
    if (clients.endedBy === undefined) clients.end(cause);
  };
  const noteUse = (): void => void (usedAt = Date.now());
  const tellUse = (): void => {
    noteUse();
    tellTabs({ used: id });
  };
  const endIdle = (): void => {
    if (Date.now() - usedAt > patience) end('SESSION_ENDED');
  };
  const look = async (): Promise<void> => {
    endIdle();
    if (document.visibilityState !== 'visible' || clients.endedBy !== undefined) return;
    const found = await readSession().catch(() => null);
    if (found?.id === id) tellUse();
    // Null: the gateway cannot be reached.
    else if (found !== null) end(found ? 'SESSION_CHANGED' : 'SESSION_ENDED');
  };
  const goBack = async (): Promise<void> => {
    const found = await readSession().catch(() => undefined);
    if (found?.account === account && found.role === role) return onBack(found);
    drafts.wipe();
    location.replace('/');
  };
  const hear = ({ data: told }: MessageEvent<Told>): void => {
    if ('ended' in told) for (const one of told.ended) clients.endCase(one);
    else if ('over' in told && told.over === id) end('SESSION_ENDED');
    else if ('is' in told && told.is !== id) end('SESSION_CHANGED');
    else if ('used' in told && told.used === id) noteUse();
  };
  const unsubscribe = clients.subscribe(() => {
    if (clients.endedBy === undefined) tellUse();
    else if (overInAllTabs.has(clients.endedBy)) tellTabs({ over: id });
  });
  const stopping = new AbortController();
  const { signal } = stopping;
  const interval = setInterval(endIdle, often);
  tabs.addEventListener('message', hear, { signal });
  document.addEventListener('visibilitychange', () => void look(), { signal });
  window.addEventListener('focus', () => void look(), { signal });
  window.addEventListener('pagehide', ({ persisted }) => persisted && end('LEFT'), { signal });
  window.addEventListener('pageshow', ({ persisted }) => persisted && clients.endedBy === 'LEFT' && void goBack(), { signal });
  tellTabs({ is: id });
  return () => {
    unsubscribe();
    clearInterval(interval);
    stopping.abort();
  };
}
