import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

/** The top of a page that has no navigation. @param children what stands at its end */
export function Masthead({ children }: { readonly children?: ReactNode }): ReactNode {
  return (
    <header className="frame">
      <div className="top">
        <p className="place">
          <strong>
            <Trans>Recreation department</Trans>
          </strong>
        </p>
        <div className="aside">{children}</div>
      </div>
    </header>
  );
}
