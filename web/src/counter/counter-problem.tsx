import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { Problem } from '../elements/problem.tsx';

interface Props {
  readonly error: CombinedError;
  readonly onRetry?: (() => void) | undefined;
}

/** Says why something at the counter failed. A spent budget is no fault: it says what still works, and from when on the rest does. */
export function CounterProblem({ error, onRetry }: Props): ReactNode {
  const { i18n } = useLingui();
  const [cameAt] = useState(() => Date.now());
  const { code, retryAfter } = error.graphQLErrors[0]?.extensions ?? {};
  const spent = typeof code === 'string' ? spentBudgets[code] : undefined;
  if (!spent) return <Problem error={error} onRetry={onRetry} />;
  const at = typeof retryAfter === 'number' ? new Date(cameAt + retryAfter * 1_000) : undefined;
  const time = at && new Intl.DateTimeFormat(`${i18n.locale}-CA`, { timeStyle: 'short' }).format(at);
  return (
    <section role="alert" className="state spent">
      {spent}
      {time && (
        <p>
          <Trans>It works again at {time}.</Trans>
        </p>
      )}
    </section>
  );
}

const spentBudgets: Readonly<Record<string, ReactNode>> = {
  READ_BUDGET_SPENT: (
    <>
      <h2>
        <Trans>You have been shown as many people as one hour or one day allows</Trans>
      </h2>
      <p>
        <Trans>Search by the whole name, so that fewer people match, or let a colleague find the customer.</Trans>
      </p>
    </>
  ),
  ENCOUNTER_BUDGET_SPENT: (
    <>
      <h2>
        <Trans>You have begun with many customers and sold or changed nothing for them</Trans>
      </h2>
      <p>
        <Trans>No other encounter can begin for now. A colleague can serve this customer.</Trans>
      </p>
    </>
  ),
  IDENTITY_BUDGET_SPENT: (
    <>
      <h2>
        <Trans>You have checked as many identities as one hour or one day allows</Trans>
      </h2>
      <p>
        <Trans>Ask the customer for a card with a photo, or let a colleague check what the customer says.</Trans>
      </p>
    </>
  ),
};
