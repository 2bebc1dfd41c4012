import { useEffect } from 'react';
import type { BrowserSession } from './read-session.ts';
import type { Watched } from './watch-session.ts';

/**
 * Watches a session (`watchSession`), once the first page is there: it is no part of the first load.
 * @param session undefined: nobody has signed in
 * @param onBack the same function for the same session
 */
export function useWatch(session: BrowserSession | undefined, clients: Watched, onBack: (session: BrowserSession) => void): void {
  useEffect(() => {
    const loaded = import('./watch-session.ts').then(
      ({ watchSession }) => session && watchSession(session, clients, onBack),
      // Without the network: whatever is read next finds out.
      () => undefined,
    );
    return () => void loaded.then((stop) => stop?.());
  }, [session, clients, onBack]);
}
