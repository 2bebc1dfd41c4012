import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Answered } from '../../elements/states/answered.tsx';
import { dayOf, gatewayNow } from '../../elements/time/local-time.ts';
import { DeadlineBar } from '../../elements/time/deadline-bar.tsx';
import { Empty } from '../../elements/states/states.tsx';
import { Counts } from './counts.tsx';
import { graphql } from '../generated/gql.ts';
import type { RequestsTodayQuery } from '../generated/graphql.ts';
import { Holder } from '../requests/record/holder.tsx';
import { requestKinds } from '../requests/kinds.ts';
import { OpenRequest } from '../requests/open-request.tsx';

const document = graphql(`
  query RequestsToday($today: LocalDate!, $soon: LocalDate!) @purpose(is: RIGHTS_FULFILMENT) {
    overdue: requests(status: OPEN, dueUntil: $today) {
      totalCount
    }
    due: requests(status: OPEN, dueFrom: $today, dueUntil: $soon) {
      totalCount
    }
    unassigned: requests(status: OPEN, assignment: UNASSIGNED) {
      totalCount
    }
    mine: requests(first: 100, status: OPEN, assignment: MINE) {
      totalCount
      edges {
        node {
          id
        }
      }
    }
    next: requests(first: 5, status: OPEN, orderBy: DUE) {
      edges {
        node {
          id
          number
          kind
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
  }
`);

/** A week. */
const soon = 7 * 86_400_000;

/** How many requests are due or overdue, and those that are due first, also of colleagues. */
export function RequestsToday(): ReactNode {
  const [now] = useState(gatewayNow);
  return (
    <section aria-labelledby="requests-today">
      <h2 id="requests-today">
        <Trans>Requests</Trans>
      </h2>
      <Answered query={document} variables={{ today: dayOf(now), soon: dayOf(now + soon) }}>
        {({ overdue, due, unassigned, mine, next }) => {
          const counts = [overdue, due, unassigned, mine].map((list) => list?.totalCount ?? 0);
          const [late = 0, near = 0, free = 0, own = 0] = counts;
          const isMine = (id: string | null | undefined): boolean => mine?.edges.some(({ node }) => node?.id === id) ?? false;
          const rows = (next?.edges ?? []).flatMap(({ node }) => node ?? []);
          return (
            <>
              <Counts
                counts={[
                  { name: 'late', value: late, isAlert: late > 0, words: <Plural value={late} one="is overdue" other="are overdue" /> },
                  { name: 'near', value: near, words: <Plural value={near} one="is due within a week" other="are due within a week" /> },
                  { name: 'free', value: free, words: <Plural value={free} one="is taken by nobody" other="are taken by nobody" /> },
                  { name: 'own', value: own, words: <Plural value={own} one="is yours" other="are yours" /> },
                ]}
              />
              {rows.length === 0 ? (
                <Empty>
                  <Trans>Every request is answered.</Trans>
                </Empty>
              ) : (
                <ol className="entries requests">
                  {rows.map((request) => (
                    <li key={request.id}>
                      <Due request={request} isMine={isMine(request.id)} />
                    </li>
                  ))}
                </ol>
              )}
              <p>
                <Link to="/privacy-requests">
                  <Trans>Go to the requests</Trans>
                </Link>
              </p>
            </>
          );
        }}
      </Answered>
    </section>
  );
}

interface DueProps {
  readonly request: NonNullable<NonNullable<RequestsTodayQuery['next']>['edges'][number]['node']>;
  readonly isMine: boolean;
}

function Due({ request: { id, number, kind, filedAt, dueOn, assignee }, isMine }: DueProps): ReactNode {
  const { i18n } = useLingui();
  const name = (
    <>
      <span className="text">{i18n._(requestKinds[kind])}</span> <span className="number">{number}</span>
    </>
  );
  return (
    <>
      <div>
        <h3 className="entry">{isMine ? <OpenRequest id={id}>{name}</OpenRequest> : name}</h3>
        <p className="quiet">
          <Holder isMine={isMine} assignee={assignee} />
        </p>
      </div>
      <DeadlineBar since={filedAt} dueOn={dueOn} />
    </>
  );
}
