import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
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

/** Shown where there is no page at the address. */
export function NotFound(): ReactNode {
  return (
    <>
      <h1>
        <Trans>There is no such page</Trans>
      </h1>
      <p>
        <Link to="/">
          <Trans>Go to the first page</Trans>
        </Link>
      </p>
    </>
  );
}
