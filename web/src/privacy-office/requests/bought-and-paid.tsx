import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormats } from '../../elements/use-formats.ts';
import type { RecordOfRequesterQuery } from '../generated/graphql.ts';
import { Scrolled } from '../scrolled.tsx';

type Requester = NonNullable<RecordOfRequesterQuery['resident']>;

interface Props {
  readonly resident: Requester;
}

/** What the person who asks has bought. */
export function Purchases({ resident: { purchases } }: Props): ReactNode {
  const { instant, money } = useFormats();
  const rows = bought(purchases);
  return (
    <details>
      <summary id="purchases">
        <Trans>Purchases: {purchases?.totalCount ?? 0}</Trans>
      </summary>
      <Scrolled labelledBy="purchases">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Service</Trans>
              </th>
              <th scope="col">
                <Trans>Bought</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>How many</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>Price</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, service, purchasedAt, quantity, amount }) => (
              <tr key={id}>
                <th scope="row">{service?.name}</th>
                <td>{purchasedAt && instant(purchasedAt)}</td>
                <td className="number">{quantity}</td>
                <td className="number">{amount && money(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </details>
  );
}

/** What the person who asks has paid at the counter. */
export function Payments({ resident: { payments, purchases } }: Props): ReactNode {
  const { dayOf, money } = useFormats();
  const rows = (payments?.edges ?? []).flatMap(({ node }) => (node ? [node] : []));
  const names = new Map(bought(purchases).map(({ id, service }) => [id, service?.name]));
  return (
    <details>
      <summary id="payments">
        <Trans>Payments at the counter: {payments?.totalCount ?? 0}</Trans>
      </summary>
      <Scrolled labelledBy="payments">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <Trans>What for</Trans>
              </th>
              <th scope="col">
                <Trans>Paid</Trans>
              </th>
              <th scope="col">
                <Trans>How</Trans>
              </th>
              <th scope="col" className="number">
                <Trans>Amount</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, purchaseId, paidAt, method, amount }) => (
              <tr key={id}>
                <th scope="row">
                  {purchaseId ? (names.get(purchaseId) ?? <Trans>An earlier purchase</Trans>) : <Trans>Towards what was owed</Trans>}
                </th>
                <td>{paidAt && dayOf(paidAt)}</td>
                <td>{method && (method === 'CASH' ? <Trans>In cash</Trans> : <Trans>By card</Trans>)}</td>
                <td className="number">{amount && money(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </details>
  );
}

type Bought = NonNullable<NonNullable<NonNullable<Requester['purchases']>['edges']>[number]['node']>;

function bought(purchases: Requester['purchases']): readonly Bought[] {
  return (purchases?.edges ?? []).flatMap(({ node }) => (node ? [node] : []));
}
