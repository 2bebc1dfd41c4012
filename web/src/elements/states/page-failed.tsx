import { Trans } from '@lingui/react/macro';
import { useEffect, useState, type ReactNode } from 'react';
import { comparePages, type Served } from '../../session/compare-pages.ts';
import { drafts } from '../../session/drafts.ts';
import { LoadAgain } from './load-again.tsx';
import { Failed, Loading, NoAnswer } from './states.tsx';

/** Shown in place of a page that failed: why, and what to do. */
export function PageFailed(): ReactNode {
  return (
    <>
      <h1>
        <Trans>This page is not shown</Trans>
      </h1>
      <PartFailed />
    </>
  );
}

/** Shown in place of a part of a page that failed. A browser loads no script again that it once could not load. */
export function PartFailed(): ReactNode {
  const [served, setServed] = useState<Served>();
  useEffect(() => void comparePages().then(setServed), []);
  const retry = async (): Promise<void> => {
    setServed(undefined);
    const now = await comparePages();
    if (now === 'unreached' || !drafts.isEmpty) setServed(now);
    else location.reload();
  };
  if (!served) return <Loading />;
  if (served === 'unreached')
    return (
      <Failed onRetry={() => void retry()}>
        <NoAnswer />
      </Failed>
    );
  return (
    <LoadAgain>
      {served === 'other' ? (
        <Trans>There is a newer version of these pages.</Trans>
      ) : (
        <Trans>Something could not be loaded. Load the pages again.</Trans>
      )}
    </LoadAgain>
  );
}
