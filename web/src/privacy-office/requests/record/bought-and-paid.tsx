import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Paged } from '../../../elements/lists/paged.tsx';
import { useFormats } from '../../../elements/time/use-formats.ts';
import { graphql } from '../../generated/gql.ts';
import { Scrolled } from '../../log/scrolled.tsx';
import { Folded } from '../folded.tsx';

const purchases = graphql(`
  query PurchasesOfRequester($id: ID!, $after: String) @purpose(is: RIGHTS_FULFILMENT) {
    resident(id: $id) {
      id
      purchases(first: 50, after: $after) {
        totalCount
        edges {
          node {
            id
            purchasedAt
            quantity
            amount
            service {
              id
              name
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const payments = graphql(`
  query PaymentsOfRequester($id: ID!, $after: String) @purpose(is: RIGHTS_FULFILMENT) {
    resident(id: $id) {
      id
      payments(first: 50, after: $after) {
        totalCount
        edges {
          node {
            id
            amount
            method
            paidAt
            purchaseId
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      purchases(first: 100) {
        edges {
          node {
            id
            service {
              id
              name
            }
          }
        }
      }
    }
  }
`);

interface Props {
  /** The `Resident.id` of who asks. */
  readonly id: string;
  /** How many there are. */
  readonly total: number;
}

/** The purchases of the person who asks. */
export function Purchases({ id: resident, total }: Props): ReactNode {
  const { dayOf, money } = useFormats();
  return (
    <Folded id="purchases" title={<Trans>Purchases: {total}</Trans>}>
      <Paged query={purchases} variables={{ id: resident }} connection={(data) => data.resident?.purchases}>
        {({ rows }) => (
          <Table
            labelledBy="purchases"
            head={
              <>
                <th scope="col">
                  <Trans>Service</Trans>
                </th>
                <th scope="col">
                  <Trans>Bought</Trans>
                </th>
                <th scope="col" className="number">
                  <Trans>Quantity</Trans>
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
                <td>{purchasedAt && dayOf(purchasedAt)}</td>
                <td className="number">{quantity}</td>
                <td className="number">{amount && money(amount)}</td>
              </tr>
            ))}
          </Table>
        )}
      </Paged>
    </Folded>
  );
}

/** The payments of the person who asks at the counter. */
export function Payments({ id: resident, total }: Props): ReactNode {
  const { dayOf, money } = useFormats();
  return (
    <Folded id="payments" title={<Trans>Payments at the counter: {total}</Trans>}>
      <Paged query={payments} variables={{ id: resident }} connection={(data) => data.resident?.payments}>
        {({ rows, data }) => {
          const names = new Map((data.resident?.purchases?.edges ?? []).map(({ node }) => [node?.id, node?.service?.name]));
          return (
            <Table
              labelledBy="payments"
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
            </Table>
          );
        }}
      </Paged>
    </Folded>
  );
}

interface TableProps {
  /** The id of its title. */
  readonly labelledBy: string;
  /** The cells of the head. */
  readonly head: ReactNode;
  /** The rows. */
  readonly children: ReactNode;
}

function Table({ labelledBy, head, children }: TableProps): ReactNode {
  return (
    <Scrolled labelledBy={labelledBy}>
      <table>
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scrolled>
  );
}
