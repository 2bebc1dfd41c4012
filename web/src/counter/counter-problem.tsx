import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { Problem } from '../elements/states/problem.tsx';
import { SpentBudget } from '../elements/states/spent-budget.tsx';

interface Props {
  readonly error: CombinedError;
  readonly onRetry?: (() => void) | undefined;
}

/** Says why something at the counter failed. */
export function CounterProblem({ error, onRetry }: Props): ReactNode {
  const { code, reason } = error.graphQLErrors[0]?.extensions ?? {};
  const budget = code === 'ACT_BUDGET_SPENT' ? reason : code;
  const spent = typeof budget === 'string' ? spentBudgets[budget] : undefined;
  if (!spent) return <Problem error={error} onRetry={onRetry} />;
  return (
    <SpentBudget error={error} title={spent.title} onRetry={onRetry}>
      {spent.stillWorks}
    </SpentBudget>
  );
}

const spentBudgets: Readonly<Record<string, { readonly title: ReactNode; readonly stillWorks: ReactNode }>> = {
  READ_BUDGET_SPENT: {
    title: <Trans>You have been shown as many people as one hour or one day allows</Trans>,
    stillWorks: (
      <Trans>Search by the whole name or scan the card, so that fewer people are shown, or let a colleague go on with the customer.</Trans>
    ),
  },
  UNSERVED_ENCOUNTER: {
    title: <Trans>You have begun with many customers and sold or changed nothing for them</Trans>,
    stillWorks: <Trans>No other encounter can begin for now. A colleague can serve this customer.</Trans>,
  },
  IDENTITY_CHECK: {
    title: <Trans>You have checked as many identities as one hour or one day allows</Trans>,
    stillWorks: <Trans>Ask the customer for a card with a photo, or let a colleague check what the customer says.</Trans>,
  },
  CLAIM_CODE: {
    title: <Trans>You have handed out as many codes as one hour or one day allows</Trans>,
    stillWorks: <Trans>A colleague can hand out or confirm a code for this customer.</Trans>,
  },
};

/** Said in place of a customer who cannot be shown. */
export function NotShown({ error, onRetry }: Props): ReactNode {
  return (
    <>
      <h1>
        <Trans>The customer is not shown</Trans>
      </h1>
      <CounterProblem error={error} onRetry={onRetry} />
    </>
  );
}
