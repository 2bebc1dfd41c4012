import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** Shown where there is no page at the address. */
export default function NotFound(): ReactNode {
  return (
    <>
      <h1>
        <Trans>There is no such page</Trans>
      </h1>
      <p>
        <Trans>
          Check the address, or <Link to="/">go to the first page</Link>.
        </Trans>
      </p>
    </>
  );
}
