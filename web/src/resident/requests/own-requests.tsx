import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { LongList } from '../../elements/lists/long-list.tsx';
import { Paged } from '../../elements/lists/paged.tsx';
import { personName } from '../../elements/names/person-name.ts';
import { Empty } from '../../elements/states/states.tsx';
import { graphql } from '../generated/gql.ts';
import { requestKinds } from './kinds.ts';
import { RequestState } from './request-state.tsx';

const document = graphql(`
  query OwnRequests($after: String) @purpose(is: SELF_SERVICE) {
    me {
      id
    }
    requests(first: 50, after: $after, orderBy: NEWEST) {
      totalCount
      edges {
        node {
          id
          number
          kind
          status
          filedAt
          dueOn
          answeredAt
          withdrawnAt
          reopenedAt
          filedByGuardian
          requester {
            id
            givenName
            familyName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The resident's requests and those filed for minors in care, newest first. */
export function OwnRequests({ onOpen }: { readonly onOpen: (id: string) => void }): ReactNode {
  const { i18n, t } = useLingui();
  return (
    <section aria-labelledby="own-requests">
      <h2 id="own-requests">
        <Trans>Your requests</Trans>
      </h2>
      <Paged query={document} variables={{}} connection={({ requests }) => requests} changedBy="PrivacyRequestReceipt">
        {({ rows, total, data }) =>
          rows.length === 0 ? (
            <Empty>
              <Trans>You have filed no request.</Trans>
            </Empty>
          ) : (
            <LongList
              className="entries"
              label={t`Your requests`}
              rows={rows}
              total={total}
              keyOf={({ id, number }) => id ?? number}
              rowHeight={150}
            >
              {(request) => {
                const { id, kind, number, requester, filedByGuardian } = request;
                const name = personName(requester);
                return (
                  <>
                    <h3>
                      <button type="button" className="open" onClick={() => id && onOpen(id)}>
                        <span className="text">{i18n._(requestKinds[kind])}</span> <span className="number">{number}</span>
                      </button>
                    </h3>
                    {requester && requester.id !== data.me?.id && (
                      <p>
                        <Trans>For {name}, in your care.</Trans>
                      </p>
                    )}
                    {requester?.id === data.me?.id && filedByGuardian && (
                      <p>
                        <Trans>Your guardian filed it for you.</Trans>
                      </p>
                    )}
                    <RequestState request={request} />
                  </>
                );
              }}
            </LongList>
          )
        }
      </Paged>
    </section>
  );
}
