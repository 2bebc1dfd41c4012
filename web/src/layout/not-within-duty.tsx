import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** Shown in place of a page for another duty. */
export default function NotWithinDuty(): ReactNode {
  return (
    <>
      <h1>
        <Trans>This page is not within your duty</Trans>
      </h1>
      <p className="lead">
        <Trans>Duties are separated: an officer either reviews the access log or works with people by name. The menu has your pages.</Trans>
      </p>
    </>
  );
}
