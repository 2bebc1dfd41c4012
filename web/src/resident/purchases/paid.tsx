import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Paged } from '../../elements/lists/paged.tsx';
import { Payments } from '../../elements/records/payments.tsx';
import { graphql } from '../generated/gql.ts';

const document = graphql(`
  query OwnPayments($after: String) @purpose(is: SELF_SERVICE) {
    me {
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
    }
  }
`);

interface Props {
  /** Those that have been read, among which is what a payment can be for. */
  readonly purchases: readonly { readonly id?: string | null; readonly service?: { readonly name: string } | null }[];
}

/** The payments of the resident at the counter, newest first. */
export function Paid({ purchases }: Props): ReactNode {
  const { t } = useLingui();
  return (
    <Paged query={document} variables={{}} connection={({ me }) => me?.payments} changedBy="Payment">
      {({ rows }) => <Payments name={t`What you paid at the counter`} payments={rows} purchases={purchases} />}
    </Paged>
  );
}
