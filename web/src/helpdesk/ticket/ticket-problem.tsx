import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { Problem } from '../../elements/states/problem.tsx';
import { SpentBudget } from '../../elements/states/spent-budget.tsx';
import { useFirstFocus } from '../../elements/forms/use-first-focus.ts';

interface Props {
  readonly error: CombinedError;
  readonly onRetry: () => void;
}

/** Said in place of a ticket that cannot be shown. */
export function TicketProblem({ error, onRetry }: Props): ReactNode {
  const heading = useFirstFocus<HTMLHeadingElement>();
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        <Trans>The ticket is not shown</Trans>
      </h1>
      {error.graphQLErrors[0]?.extensions['code'] === 'READ_BUDGET_SPENT' ? (
        <SpentBudget
          error={error}
          title={<Trans>You have been shown as many people as one hour or one day allows</Trans>}
          onRetry={onRetry}
        >
          <Trans>
            The ticket stays yours, and what you typed is kept. Go on with tickets that you have read within this hour, or let a colleague
            take the next ones.
          </Trans>
        </SpentBudget>
      ) : (
        <Problem error={error} onRetry={onRetry} />
      )}
    </>
  );
}
