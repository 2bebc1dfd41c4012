import { Trans } from '@lingui/react/macro';
import { createContext, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useRenderAgain } from '../../../client/src/react.ts';
import { Masthead } from '../layout/masthead.tsx';
import { drafts } from './drafts.ts';
import { openClients, type Clients } from './open-clients.ts';
import { endSession, readSession, type BrowserSession } from './read-session.ts';

/** Who has signed in, and how their pages ask. */
export interface SignedIn {
  readonly session: BrowserSession;
  readonly clients: Clients;
  /** Ends the session, forgets all that was read or typed, and leaves the pages. */
  readonly signOut: () => Promise<void>;
}

const Context = createContext<SignedIn | undefined>(undefined);

/** Who has signed in. */
export function useSignedIn(): SignedIn {
  return use(Context)!;
}

interface Props {
  readonly session: BrowserSession;
  readonly children: ReactNode;
}

/** Gives its children the clients of a session. Once the session has ended, nothing that was read stays; what was typed waits for the same person. */
export function Signed({ session: first, children }: Props): ReactNode {
  const [{ session, clients }, setOpened] = useState(() => ({ session: first, clients: openClients(first) }));
  const endedBy = useSyncExternalStore(
    useCallback((listener) => clients.subscribe(listener), [clients]),
    () => clients.endedBy,
  );
  useRenderAgain(endedBy);
  const signedIn = useMemo(() => {
    const signOut = async (): Promise<void> => {
      clients.end();
      await leave(() => endSession(session));
    };
    return { session, clients, signOut };
  }, [session, clients]);
  const goOn = useCallback((found: BrowserSession) => setOpened({ session: found, clients: openClients(found) }), []);
  if (endedBy === 'SIGNED_OUT') return null;
  if (endedBy !== undefined) return <Ended session={session} onSamePerson={goOn} />;
  return <Context value={signedIn}>{children}</Context>;
}

interface EndedProps {
  readonly session: BrowserSession;
  readonly onSamePerson: (session: BrowserSession) => void;
}

/** Shown once the session has ended. When the same person has signed in again, in another tab, the pages go on. */
function Ended({ session, onSamePerson }: EndedProps): ReactNode {
  useEffect(() => {
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      const found = await readSession().catch(() => undefined);
      if (!found) return;
      if (found.account === session.account && found.role === session.role) onSamePerson(found);
      else await leave();
    };
    const onReturn = (): void => void look();
    document.addEventListener('visibilitychange', onReturn);
    window.addEventListener('focus', onReturn);
    return () => {
      document.removeEventListener('visibilitychange', onReturn);
      window.removeEventListener('focus', onReturn);
    };
  }, [session, onSamePerson]);
  return (
    <>
      <Masthead />
      <main className="narrow">
        <div role="alert">
          <h1>
            <Trans>Your session has ended</Trans>
          </h1>
          <p>
            <Trans>Nothing is shown any more. What you typed is kept here until you have signed in again.</Trans>
          </p>
          <p>
            <a className="button" href={signInAddress} target="_blank" rel="noopener">
              <Trans>Sign in again in a new tab</Trans>
            </a>
          </p>
          <p>
            <button type="button" onClick={() => void leave()}>
              <Trans>Leave, and forget what I typed</Trans>
            </button>
          </p>
        </div>
      </main>
    </>
  );
}

/** Where people sign in. */
export const signInAddress = '/oidc/account/sign-in';

/** Forgets what was typed, and loads the start page in place of this one, so that Back shows nothing. */
async function leave(end?: () => Promise<void>): Promise<void> {
  drafts.wipe();
  try {
    await end?.();
  } finally {
    location.replace('/');
  }
}
