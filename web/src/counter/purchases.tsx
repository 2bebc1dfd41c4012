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
        <table>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Service</Trans>
              </th>
              <th scope="col">
                <Trans>Bought</Trans>
              </th>
              <th scope="col">
                <Trans>Valid until</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>Amount</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {bought.map(({ id, service, quantity, purchasedAt, validUntil, amount }) => (
              <tr key={id}>
                <td>
                  {service?.name}
                  {quantity != null && quantity > 1 && ` × ${quantity}`}
                </td>
                <td>{purchasedAt && day(purchasedAt.slice(0, 10))}</td>
                <td>{validUntil ? day(validUntil) : <Trans>no end</Trans>}</td>
                <td className="number">{amount && money(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
