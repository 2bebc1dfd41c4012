import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useClient } from 'urql';
import { Answered } from '../../elements/states/answered.tsx';
import { Conversation } from '../../elements/records/conversation.tsx';
import { Form } from '../../elements/forms/form.tsx';
import { Empty } from '../../elements/states/states.tsx';
import { TextArea } from '../../elements/forms/text-field.tsx';
import { useFirstFocus } from '../../elements/forms/use-first-focus.ts';
import { useStatus } from '../../elements/states/use-status.tsx';
import { Whole } from '../../elements/states/whole.tsx';
import { drafts } from '../../session/drafts.ts';
import { AgeBar } from '../queue/age-bar.tsx';
import { graphql } from '../generated/gql.ts';
import type { TicketCaseQuery } from '../generated/graphql.ts';
import { Requester } from './requester.tsx';
import { TicketActions } from './ticket-actions.tsx';
import { TicketProblem } from './ticket-problem.tsx';
import { topicNames } from '../topic-name.tsx';

const document = graphql(`
  query TicketCase @purpose(is: CUSTOMER_SUPPORT) {
    currentCase {
      ... on Ticket {
        id
        number
        topic
        openedAt
        subject
        sensitive
        requester {
          id
          givenName
          familyName
          email
          phone
          mobilePhone
        }
        messages {
          id
          body
          sentAt
          fromStaff
          author {
            ... on Employee {
              id
              givenName
              familyName
            }
            ... on Resident {
              id
              givenName
              familyName
            }
          }
        }
      }
    }
  }
`);

const replyDocument = graphql(`
  mutation ReplyToTicket($input: ReplyToTicketInput!) @purpose(is: CUSTOMER_SUPPORT) {
    replyToTicket(input: $input) {
      ticket {
        id
        messages {
          id
        }
      }
    }
  }
`);

interface Props {
  readonly id: string;
  /** Goes back to the queue with a sentence. */
  readonly onDone: (sentence: ReactNode) => void;
}

/** A ticket with who asked, what was written, and what can be done. */
export function Ticket({ id, onDone }: Props): ReactNode {
  return (
    <Answered query={document} variables={{}} failed={TicketProblem}>
      {({ currentCase }) =>
        currentCase?.__typename === 'Ticket' ? (
          <Shown ticket={currentCase} id={id} onDone={onDone} />
        ) : (
          <Empty>
            <Trans>There is no such ticket of yours.</Trans>
          </Empty>
        )
      }
    </Answered>
  );
}

type Case = Extract<NonNullable<TicketCaseQuery['currentCase']>, { __typename: 'Ticket' }>;

function writerOf({ author, fromStaff }: NonNullable<Case['messages']>[number]): ReactNode {
  if (author?.givenName) return `${author.givenName} ${author.familyName ?? ''}`;
  return fromStaff ? <Trans>The helpdesk</Trans> : <Trans>The resident</Trans>;
}

function Shown({ ticket, id, onDone }: Props & { readonly ticket: Case }): ReactNode {
  const { t, i18n } = useLingui();
  const client = useClient();
  const [status, say] = useStatus();
  const heading = useFirstFocus<HTMLHeadingElement>();
  const draft = `reply to ${id}`;
  const { number, topic, openedAt, subject, sensitive, requester, messages } = ticket;
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {subject}
      </h1>
      <p className="what">
        <strong className="whole">{number}</strong> {i18n._(topicNames[topic])}
        {sensitive && (
          <span className="mark">
            <Trans>Kept from guardians</Trans>
          </span>
        )}
      </p>
      <AgeBar since={openedAt} />
      {status}
      <div className="ticket">
        <div>
          <Conversation label={t`Messages`} messages={messages ?? []} isOwn={({ fromStaff }) => fromStaff === true} writer={writerOf} />
          <Form
            action={<Trans>Send the reply</Trans>}
            isUnrepeatable
            onSend={() => client.mutation(replyDocument, { input: { ticketId: id, body: drafts.read(draft).trim() } }).toPromise()}
            onDone={() => {
              drafts.write(draft, '');
              say(<Trans>Your reply was sent.</Trans>);
            }}
          >
            <TextArea label={t`Reply`} hint={t`The resident reads it on the website.`} draft={draft} maxLength={4_000} required />
          </Form>
        </div>
        <aside>
          <Requester requester={requester} />
          <TicketActions id={id} number={<Whole>{number}</Whole>} isSensitive={sensitive ?? false} onStay={say} onDone={onDone} />
        </aside>
      </div>
    </>
  );
}
