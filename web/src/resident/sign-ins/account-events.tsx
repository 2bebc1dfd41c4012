import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { LongList } from '../../elements/lists/long-list.tsx';
import { Paged } from '../../elements/lists/paged.tsx';
import { Empty } from '../../elements/states/states.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import { graphql } from '../generated/gql.ts';

const document = graphql(`
  query AccountEvents($after: String) @purpose(is: SELF_SERVICE) {
    me {
      id
      accessHistory(first: 50, after: $after, includeOwn: true, filter: { ofAccount: true }) {
        totalCount
        edges {
          node {
            id
            at
            why
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

/** The uses of the resident's account: sign-ins, tries, and changes of how one signs in. */
export function AccountEvents(): ReactNode {
  const { t } = useLingui();
  const { instant } = useFormats();
  return (
    <section aria-labelledby="events">
      <h2 id="events">
        <Trans>What happened with your account</Trans>
      </h2>
      <Paged query={document} variables={{}} connection={({ me }) => me?.accessHistory}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty>
              <Trans>No event of your account is on record.</Trans>
            </Empty>
          ) : (
            <LongList
              className="entries"
              label={t`What happened with your account`}
              rows={rows}
              keyOf={({ id }) => id ?? ''}
              rowHeight={48}
            >
              {({ at, why }) => (
                <p className="event">
                  <span>{why}</span> {at && <time dateTime={at}>{instant(at)}</time>}
                </p>
              )}
            </LongList>
          )
        }
      </Paged>
    </section>
  );
}
