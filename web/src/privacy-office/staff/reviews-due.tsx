import { Plural } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Answered } from '../../elements/states/answered.tsx';
import { Counts } from '../today/counts.tsx';
import { graphql } from '../generated/gql.ts';

const document = graphql(`
  query ReviewsDue($now: DateTime!, $soon: DateTime!) @purpose(is: RIGHTS_FULFILMENT) {
    all: employees(first: 1, status: ACTIVE) {
      totalCount
    }
    overdue: employees(first: 1, status: ACTIVE, reviewDueBefore: $now) {
      totalCount
    }
    until: employees(first: 1, status: ACTIVE, reviewDueBefore: $soon) {
      totalCount
    }
  }
`);

interface Props {
  /** RFC 3339. */
  readonly now: string;
  readonly soon: string;
}

/** How many employees there are, and how many reviews of roles are overdue or near. */
export function ReviewsDue({ now, soon }: Props): ReactNode {
  return (
    <Answered query={document} variables={{ now, soon }}>
      {({ all, overdue, until }) => {
        const late = overdue?.totalCount ?? 0;
        const near = (until?.totalCount ?? 0) - late;
        const employees = all?.totalCount ?? 0;
        return (
          <Counts
            counts={[
              { name: 'all', value: employees, words: <Plural value={employees} one="works here" other="work here" /> },
              {
                name: 'late',
                value: late,
                isAlert: late > 0,
                words: <Plural value={late} one="review is overdue" other="reviews are overdue" />,
              },
              {
                name: 'near',
                value: near,
                words: <Plural value={near} one="review is due within 30 days" other="reviews are due within 30 days" />,
              },
            ]}
          />
        );
      }}
    </Answered>
  );
}
