import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { roleNames } from '../../generated/names.ts';
import { personName } from '../../elements/names/person-name.ts';
import { useFormats } from '../../elements/time/use-formats.ts';
import { graphql } from '../generated/gql.ts';
import type { ColleagueFragment } from '../generated/graphql.ts';

void graphql(`
  fragment Colleague on Employee {
    givenName
    familyName
    roles
    awaitedRoles
    reviewsLog
    reviewDueAt
  }
`);

interface Props {
  readonly employee: ColleagueFragment;
  /** POSIX milliseconds. */
  readonly now: number;
}

/** An employee: the name, the roles, and until when an administrator must confirm them. */
export function Colleague({ employee, now }: Props): ReactNode {
  const { i18n } = useLingui();
  const { roles, awaitedRoles, reviewsLog, reviewDueAt } = employee;
  const { dayOf } = useFormats();
  const due = reviewDueAt && dayOf(reviewDueAt);
  const isOverdue = reviewDueAt ? Date.parse(reviewDueAt) < now : false;
  const names = (roles ?? []).map((role) => i18n._(roleNames[role]));
  const awaited = (awaitedRoles ?? []).map((role) => i18n._(roleNames[role])).join(', ');
  return (
    <>
      <strong>{personName(employee)}</strong>
      <span>
        {names.join(', ')}
        {awaited !== '' && (
          <span className="duty">
            <Trans>Awaits the approval of a second administrator: {awaited}</Trans>
          </span>
        )}
        {reviewsLog && (
          <span className="duty">
            <Trans>Reviews the log, and nothing else</Trans>
          </span>
        )}
      </span>
      {due && (
        <span className={isOverdue ? 'late' : 'quiet'}>
          {isOverdue ? <Trans>Review overdue since {due}</Trans> : <Trans>Review due by {due}</Trans>}
        </span>
      )}
    </>
  );
}
