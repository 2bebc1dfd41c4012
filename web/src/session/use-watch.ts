import { useEffect } from 'react';
import { inTime } from '../in-time.ts';
import type { BrowserSession } from './read-session.ts';
import type { Watched } from './watch-session.ts';

/**
 * Watches a session (`watchSession`), once the first page is there: it is no part of the first load. Where that cannot be loaded, nothing
 * would tell the tab that its session is over, so it ends for this tab (UNWATCHED).
 * @param session undefined: no one has signed in
 * @param onBack the same function for the same session
 */
export function useWatch(session: BrowserSession | undefined, clients: Watched, onBack: (session: BrowserSession) => void): void {
  useEffect(() => {
    let isOver = false;
    const loaded = inTime(import('./watch-session.ts')).then(
      ({ watchSession }) => session && watchSession(session, clients, onBack),
      () => {
        if (session && !isOver && clients.endedBy === undefined) clients.end('UNWATCHED');
        return undefined;
      },
    );
    return () => {
      isOver = true;
      void loaded.then((stop) => stop?.());
    };
  }, [session, clients, onBack]);
}
