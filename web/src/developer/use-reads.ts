import { useMemo, useState } from 'react';
import type { BrowserSession } from '../session/read-session.ts';
import { useWatch } from '../session/use-watch.ts';
import { Reads } from './reads.ts';

/**
 * Forgets what was read once the session has ended, or while the page is left.
 * @param session undefined: no one has signed in
 * @param onBack called when the same person has come back to the page; the same function each time
 */
export function useReads(session: BrowserSession | undefined, onBack: () => void): { readonly reads: Reads; readonly isOver: boolean } {
  const [over, setOver] = useState<BrowserSession>();
  const [isUnwatched, setIsUnwatched] = useState(false);
  const reads = useMemo(
    () =>
      new Reads((cause) => {
        // GraphiQL keeps answers in its own memory, which goes with the page.
        if (cause === 'LEFT') setOver(session);
        else if (cause === 'UNWATCHED') setIsUnwatched(true);
        else location.reload();
      }),
    [session],
  );
  useWatch(session, reads, onBack);
  // The page has a sentence for it.
  if (isUnwatched) throw new Error('nothing tells when the session is over');
  return { reads, isOver: session !== undefined && over === session };
}
