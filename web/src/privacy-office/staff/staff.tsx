import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { gatewayNow } from '../../elements/time/local-time.ts';
import { LongList } from '../../elements/lists/long-list.tsx';
import { Paged } from '../../elements/lists/paged.tsx';
import { Select } from '../../elements/forms/select.tsx';
import { Empty } from '../../elements/states/states.tsx';
import type { Role } from '../../generated/vocabulary.ts';
import { graphql } from '../generated/gql.ts';
import '../privacy-office.css';
import { roleNames } from '../../generated/names.ts';
import { Colleague } from './colleague.tsx';
import { ReviewsDue } from './reviews-due.tsx';

const document = graphql(`
  query StaffRegister($hasRole: Role, $reviewDueBefore: DateTime, $after: String) @purpose(is: RIGHTS_FULFILMENT) {
    employees(first: 50, after: $after, status: ACTIVE, hasRole: $hasRole, reviewDueBefore: $reviewDueBefore) {
      totalCount
      edges {
        node {
          id
          ...Colleague
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const roles = ['CUSTOMER_SERVICE', 'SUPPORT', 'PRIVACY_OFFICER', 'SECURITY', 'STAFF_ADMINISTRATOR'] as const satisfies readonly Role[];
type Review = 'any' | 'overdue' | 'soon';
const month = 30 * 86_400_000;

/** The employees with their roles, and until when an administrator must confirm these. */
export default function Staff(): ReactNode {
  const { i18n, t } = useLingui();
  const [now] = useState(gatewayNow);
  const [role, setRole] = useState<Role | ''>('');
  const [review, setReview] = useState<Review>('any');
  const instants = { overdue: new Date(now).toISOString(), soon: new Date(now + month).toISOString() };
  const variables = { hasRole: role || null, reviewDueBefore: review === 'any' ? null : instants[review] };
  return (
    <>
      <h1>
        <Trans>Staff</Trans>
      </h1>
      <p className="lead">
        <Trans>
          The employees and their roles. A staff administrator confirms all roles every six months. They stay in force when a review is
          overdue, so ask for it.
        </Trans>
      </p>
      <ReviewsDue now={instants.overdue} soon={instants.soon} />
      <div className="filters">
        <Select
          label={<Trans>Role</Trans>}
          value={role}
          onChoose={setRole}
          choices={[{ value: '' as const, name: t`Every role` }, ...roles.map((value) => ({ value, name: i18n._(roleNames[value]) }))]}
        />
        <Select
          label={<Trans>Review</Trans>}
          value={review}
          onChoose={setReview}
          choices={[
            { value: 'any', name: t`Due at any time` },
            { value: 'overdue', name: t`Overdue` },
            { value: 'soon', name: t`Overdue, or due within 30 days` },
          ]}
        />
      </div>
      <Paged query={document} variables={variables} connection={({ employees }) => employees}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <Empty>
              <Trans>There is no such employee.</Trans>
            </Empty>
          ) : (
            <LongList className="entries staff" label={t`Employees`} rows={rows} total={total} keyOf={({ id }) => id ?? ''} rowHeight={64}>
              {(one) => <Colleague employee={one} now={now} />}
            </LongList>
          )
        }
      </Paged>
    </>
  );
}
