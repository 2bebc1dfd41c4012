import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormats } from '../elements/use-formats.ts';

interface Purchase {
  readonly id?: string | null;
  readonly quantity?: number | null;
  readonly amount?: string | null;
  readonly purchasedAt?: string | null;
  readonly validUntil?: string | null;
  readonly service?: { readonly name: string } | null;
}

/** What was bought lately. */
export function Purchases({ purchases }: { readonly purchases: readonly (Purchase | null | undefined)[] }): ReactNode {
  const { day, money } = useFormats();
  const bought = purchases.filter((one) => one != null);
  return (
    <section aria-labelledby="purchases">
      <h2 id="purchases">
        <Trans>Bought lately</Trans>
      </h2>
      {bought.length === 0 ? (
        <p className="state">
          <Trans>Nothing yet.</Trans>
        </p>
      ) : (
        <ol className="recent">
          {bought.map(({ id, service, quantity, purchasedAt, validUntil, amount }) => (
            <li key={id}>
              <strong>
                {service?.name}
                {quantity != null && quantity > 1 && ` × ${quantity}`}
              </strong>
              <span>{purchasedAt && day(purchasedAt.slice(0, 10))}</span>
              <span>{validUntil && <Trans>valid until {day(validUntil)}</Trans>}</span>
              <span className="amount">{amount && money(amount)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
