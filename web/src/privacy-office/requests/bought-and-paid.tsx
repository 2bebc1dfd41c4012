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
    <Folded
      id="purchases"
      title={<Trans>Purchases: {purchases?.totalCount ?? 0}</Trans>}
      head={
        <>
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
        </>
      }
    >
      {rows.map(({ id, service, purchasedAt, quantity, amount }) => (
        <tr key={id}>
          <th scope="row">{service?.name}</th>
          <td>{purchasedAt && instant(purchasedAt)}</td>
          <td className="number">{quantity}</td>
          <td className="number">{amount && money(amount)}</td>
        </tr>
      ))}
    </Folded>
  );
}

/** What the person who asks has paid at the counter. */
export function Payments({ resident: { payments, purchases } }: Props): ReactNode {
  const { dayOf, money } = useFormats();
  const rows = (payments?.edges ?? []).flatMap(({ node }) => (node ? [node] : []));
  const names = new Map(bought(purchases).map(({ id, service }) => [id, service?.name]));
  return (
    <Folded
      id="payments"
      title={<Trans>Payments at the counter: {payments?.totalCount ?? 0}</Trans>}
      head={
        <>
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
        </>
      }
    >
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
    </Folded>
  );
}

interface FoldedProps {
  readonly id: string;
  readonly title: ReactNode;
  /** The cells of the head. */
  readonly head: ReactNode;
  /** The rows. */
  readonly children: ReactNode;
}

/** A table that is opened by its title. */
function Folded({ id, title, head, children }: FoldedProps): ReactNode {
  return (
    <details>
      <summary id={id}>{title}</summary>
      <Scrolled labelledBy={id}>
        <table>
          <thead>
            <tr>{head}</tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </Scrolled>
    </details>
  );
}

type Bought = NonNullable<NonNullable<NonNullable<Requester['purchases']>['edges']>[number]['node']>;

function bought(purchases: Requester['purchases']): readonly Bought[] {
  return (purchases?.edges ?? []).flatMap(({ node }) => (node ? [node] : []));
}
