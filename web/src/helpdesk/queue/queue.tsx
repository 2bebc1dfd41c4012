import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { LongList } from '../../elements/lists/long-list.tsx';
import { Paged } from '../../elements/lists/paged.tsx';
import { Problem } from '../../elements/states/problem.tsx';
import { Select } from '../../elements/forms/select.tsx';
import { Empty } from '../../elements/states/states.tsx';
import { useIsShown } from '../../elements/lists/use-is-shown.ts';
import type { CaseAssignment, TicketStatus, TicketTopic } from '../../generated/vocabulary.ts';
import { useSignedIn } from '../../session/signed.tsx';
import { queueDocument, takeDocument } from './queued-ticket.ts';
import { TicketRow } from './ticket-row.tsx';
import { topicNames } from '../topic-name.tsx';

/** Which tickets are shown. `ANY` is every one. */
export interface QueueFilter {
  readonly status: TicketStatus;
  readonly topic: TicketTopic | 'ANY';
  readonly assignment: CaseAssignment | 'ANY';
}

/** The filter of the queue at first: the open tickets. */
export const allTickets: QueueFilter = { status: 'OPEN', topic: 'ANY', assignment: 'ANY' };

interface Props {
  readonly filter: QueueFilter;
  readonly onFilter: (change: Partial<QueueFilter>) => void;
  /** @param id of a ticket that the reader has taken */
  readonly onRead: (id: string) => void;
}

/** The tickets without their people, the oldest first. */
export function Queue({ filter, onFilter, onRead }: Props): ReactNode {
  const { t, i18n } = useLingui();
  const { clients } = useSignedIn();
  const [error, setError] = useState<CombinedError>();
  const isShown = useIsShown();
  const take = async (id: string): Promise<void> => {
    setError(undefined);
    const result = await clients.begin({ purpose: 'CUSTOMER_SUPPORT' })?.mutation(takeDocument, { ticketId: id }).toPromise();
    if (result?.error) setError(result.error);
    else if (isShown.current) onRead(id);
  };
  const topics = Object.entries(topicNames).map(([value, name]) => ({ value: value as TicketTopic, name: i18n._(name) }));
  const variables = {
    status: filter.status,
    ...(filter.topic !== 'ANY' && { topic: filter.topic }),
    ...(filter.assignment !== 'ANY' && { assignment: filter.assignment }),
  };
  return (
    <>
      <form className="filters" aria-label={t`Which tickets`} onSubmit={(event) => event.preventDefault()}>
        <Select
          label={t`Status`}
          value={filter.status}
          onChoose={(status) => onFilter({ status })}
          choices={[
            { value: 'OPEN', name: t`Open` },
            { value: 'CLOSED', name: t`Closed` },
          ]}
        />
        <Select
          label={t`Taken by`}
          value={filter.assignment}
          onChoose={(assignment) => onFilter({ assignment })}
          choices={[
            { value: 'ANY', name: t`Somebody or nobody` },
            { value: 'UNASSIGNED', name: t`Nobody yet` },
            { value: 'MINE', name: t`Me` },
            { value: 'ASSIGNED', name: t`Me or a colleague` },
          ]}
        />
        <Select
          label={t`Topic`}
          value={filter.topic}
          onChoose={(topic) => onFilter({ topic })}
          choices={[{ value: 'ANY' as const, name: t`All topics` }, ...topics]}
        />
      </form>
      {error && <Problem error={error} />}
      <Paged isFresh query={queueDocument} variables={variables} connection={({ tickets }) => tickets}>
        {({ rows, total, data, askAgain }) => {
          const mine = new Set(data.mine?.edges.map(({ node }) => node?.id));
          return rows.length === 0 ? (
            <Empty>
              <Trans>No ticket matches.</Trans>
            </Empty>
          ) : (
            <>
              <p className="buttons">
                <Plural value={total} one="# ticket." other="# tickets, the oldest first." />
                <button type="button" onClick={askAgain}>
                  <Trans>Look again</Trans>
                </button>
              </p>
              <LongList label={t`Tickets`} className="tickets" rows={rows} total={total} keyOf={({ id }) => id ?? ''} rowHeight={88}>
                {(ticket) => (
                  <TicketRow
                    ticket={ticket}
                    isMine={mine.has(ticket.id)}
                    onRead={() => ticket.id && onRead(ticket.id)}
                    onTake={() => ticket.id && void take(ticket.id)}
                  />
                )}
              </LongList>
            </>
          );
        }}
      </Paged>
    </>
  );
}
