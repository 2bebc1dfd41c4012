import { Trans } from '@lingui/react/macro';
import { createContext, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useRenderAgain } from '../../../client/src/react.ts';
import { forgetChecked } from '../elements/forget-checked.ts';
import { PageFailed } from '../elements/states/page-failed.tsx';
import { Loading } from '../elements/states/states.tsx';
import { Masthead } from '../layout/masthead.tsx';
import { drafts } from './drafts.ts';
import { openClients, type Clients } from './open-clients.ts';
import { Leaving } from './leaving.tsx';
import { offerToMoveOn } from './move-on.ts';
import { endSession, readSession, type BrowserSession } from './read-session.ts';
import { useWatch } from './use-watch.ts';

/** The person who has signed in, and how their pages ask. */
export interface SignedIn {
  readonly session: BrowserSession;
  readonly clients: Clients;
  /** Forgets all that was read or typed, ends the session, and leaves the pages. */
  readonly signOut: () => void;
  /** Takes note that the session goes on, until another instant. */
  readonly goOn: (session: BrowserSession) => void;
}

const Context = createContext<SignedIn | undefined>(undefined);

/** The person who has signed in. */
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
  useEffect(() => {
    if (endedBy !== undefined) forgetChecked();
  }, [endedBy]);
  const signedIn = useMemo(() => {
    const signOut = (): void => {
      clients.end();
      drafts.wipe();
    };
    const goOn = (changed: BrowserSession): void => setOpened({ session: changed, clients });
    return { session, clients, signOut, goOn };
  }, [session, clients]);
  const end = useCallback(() => endSession(session), [session]);
  const openAgain = useCallback((found: BrowserSession) => setOpened({ session: found, clients: openClients(found) }), []);
  useEffect(() => {
    const onMoved = (): void => {
      clients.end('MOVED_ON');
      drafts.wipe();
    };
    return offerToMoveOn(session, onMoved);
  }, [session, clients]);
  useWatch(session, clients, openAgain);
  if (endedBy === 'SIGNED_OUT') return <Leaving end={end} />;
  if (endedBy === 'MOVED_ON') return <MovedOn />;
  if (endedBy === 'LEFT') return <Loading />;
  if (endedBy === 'UNWATCHED') return <Unwatched />;
  if (endedBy !== undefined) return <Ended session={session} onSamePerson={openAgain} />;
  return <Context value={signedIn}>{children}</Context>;
}

/** Shown once another tab has gone on with what was typed here. */
function MovedOn(): ReactNode {
  return (
    <>
      <Masthead />
      <main className="narrow">
        <div role="alert">
          <h1>
            <Trans>You went on in another tab</Trans>
          </h1>
          <p>
            <Trans>What you typed is there. You can close this tab.</Trans>
          </p>
        </div>
      </main>
    </>
  );
}

/** Shown where nothing would tell this tab that its session is over. */
function Unwatched(): ReactNode {
  return (
    <>
      <Masthead />
      <main className="narrow">
        <PageFailed />
      </main>
    </>
  );
}

interface EndedProps {
  readonly session: BrowserSession;
  readonly onSamePerson: (session: BrowserSession) => void;
}

/** Shown once the session has ended. When the same person has signed in again, in another tab, the pages go on. */
function Ended({ session, onSamePerson }: EndedProps): ReactNode {
  const [isLeaving, setIsLeaving] = useState(false);
  const leave = useCallback(() => {
    drafts.wipe();
    setIsLeaving(true);
  }, []);
  useEffect(() => {
    const look = async (): Promise<void> => {
      if (document.visibilityState !== 'visible') return;
      const found = await readSession().catch(() => undefined);
      if (!found) return;
      if (found.account === session.account && found.role === session.role) onSamePerson(found);
      else leave();
    };
    const onReturn = (): void => void look();
    document.addEventListener('visibilitychange', onReturn);
    window.addEventListener('focus', onReturn);
    return () => {
      document.removeEventListener('visibilitychange', onReturn);
      window.removeEventListener('focus', onReturn);
    };
  }, [session, onSamePerson, leave]);
  // It reads who has signed in to know that the gateway can be reached.
  if (isLeaving) return <Leaving end={readSession} />;
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
            <button type="button" onClick={leave}>
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
