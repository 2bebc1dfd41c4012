import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { LongList } from '../../elements/lists/long-list.tsx';
import { Paged } from '../../elements/lists/paged.tsx';
import { personName } from '../../elements/names/person-name.ts';
import { Empty } from '../../elements/states/states.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import { graphql } from '../generated/gql.ts';
import type { OwnTicketsQuery } from '../generated/graphql.ts';
import { ticketTopics } from './topics.ts';

const document = graphql(`
  query OwnTickets($after: String) @purpose(is: SELF_SERVICE) {
    me {
      id
    }
    tickets(first: 50, after: $after, orderBy: NEWEST) {
      totalCount
      edges {
        node {
          id
          number
          topic
          status
          openedAt
          closedAt
          subject
          unreadSince
          requester {
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
  }
`);

type Ticket = NonNullable<NonNullable<OwnTicketsQuery['tickets']>['edges'][number]['node']>;

/** Questions with a message that the reader has not read, then the newest. */
export function OwnTickets({ onOpen }: { readonly onOpen: (id: string) => void }): ReactNode {
  const { t } = useLingui();
  return (
    <section aria-labelledby="own-tickets">
      <h2 id="own-tickets">
        <Trans>Your questions</Trans>
      </h2>
      <Paged query={document} variables={{}} connection={({ tickets }) => tickets} changedBy="Ticket">
        {({ rows, total, data }) =>
          rows.length === 0 ? (
            <Empty>
              <Trans>You have asked nothing yet.</Trans>
            </Empty>
          ) : (
            <LongList
              className="entries"
              label={t`Your questions`}
              rows={[...rows.filter(isUnread), ...rows.filter((ticket) => !isUnread(ticket))]}
              total={total}
              keyOf={({ id, number }) => id ?? number}
              rowHeight={120}
            >
              {(ticket) => <Row ticket={ticket} isOwn={ticket.requester?.id === data.me?.id} onOpen={onOpen} />}
            </LongList>
          )
        }
      </Paged>
    </section>
  );
}

function isUnread({ unreadSince }: Ticket): boolean {
  return typeof unreadSince === 'string';
}

interface RowProps {
  readonly ticket: Ticket;
  /** Whether the reader asked it. */
  readonly isOwn: boolean;
  readonly onOpen: (id: string) => void;
}

function Row({ ticket, isOwn, onOpen }: RowProps): ReactNode {
  const { i18n } = useLingui();
  const { dayOf } = useFormats();
  const { id, number, topic, subject, openedAt, closedAt, requester } = ticket;
  const asked = dayOf(openedAt);
  const closed = closedAt && dayOf(closedAt);
  const name = personName(requester);
  return (
    <>
      <h3>
        <button type="button" className="open" onClick={() => id && onOpen(id)}>
          <span className="text">{subject ?? i18n._(ticketTopics[topic])}</span> <span className="number">{number}</span>
        </button>
        {isUnread(ticket) && (
          <span className="mark">
            <Trans>New message</Trans>
          </span>
        )}
      </h3>
      {!isOwn && (
        <p>
          <Trans>Asked by {name}, in your care.</Trans>
        </p>
      )}
      <p className="quiet">
        {closed ? (
          <Trans>
            Asked on {asked}, closed on {closed}.
          </Trans>
        ) : (
          <Trans>Asked on {asked}, open.</Trans>
        )}
      </p>
    </>
  );
}
