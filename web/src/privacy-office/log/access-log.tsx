import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { gatewayNow } from '../../elements/time/local-time.ts';
import { Answered } from '../../elements/states/answered.tsx';
import { graphql } from '../generated/gql.ts';
import { Checkpoint } from './checkpoint.tsx';
import { DaysOfLog } from './days-of-log.tsx';
import { lastDays } from './last-days.ts';
import { NewestEntries } from './newest-entries.tsx';
import { Numbering } from './numbering.tsx';
import '../privacy-office.css';

const document = graphql(`
  query LogOfWeek(
    $t0: DateTime!
    $t1: DateTime!
    $t2: DateTime!
    $t3: DateTime!
    $t4: DateTime!
    $t5: DateTime!
    $t6: DateTime!
    $t7: DateTime!
  ) @purpose(is: ACCESS_REVIEW) {
    accessLog {
      checkpoint
    }
    before: accessEntries(first: 1, filter: { until: $t0 }) {
      ...DayOfLog
    }
    day0: accessEntries(first: 1, filter: { from: $t0, until: $t1 }) {
      ...DayOfLog
    }
    day1: accessEntries(first: 1, filter: { from: $t1, until: $t2 }) {
      ...DayOfLog
    }
    day2: accessEntries(first: 1, filter: { from: $t2, until: $t3 }) {
      ...DayOfLog
    }
    day3: accessEntries(first: 1, filter: { from: $t3, until: $t4 }) {
      ...DayOfLog
    }
    day4: accessEntries(first: 1, filter: { from: $t4, until: $t5 }) {
      ...DayOfLog
    }
    day5: accessEntries(first: 1, filter: { from: $t5, until: $t6 }) {
      ...DayOfLog
    }
    day6: accessEntries(first: 1, filter: { from: $t6, until: $t7 }) {
      ...DayOfLog
    }
  }

  fragment DayOfLog on AccessEntryConnection {
    totalCount
    edges {
      node {
        id
        number
      }
    }
  }
`);

/** The access log: how much is in it, what is signed of it, and whether it keeps up. */
export default function AccessLog(): ReactNode {
  const [days] = useState(() => lastDays(gatewayNow()));
  const [t0, t1, t2, t3, t4, t5, t6, t7] = days.begins as Eight;
  return (
    <>
      <h1>
        <Trans>The access log</Trans>
      </h1>
      <p className="lead">
        <Trans>
          Every read of something personal is an entry. The entries are the leaves of a tree that anyone can verify: a signed checkpoint
          fixes all of them at once.
        </Trans>
      </p>
      <Answered query={document} variables={{ t0, t1, t2, t3, t4, t5, t6, t7 }}>
        {({ accessLog, before, day0, day1, day2, day3, day4, day5, day6 }) => (
          <>
            <DaysOfLog days={days.names} lists={[day0, day1, day2, day3, day4, day5, day6]} before={before} />
            <Numbering />
            <Checkpoint note={accessLog?.checkpoint} />
          </>
        )}
      </Answered>
      <NewestEntries />
    </>
  );
}

type Eight = readonly [string, string, string, string, string, string, string, string];
