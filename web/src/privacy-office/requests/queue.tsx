import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { DeadlineBar } from '../../elements/time/deadline-bar.tsx';
import { LongList } from '../../elements/lists/long-list.tsx';
import { Paged } from '../../elements/lists/paged.tsx';
import { Select } from '../../elements/forms/select.tsx';
import { Empty } from '../../elements/states/states.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import { graphql } from '../generated/gql.ts';
import type { PrivacyRequestsQuery } from '../generated/graphql.ts';
import { Holder } from './record/holder.tsx';
import { requestKinds } from './kinds.ts';
import { Reopen } from './reopen.tsx';
import { Take } from './take.tsx';

const document = graphql(`
  query PrivacyRequests($status: PrivacyRequestStatus, $assignment: CaseAssignment, $orderBy: PrivacyRequestOrder, $after: String)
  @purpose(is: RIGHTS_FULFILMENT) {
    requests(first: 50, after: $after, status: $status, assignment: $assignment, orderBy: $orderBy) {
      totalCount
      edges {
        node {
          id
          number
          kind
          status
          filedAt
          dueOn
          answeredAt
          withdrawnAt
          reopenedAt
          told
          assignee {
            id
            givenName
            familyName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    mine: requests(first: 100, assignment: MINE, status: OPEN) {
      edges {
        node {
          id
        }
      }
    }
  }
`);

const views = {
  waiting: { status: 'OPEN', assignment: 'UNASSIGNED', orderBy: 'DUE' },
  mine: { status: 'OPEN', assignment: 'MINE', orderBy: 'DUE' },
  open: { status: 'OPEN', assignment: null, orderBy: 'DUE' },
  answered: { status: 'ANSWERED', assignment: null, orderBy: 'NEWEST' },
  withdrawn: { status: 'WITHDRAWN', assignment: null, orderBy: 'NEWEST' },
} as const;

type View = keyof typeof views;

interface Props {
  readonly onOpen: (id: string) => void;
}

/** The requests in one state, those that are due first at the top. */
export function Queue({ onOpen }: Props): ReactNode {
  const { t } = useLingui();
  const [view, setView] = useState<View>('open');
  return (
    <>
      <div className="filter">
        <Select
          label={<Trans>Show</Trans>}
          value={view}
          onChoose={setView}
          choices={[
            { value: 'open', name: t`All open requests` },
            { value: 'mine', name: t`My open requests` },
            { value: 'waiting', name: t`Requests that nobody has taken` },
            { value: 'answered', name: t`Answered requests` },
            { value: 'withdrawn', name: t`Requests that were taken back` },
          ]}
        />
      </div>
      <Paged query={document} variables={views[view]} connection={({ requests }) => requests} isFresh>
        {({ rows, total, data }) =>
          rows.length === 0 ? (
            <Empty>
              <Trans>There is no such request.</Trans>
            </Empty>
          ) : (
            <LongList
              className="entries requests"
              label={t`Requests`}
              rows={rows}
              total={total}
              keyOf={({ id, number }) => id ?? number}
              rowHeight={140}
            >
              {(request) => (
                <Entry request={request} isMine={data.mine?.edges.some(({ node }) => node?.id === request.id) ?? false} onOpen={onOpen} />
              )}
            </LongList>
          )
        }
      </Paged>
    </>
  );
}

type Request = NonNullable<NonNullable<NonNullable<PrivacyRequestsQuery['requests']>['edges']>[number]['node']>;

interface EntryProps {
  readonly request: Request;
  readonly isMine: boolean;
  readonly onOpen: (id: string) => void;
}

function Entry({ request, isMine, onOpen }: EntryProps): ReactNode {
  const { t, i18n } = useLingui();
  const { id, number, kind, status, filedAt, reopenedAt, dueOn, assignee, told } = request;
  return (
    <>
      <div>
        <h2 className="entry">
          {i18n._(requestKinds[kind])} <span className="number">{number}</span>
        </h2>
        <p className="quiet">
          <When request={request} />
        </p>
        {status === 'OPEN' && (
          <p className="quiet">
            <Holder isMine={isMine} assignee={assignee} />
          </p>
        )}
        {told && status === 'ANSWERED' && (
          <p className="quiet">
            <Told told={told} />
          </p>
        )}
      </div>
      {status === 'ANSWERED' && id && <Reopen id={id} number={number} />}
      {status === 'OPEN' && <DeadlineBar since={reopenedAt ?? filedAt} dueOn={dueOn} />}
      {status === 'OPEN' && id && (
        <p className="buttons">
          {isMine ? (
            <button type="button" className="main" aria-label={t`Open ${number}`} onClick={() => onOpen(id)}>
              <Trans>Open</Trans>
            </button>
          ) : (
            <Take id={id} number={number} isTaken={assignee !== null} onTaken={onOpen} />
          )}
        </p>
      )}
    </>
  );
}

/** Whether a sender without an account knows of the answer. */
function Told({ told }: { readonly told: NonNullable<Request['told']> }): ReactNode {
  if (told === 'TOLD') return <Trans>The sender, who has no account, was told by mail.</Trans>;
  if (told === 'WAITING') return <Trans>The mail to the sender, who has no account, waits for the mail server.</Trans>;
  return (
    <strong>
      <Trans>The mail to the sender, who has no account, was refused. The sender does not know of the answer.</Trans>
    </strong>
  );
}

function When({ request: { filedAt, answeredAt, withdrawnAt, reopenedAt, status } }: { readonly request: Request }): ReactNode {
  const { dayOf } = useFormats();
  const filed = dayOf(filedAt);
  const answered = answeredAt && dayOf(answeredAt);
  const withdrawn = withdrawnAt && dayOf(withdrawnAt);
  const reopened = status === 'OPEN' && reopenedAt && dayOf(reopenedAt);
  return (
    <>
      <Trans>Filed on {filed}.</Trans> {answered && <Trans>Answered on {answered}.</Trans>}
      {withdrawn && <Trans>Taken back on {withdrawn}.</Trans>}
      {reopened && <Trans>Opened again on {reopened}.</Trans>}
    </>
  );
}
