import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, type ReactNode, type RefObject } from 'react';
import { useMutation } from 'urql';
import { Answered } from '../../elements/states/answered.tsx';
import { Conversation } from '../../elements/records/conversation.tsx';
import { personName } from '../../elements/names/person-name.ts';
import { Empty } from '../../elements/states/states.tsx';
import { useStatus } from '../../elements/states/use-status.tsx';
import { graphql } from '../generated/gql.ts';
import type { OwnTicketQuery } from '../generated/graphql.ts';
import { TicketActions } from './ticket-actions.tsx';
import { ticketTopics } from './topics.ts';

const document = graphql(`
  query OwnTicket($id: ID!) @purpose(is: SELF_SERVICE) {
    me {
      id
    }
    ticket(id: $id) {
      id
      number
      topic
      status
      subject
      sensitive
      unreadSince
      requester {
        id
        givenName
        familyName
      }
      messages {
        id
        body
        sentAt
        fromStaff
      }
    }
  }
`);

const markRead = graphql(`
  mutation MarkTicketRead($input: MarkTicketReadInput!) @purpose(is: SELF_SERVICE) {
    markTicketRead(input: $input) {
      ticket {
        id
        unreadSince
      }
    }
  }
`);

interface Props {
  readonly id: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onClose: () => void;
}

/** One question to the helpdesk, with its messages and actions. Messages that are shown count as read. */
export function OwnTicket({ id, heading, onClose }: Props): ReactNode {
  const [status, say] = useStatus();
  return (
    <>
      <p className="back">
        <button type="button" className="quiet" onClick={onClose}>
          <Trans>All questions</Trans>
        </button>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        <Trans>Your question</Trans>
      </h1>
      {status}
      <Answered query={document} variables={{ id }}>
        {({ me, ticket }) =>
          ticket ? (
            <Shown ticket={ticket} isOwn={ticket.requester?.id === me?.id} say={say} />
          ) : (
            <Empty>
              <Trans>There is no such question any more.</Trans>
            </Empty>
          )
        }
      </Answered>
    </>
  );
}

interface ShownProps {
  readonly ticket: NonNullable<OwnTicketQuery['ticket']>;
  /** Whether the reader asked it. */
  readonly isOwn: boolean;
  readonly say: (sentence: ReactNode) => void;
}

function Shown({ ticket, isOwn, say }: ShownProps): ReactNode {
  const { i18n, t } = useLingui();
  const { id, number, topic, status, subject, sensitive, unreadSince, requester, messages } = ticket;
  const [, mark] = useMutation(markRead);
  const readUntil = messages?.at(-1)?.sentAt;
  useEffect(() => {
    if (id && unreadSince && readUntil) void mark({ input: { ticketId: id, readUntil } });
  }, [id, unreadSince, readUntil, mark]);
  const name = personName(requester);
  const nameOfAsker = isOwn ? t`You` : name;
  const nameOfWriter = (fromStaff: boolean): string => (fromStaff ? t`Helpdesk` : nameOfAsker);
  return (
    <>
      <p className="lead">
        <strong className="text">{subject}</strong> <span className="number">{number}</span>
      </p>
      <p className="quiet">{i18n._(ticketTopics[topic])}</p>
      {!isOwn && (
        <p>
          <Trans>Asked by {name}, in your care. You can read it; only who asked can reply.</Trans>
        </p>
      )}
      {isOwn && sensitive && (
        <p>
          <Trans>It is kept from your guardians.</Trans>
        </p>
      )}
      <Conversation
        label={t`Messages`}
        messages={messages ?? []}
        isOwn={({ fromStaff }) => isOwn && !fromStaff}
        writer={({ fromStaff }) => nameOfWriter(fromStaff === true)}
      />
      {isOwn && id && <TicketActions id={id} isOpen={status === 'OPEN'} say={say} />}
    </>
  );
}
