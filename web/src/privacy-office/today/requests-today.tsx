import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Answered } from '../../elements/answered.tsx';
import { dayOf } from '../../elements/business-days.ts';
import { DeadlineBar } from '../../elements/deadline-bar.tsx';
import { Empty } from '../../elements/states.tsx';
import { graphql } from '../generated/gql.ts';
import { requestKinds } from '../requests/kinds.ts';

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
    questioned: requests(status: OPEN, kind: ACCESS_QUESTIONED) {
      totalCount
    }
    mine: requests(first: 5, status: OPEN, assignment: MINE, orderBy: DUE) {
      totalCount
      edges {
        node {
          id
          number
          kind
          filedAt
          dueOn
        }
      }
    }
  }
`);

/** A week. */
const soon = 7 * 86_400_000;

/** The requests that are due or overdue, and those that are the officer's own. */
export function RequestsToday(): ReactNode {
  const { i18n } = useLingui();
  const [now] = useState(() => Date.now());
  return (
    <section aria-labelledby="requests-today">
      <h2 id="requests-today">
        <Trans>Requests</Trans>
      </h2>
      <Answered query={document} variables={{ today: dayOf(now), soon: dayOf(now + soon) }}>
        {({ overdue, due, unassigned, questioned, mine }) => {
          const rows = (mine?.edges ?? []).flatMap(({ node }) => (node ? [node] : []));
          const counts = [overdue, due, unassigned, questioned].map((list) => list?.totalCount ?? 0);
          const [late = 0, near = 0, free = 0, questions = 0] = counts;
          return (
            <>
              <ul className="counts">
                <li className={late > 0 ? 'alert' : undefined}>
                  <strong>{late}</strong> <Plural value={late} one="is overdue" other="are overdue" />
                </li>
                <li>
                  <strong>{near}</strong> <Plural value={near} one="is due within a week" other="are due within a week" />
                </li>
                <li>
                  <strong>{free}</strong> <Plural value={free} one="is taken by nobody" other="are taken by nobody" />
                </li>
                <li>
                  <strong>{questions}</strong> <Plural value={questions} one="questions a read" other="question a read" />
                </li>
              </ul>
              {rows.length === 0 ? (
                <Empty>
                  <Trans>You have taken no request.</Trans>
                </Empty>
              ) : (
                <ol className="entries">
                  {rows.map(({ id, number, kind, filedAt, dueOn }) => (
                    <li key={id}>
                      <h3 className="entry">
                        {i18n._(requestKinds[kind])} <span className="number">{number}</span>
                      </h3>
                      <DeadlineBar since={filedAt} dueOn={dueOn} />
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
