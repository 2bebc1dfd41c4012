import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useCallback, useEffect, useState, type ReactNode } from 'react';
import { Failed, Loading } from '../elements/states/states.tsx';
import { inTime } from '../in-time.ts';
import { readSession, type BrowserSession } from '../session/read-session.ts';
import type { Persona } from './personas/personas.ts';
import { useReads } from './use-reads.ts';

interface Props {
  /** Undefined outside development. */
  readonly personas: readonly Persona[] | undefined;
}

/** Outside the municipality. */
const outsiders: ReadonlySet<string | null> = new Set([null, 'ANONYMOUS', 'RESIDENT']);

const Workbench = lazy(() => inTime(import('./editor/workbench.tsx')));

/** Where developers try operations, and read schemas, codes and examples. In production it is for employees, and others do not load it. */
export function Developer({ personas }: Props): ReactNode {
  const [session, setSession] = useState<BrowserSession | 'nobody'>();
  const [hasFailed, setHasFailed] = useState(false);
  const look = useCallback((): void => {
    void readSession().then(
      (found) => setSession(found ?? 'nobody'),
      () => setHasFailed(true),
    );
  }, []);
  useEffect(look, [look]);
  const signedIn = session === 'nobody' ? undefined : session;
  const { reads, isOver } = useReads(signedIn, look);
  if (hasFailed)
    return (
      <Failed onRetry={() => location.reload()}>
        <Trans>The gateway does not answer. Nothing was changed or lost; try again in a moment.</Trans>
      </Failed>
    );
  if (session === undefined || isOver) return <Loading />;
  if (!personas && outsiders.has(signedIn?.role ?? null))
    return (
      <main className="narrow">
        <h1>
          <Trans>For developers</Trans>
        </h1>
        <p>
          <Trans>This page is for employees. Sign in as one.</Trans>
        </p>
      </main>
    );
  return (
    <Suspense fallback={<Loading />}>
      <Workbench personas={personas} session={signedIn} reads={reads} onChange={look} />
    </Suspense>
  );
}
