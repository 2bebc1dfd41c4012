import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { gatewayNow } from '../../elements/time/local-time.ts';
import { Answered } from '../../elements/states/answered.tsx';
import { graphql } from '../generated/gql.ts';
import { lastDays } from '../log/last-days.ts';
import { Counts } from './counts.tsx';

const document = graphql(`
  query ReviewToday($week: DateTime!, $today: DateTime!) @purpose(is: ACCESS_REVIEW) {
    today: accessEntries(first: 1, filter: { from: $today }) {
      totalCount
    }
    week: accessEntries(first: 1, filter: { from: $week }) {
      totalCount
    }
    disclosed: disclosures(first: 1, filter: { from: $week }) {
      totalCount
    }
  }
`);

/** How much there is to review. */
export function ReviewToday(): ReactNode {
  const [days] = useState(() => lastDays(gatewayNow()));
  const [week = '', today = ''] = [days.begins[0], days.begins.at(-2)];
  return (
    <section aria-labelledby="review-today">
      <h2 id="review-today">
        <Trans>Review of the access log</Trans>
      </h2>
      <Answered query={document} variables={{ week, today }}>
        {({ today: entries, week: all, disclosed }) => (
          <Counts
            counts={[
              {
                name: 'today',
                value: entries?.totalCount ?? 0,
                words: <Plural value={entries?.totalCount ?? 0} one="entry today" other="entries today" />,
              },
              {
                name: 'week',
                value: all?.totalCount ?? 0,
                words: <Plural value={all?.totalCount ?? 0} one="entry in the last seven days" other="entries in the last seven days" />,
              },
              {
                name: 'disclosed',
                value: disclosed?.totalCount ?? 0,
                words: (
                  <Plural
                    value={disclosed?.totalCount ?? 0}
                    one="disclosure in the last seven days"
                    other="disclosures in the last seven days"
                  />
                ),
              },
            ]}
          />
        )}
      </Answered>
      <p className="buttons">
        <Link to="/disclosures">
          <Trans>Go to the register of disclosures</Trans>
        </Link>
        <Link to="/access-log">
          <Trans>Go to the access log</Trans>
        </Link>
      </p>
    </section>
  );
}
