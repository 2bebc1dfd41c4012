import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Answered } from '../elements/answered.tsx';
import { Empty } from '../elements/states.tsx';
import { ReadsOfYear } from './reads-of-year.tsx';
import { graphql } from './generated/gql.ts';

const document = graphql(`
  query WhoLooked($after: String) @purpose(is: SELF_SERVICE) {
    me {
      id
      accessHistory(first: 20, after: $after) {
        totalCount
        notice
        edges {
          node {
            id
            at
            kind
            why
            fields
            by {
              role
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

/** Who looked at the resident's record, newest first. */
export default function WhoLooked(): ReactNode {
  const { i18n } = useLingui();
  const [now] = useState(Date.now);
  const time = new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <>
      <h1>
        <Trans>Who looked</Trans>
      </h1>
      <ReadsOfYear now={now} />
      <Answered query={document} variables={{}}>
        {({ me }) => (
          <>
            {me?.accessHistory?.edges?.length === 0 && (
              <Empty>
                <Trans>Nobody looked at your record.</Trans>
              </Empty>
            )}
            <ol className="looks">
              {me?.accessHistory?.edges?.map(({ node }) => (
                <li key={node?.id}>
                  <p className="kind">
                    {node?.kind === 'RECORD_OPENED' ? <Trans>Your record was opened</Trans> : <Trans>Your name appeared in a search</Trans>}
                  </p>
                  <p>{node?.why}</p>
                  {node?.at && <time dateTime={node.at}>{time.format(new Date(node.at))}</time>}
                </li>
              ))}
            </ol>
          </>
        )}
      </Answered>
    </>
  );
}
