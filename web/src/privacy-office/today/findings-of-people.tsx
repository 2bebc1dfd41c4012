import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { gatewayNow } from '../../elements/time/local-time.ts';
import { Answered } from '../../elements/states/answered.tsx';
import { DeadlineBar } from '../../elements/time/deadline-bar.tsx';
import { graphql } from '../generated/gql.ts';
import { Holder } from '../requests/record/holder.tsx';
import { Colleague } from '../staff/colleague.tsx';
import { Finding } from './finding.tsx';

const document = graphql(`
  query FindingsOfPeople($now: DateTime!) @purpose(is: RIGHTS_FULFILMENT) {
    questioned: requests(first: 5, status: OPEN, kind: ACCESS_QUESTIONED, orderBy: DUE) {
      edges {
        node {
          id
          number
          filedAt
          dueOn
          assignee {
            id
            givenName
            familyName
          }
        }
      }
    }
    mine: requests(first: 100, status: OPEN, kind: ACCESS_QUESTIONED, assignment: MINE) {
      edges {
        node {
          id
        }
      }
    }
    unconfirmed: employees(first: 5, status: ACTIVE, reviewDueBefore: $now) {
      edges {
        node {
          id
          ...Colleague
        }
      }
    }
  }
`);

/** Reads that people doubt, and roles that were not confirmed in time. */
export function FindingsOfPeople(): ReactNode {
  const [now] = useState(gatewayNow);
  return (
    <Answered query={document} variables={{ now: new Date(now).toISOString() }}>
      {({ questioned, mine, unconfirmed }) => (
        <>
          <Finding
            id="questioned"
            name={<Trans>Reads that people question</Trans>}
            meaning={<Trans>Somebody doubts that an employee or a partner had a reason to look. Find out whether there was one.</Trans>}
            none={<Trans>Nobody questions a read.</Trans>}
            rows={(questioned?.edges ?? []).flatMap(({ node }) => {
              if (!node) return [];
              const { id, number, filedAt, dueOn, assignee } = node;
              const shown = (
                <>
                  <p>
                    <strong className="whole">{number}</strong>{' '}
                    <Holder isMine={mine?.edges.some((one) => one.node?.id === id) ?? false} assignee={assignee} />
                  </p>
                  <DeadlineBar since={filedAt} dueOn={dueOn} />
                </>
              );
              return [{ key: id ?? number, shown }];
            })}
            further={
              <Link to="/privacy-requests">
                <Trans>Go to the requests</Trans>
              </Link>
            }
          />
          <Finding
            id="unconfirmed"
            name={<Trans>Roles that nobody has confirmed in time</Trans>}
            meaning={<Trans>They stay in force. Ask an administrator of the staff to confirm or to change them.</Trans>}
            none={<Trans>The roles of every employee are confirmed.</Trans>}
            rows={(unconfirmed?.edges ?? []).flatMap(({ node }) =>
              node
                ? [
                    {
                      key: node.id ?? '',
                      shown: (
                        <div className="colleague">
                          <Colleague employee={node} now={now} />
                        </div>
                      ),
                    },
                  ]
                : [],
            )}
            further={
              <Link to="/staff">
                <Trans>Go to the staff</Trans>
              </Link>
            }
          />
        </>
      )}
    </Answered>
  );
}
