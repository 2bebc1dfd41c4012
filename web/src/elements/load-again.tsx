import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useHasDrafts } from '../session/drafts.ts';
import { loadAgain } from '../session/move-on.ts';

interface Props {
  /** Why. */
  readonly children: ReactNode;
}

/** Shown where the pages must be loaded again. What is typed goes with the person. */
export function LoadAgain({ children }: Props): ReactNode {
  const hasDrafts = useHasDrafts();
  const [isRefused, setIsRefused] = useState(false);
  return (
    <div role="alert" className="state failed">
      <p>{children}</p>
      {hasDrafts && (
        <p>
          <Trans>What you typed was not sent. It goes with you: the pages open in a new tab, and this one forgets it.</Trans>
        </p>
      )}
      {isRefused && (
        <p>
          <Trans>The browser did not open a new tab. Allow it for this site, or copy what you typed.</Trans>
        </p>
      )}
      <button type="button" onClick={() => setIsRefused(!loadAgain())}>
        {hasDrafts ? <Trans>Go on in a new tab</Trans> : <Trans>Load again</Trans>}
      </button>
    </div>
  );
}
