import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFirstFocus } from '../../elements/forms/use-first-focus.ts';

/** Shown in place of a ticket that is no longer the reader's case. */
export function TicketOver({ onAgain }: { readonly onAgain: () => void }): ReactNode {
  const heading = useFirstFocus<HTMLHeadingElement>();
  return (
    <div role="alert" className="state">
      <h1 tabIndex={-1} ref={heading}>
        <Trans>Nothing of this ticket is shown any more</Trans>
      </h1>
      <p>
        <Trans>It was closed, a colleague has it now, or nothing was done for 20 minutes. What you typed is kept.</Trans>
      </p>
      <p>
        <button type="button" onClick={onAgain}>
          <Trans>Read it again</Trans>
        </button>
      </p>
    </div>
  );
}
