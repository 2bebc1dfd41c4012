import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Bought } from '../../elements/records/bought.tsx';
import { LongList } from '../../elements/lists/long-list.tsx';
import { Paged } from '../../elements/lists/paged.tsx';
import { Empty } from '../../elements/states/states.tsx';
import { useMissing } from '../../elements/forms/use-missing.ts';
import { graphql } from '../generated/gql.ts';
import { Balance } from './balance.tsx';
import { Paid } from './paid.tsx';

const document = graphql(`
  query OwnPurchases($after: String) @purpose(is: SELF_SERVICE) {
    me {
      id
      account {
        balance
        overdueAmount
        overdueSince
        creditCheckOpen
      }
      purchases(first: 50, after: $after) {
        totalCount
        edges {
          node {
            id
            quantity
            amount
            purchasedAt
            validFrom
            validUntil
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

/** The purchases of the resident, newest first, and the balance of the account. */
export default function Purchases(): ReactNode {
  const { t } = useLingui();
  const missing = useMissing(document, {});
  return (
    <>
      <h1>
        <Trans>Purchases</Trans>
      </h1>
      <p className="lead">
        <Trans>What you bought, how long your passes are valid, and what is on your account.</Trans>
      </p>
      <p>
        <Link className="button" to="/purchases/buy">
          <Trans>Buy a service</Trans>
        </Link>
      </p>
      <Paged query={document} variables={{}} connection={({ me }) => me?.purchases} changedBy="Purchase">
        {({ rows, total, data }) => (
          <>
            <h2>
              <Trans>Your account</Trans>
            </h2>
            <Balance account={data.me?.account} missing={missing(['me', 'account', 'balance'])} />
            <Paid purchases={rows} />
            <h2>
              <Trans>What you bought</Trans>
            </h2>
            {rows.length === 0 ? (
              <Empty>
                <Trans>You have bought nothing yet.</Trans>
              </Empty>
            ) : (
              <LongList
                className="entries"
                label={t`What you bought`}
                rows={rows}
                total={total}
                keyOf={({ id }) => id ?? ''}
                rowHeight={100}
              >
                {(purchase) => <Bought purchase={purchase} />}
              </LongList>
            )}
          </>
        )}
      </Paged>
    </>
  );
}
