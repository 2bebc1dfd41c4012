import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormats } from '../elements/use-formats.ts';
import type { PaymentMethod } from '../generated/vocabulary.ts';

interface Payment {
  readonly id?: string | null;
  readonly amount?: string | null;
  readonly method?: PaymentMethod | null;
  readonly paidAt?: string | null;
  readonly purchaseId?: string | null;
}

interface Props {
  readonly payments: readonly (Payment | null | undefined)[];
  /** The latest ones, among which is what a payment can be for. */
  readonly purchases: readonly { readonly id?: string | null; readonly service?: { readonly name: string } | null }[];
}

/** What was paid lately at the counter. */
export function Payments({ payments, purchases }: Props): ReactNode {
  const { dayOf, money } = useFormats();
  const paid = payments.filter((one) => one != null);
  if (paid.length === 0) return null;
  return (
    <section aria-labelledby="payments">
      <h2 id="payments">
        <Trans>Paid lately</Trans>
      </h2>
      <ol className="bought">
        {paid.map(({ id, amount, method, paidAt, purchaseId }) => (
          <li key={id}>
            <strong>
              {purchaseId ? (
                (purchases.find((one) => one.id === purchaseId)?.service?.name ?? <Trans>An earlier purchase</Trans>)
              ) : (
                <Trans>Towards what is owed</Trans>
              )}
            </strong>
            <span>{paidAt && dayOf(paidAt)}</span>
            <span>{method === 'CASH' ? <Trans>in cash</Trans> : <Trans>by card</Trans>}</span>
            <span className="amount">{amount && money(amount)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
