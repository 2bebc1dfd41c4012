import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useHasDrafts } from '../../session/drafts.ts';
import { loadAgain } from '../../session/move-on.ts';

interface Props {
  /** Why. */
  readonly children: ReactNode;
}

/** Shown where the pages must be loaded again. Typed text moves to the new page. */
export function LoadAgain({ children }: Props): ReactNode {
  const hasDrafts = useHasDrafts();
  return (
    <div role="alert" className="state failed">
      <p>{children}</p>
      {hasDrafts && (
        <p>
          <Trans>What you typed was not sent. It goes along into a new tab.</Trans>
        </p>
      )}
      <button type="button" onClick={loadAgain}>
        {hasDrafts ? <Trans>Go on in a new tab</Trans> : <Trans>Load again</Trans>}
      </button>
    </div>
  );
}
