import { Trans } from '@lingui/react/macro';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { Loading } from '../elements/states/states.tsx';
import { Masthead } from '../layout/masthead.tsx';

interface Props {
  /** Ends the session. It rejects if the gateway cannot be reached. */
  readonly end: () => Promise<unknown>;
}

/**
 * Shown in place of all that was read or typed while the person leaves, until the start page takes its place, so that Back shows nothing.
 * Without the network the session continues. The page says so, and ends it as soon as the network is back.
 */
export function Leaving({ end }: Props): ReactNode {
  const [hasFailed, setHasFailed] = useState(false);
  const leave = useCallback(async (): Promise<void> => {
    try {
      await end();
    } catch {
      return setHasFailed(true);
    }
    location.replace('/');
  }, [end]);
  useEffect(() => {
    const onOnline = (): void => void leave();
    onOnline();
    window.addEventListener('online', onOnline);
    return () => window.removeEventListener('online', onOnline);
  }, [leave]);
  if (!hasFailed) return <Loading />;
  return (
    <>
      <Masthead />
      <main className="narrow">
        <div role="alert">
          <h1>
            <Trans>You are not signed out yet</Trans>
          </h1>
          <p>
            <Trans>
              Nothing is shown here now. But signing out needs the network. Until then, anyone who uses this browser is signed in as you.
            </Trans>
          </p>
          <p>
            <button type="button" className="button" onClick={() => void leave()}>
              <Trans>Sign out</Trans>
            </button>
          </p>
        </div>
      </main>
    </>
  );
}
