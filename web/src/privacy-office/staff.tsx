import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { LongList } from '../elements/long-list.tsx';
import { Paged } from '../elements/paged.tsx';
import { useLingui } from '@lingui/react/macro';
import { graphql } from './generated/gql.ts';
import './privacy-office.css';

const document = graphql(`
  query Colleagues($after: String) @purpose(is: RIGHTS_FULFILMENT) {
    colleagues(first: 50, after: $after) {
      totalCount
      edges {
        node {
          id
          givenName
          familyName
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The colleagues who answer requests too. What else an employee may do, the policy keeps to the administrators of the staff. */
export default function Staff(): ReactNode {
  const { t } = useLingui();
  return (
    <>
      <h1>
        <Trans>Staff</Trans>
      </h1>
      <p className="lead">
        <Trans>
          The colleagues who can take a request. Officers who review the access log are not among them: they have no other duty.
        </Trans>
      </p>
      <Paged query={document} variables={{}} connection={({ colleagues }) => colleagues}>
        {({ rows, total }) => (
          <LongList
            className="entries"
            label={t`Colleagues`}
            rows={rows}
            total={total}
            keyOf={({ id, familyName }) => id ?? familyName ?? ''}
            rowHeight={40}
          >
            {({ givenName, familyName }) => [givenName, familyName].filter(Boolean).join(' ')}
          </LongList>
        )}
      </Paged>
      <h2>
        <Trans>Who has which role, and whose roles must be confirmed</Trans>
      </h2>
      <p>
        <Trans>
          Only the administrators of the staff see this: the policy withholds it from everybody else, privacy officers included. Ask them
          for the list of reviews that are due.
        </Trans>
      </p>
    </>
  );
}
