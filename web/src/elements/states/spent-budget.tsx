import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { dayOf, gatewayNow } from '../time/local-time.ts';
import { useFormats } from '../time/use-formats.ts';
import './spent-budget.css';

interface Props {
  /** The refusal, which says when there is something left again (`retryAfter`, in seconds). */
  readonly error: CombinedError;
  /** The budget that is spent. */
  readonly title: ReactNode;
  /** The acts that are still possible. */
  readonly children: ReactNode;
  readonly onRetry?: (() => void) | undefined;
}

/** Said where a budget is spent. That is no fault: it says what still works, and from when on the rest does. */
export function SpentBudget({ error, title, children, onRetry }: Props): ReactNode {
  const { instant, time } = useFormats();
  const [cameAt] = useState(gatewayNow);
  const seconds = error.graphQLErrors[0]?.extensions['retryAfter'];
  const at = typeof seconds === 'number' ? new Date(cameAt + seconds * 1_000).toISOString() : undefined;
  const isToday = at !== undefined && dayOf(at) === dayOf(new Date(cameAt).toISOString());
  const [hour, moment] = [at && time(at), at && instant(at)];
  return (
    <section role="alert" className="state spent">
      <h2>{title}</h2>
      <p>{children}</p>
      {at && <p>{isToday ? <Trans>It works again from {hour} on.</Trans> : <Trans>It works again from {moment} on.</Trans>}</p>}
      {onRetry && (
        <p>
          <button type="button" onClick={onRetry}>
            <Trans>Try again</Trans>
          </button>
        </p>
      )}
    </section>
  );
}
