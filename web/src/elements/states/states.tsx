import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** Shown while something is read. */
export function Loading(): ReactNode {
  return (
    <output className="state">
      <Trans>Loading…</Trans>
    </output>
  );
}

/** Shown where there is nothing. */
export function Empty({ children }: { readonly children: ReactNode }): ReactNode {
  return <p className="state">{children}</p>;
}

/** Shown where something failed: what happened, and what to do. */
export function Failed({ onRetry, children }: { readonly onRetry?: (() => void) | undefined; readonly children: ReactNode }): ReactNode {
  return (
    <div role="alert" className="state failed">
      <p>{children}</p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          <Trans>Try again</Trans>
        </button>
      )}
    </div>
  );
}

/** Said where no answer has come to what only reads. */
export function NoAnswer(): ReactNode {
  if (navigator.onLine) return <Trans>The gateway does not answer. Nothing was changed or lost; try again in a moment.</Trans>;
  return <Trans>You are offline. Nothing was changed or lost; go on when you are online again.</Trans>;
}
