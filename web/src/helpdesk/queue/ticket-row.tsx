import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormats } from '../../elements/time/use-formats.ts';
import { AgeBar } from './age-bar.tsx';
import type { QueuedTicket } from './queued-ticket.ts';
import { topicNames } from '../topic-name.tsx';

interface Props {
  readonly ticket: QueuedTicket;
  /** Whether the reader has taken it. */
  readonly isMine: boolean;
  readonly onRead: () => void;
  readonly onTake: () => void;
}

/** One ticket of the queue: nothing in it tells who asked, or what. */
export function TicketRow({ ticket: { number, topic, status, openedAt, assignee }, isMine, onRead, onTake }: Props): ReactNode {
  const { t, i18n } = useLingui();
  const { dayOf } = useFormats();
  const isClosed = status === 'CLOSED';
  return (
    <>
      <p className="what">
        <strong className="whole">{number}</strong> {i18n._(topicNames[topic])}
      </p>
      {isClosed ? (
        <p>
          <Trans>Asked on {dayOf(openedAt)}</Trans>
        </p>
      ) : (
        <AgeBar since={openedAt} />
      )}
      <p className="who">
        {isMine ? (
          <Trans>You have taken it</Trans>
        ) : assignee ? (
          <Trans>
            Taken by {assignee.givenName} {assignee.familyName}
          </Trans>
        ) : (
          <Trans>Not taken yet</Trans>
        )}
      </p>
      <p className="act">
        {isClosed ? (
          <Trans>Closed</Trans>
        ) : isMine ? (
          <button type="button" className="main" aria-label={t`Read ${number}`} onClick={onRead}>
            <Trans>Read</Trans>
          </button>
        ) : (
          <button type="button" aria-label={t`Take ${number}`} onClick={onTake}>
            <Trans>Take</Trans>
          </button>
        )}
      </p>
    </>
  );
}
