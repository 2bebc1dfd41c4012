import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode, type RefObject } from 'react';
import { useMutation } from 'urql';
import { Answered } from '../../elements/states/answered.tsx';
import { Conversation } from '../../elements/records/conversation.tsx';
import { DeadlineBar } from '../../elements/time/deadline-bar.tsx';
import { Form } from '../../elements/forms/form.tsx';
import { personName } from '../../elements/names/person-name.ts';
import { Empty } from '../../elements/states/states.tsx';
import { TextArea } from '../../elements/forms/text-field.tsx';
import { useStatus } from '../../elements/states/use-status.tsx';
import { Whole } from '../../elements/states/whole.tsx';
import { useDraft } from '../../session/drafts.ts';
import { graphql } from '../generated/gql.ts';
import type { RequestCaseQuery } from '../generated/graphql.ts';
import { ClaimOfRecord } from './record/claim-of-record.tsx';
import { requestKinds } from './kinds.ts';
import { RecordOfRequester } from './record/record-of-requester.tsx';

const document = graphql(`
  query RequestCase($id: ID!) @purpose(is: RIGHTS_FULFILMENT) {
    request(id: $id) {
      id
      number
      kind
      status
      filedAt
      dueOn
      reopenedAt
      filedByGuardian
      body
      contactEmail
      questionedEntry
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
        fromGuardian
      }
    }
  }
`);

interface Props {
  readonly id: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Called with what is said once the answer has ended the case. */
  readonly onClosed: (sentence: ReactNode) => void;
}

/** One request under its case: what was written, the record of who asks, and the answer. */
export function RequestCase({ id, heading, onClosed }: Props): ReactNode {
  const { i18n } = useLingui();
  const [status, say] = useStatus();
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        <Trans>Request</Trans>
      </h1>
      {status}
      <Answered query={document} variables={{ id }}>
        {({ request }) =>
          request ? (
            <>
              <p className="lead">
                <span className="text">{i18n._(requestKinds[request.kind])}</span> <span className="number">{request.number}</span>
              </p>
              <DeadlineBar since={request.reopenedAt ?? request.filedAt} dueOn={request.dueOn} />
              <Asked request={request} />
              {request.requester?.id && <RecordOfRequester id={request.requester.id} questioned={request.questionedEntry ?? undefined} />}
              {request.requester?.id && <ClaimOfRecord residentId={request.requester.id} />}
              <Reply id={id} hasAccount={request.requester !== null} say={say} />
              <Answer id={id} number={<Whole>{request.number}</Whole>} onClosed={onClosed} />
            </>
          ) : (
            <Empty>
              <Trans>This request is not yours: it was answered, taken back, or given to a colleague meanwhile.</Trans>
            </Empty>
          )
        }
      </Answered>
    </>
  );
}

type Request = NonNullable<RequestCaseQuery['request']>;

/** The person who asks, and the messages since. */
function Asked({ request }: { readonly request: Request }): ReactNode {
  const { t } = useLingui();
  const { number, filedAt, filedByGuardian, body, contactEmail, requester, messages } = request;
  const name = personName(requester);
  const first = { id: number, body, sentAt: filedAt, fromStaff: false, fromGuardian: filedByGuardian };
  const all = [first, ...(messages ?? [])];
  const writer = (one: (typeof all)[number]): ReactNode => {
    if (one.fromStaff) return <Trans>Privacy office</Trans>;
    if (one.fromGuardian) return <Trans>The guardian</Trans>;
    return name || <Trans>Somebody without an account</Trans>;
  };
  return (
    <section aria-labelledby="written">
      <h2 id="written">
        <Trans>What was written</Trans>
      </h2>
      {requester === null && contactEmail && (
        <p>
          <Trans>
            The sender has no account. A mail to {contactEmail} says that there is an answer; it opens with the code of the receipt.
          </Trans>
        </p>
      )}
      {filedByGuardian && (
        <p>
          <Trans>A guardian filed it for {name}. The guardian reads what is written and answered here.</Trans>
        </p>
      )}
      <Conversation label={t`What was written`} messages={all} writer={writer} isOwn={(one) => one.fromStaff === true} />
    </section>
  );
}

const reply = graphql(`
  mutation AskBack($input: ReplyToRequestInput!) @purpose(is: RIGHTS_FULFILMENT) {
    replyToRequest(input: $input) {
      request {
        id
        messages {
          id
        }
      }
    }
  }
`);

interface ReplyProps {
  readonly id: string;
  readonly hasAccount: boolean;
  readonly say: (sentence: ReactNode) => void;
}

/** Asks the person something before the answer. A sender without an account could not read it. */
function Reply({ id, hasAccount, say }: ReplyProps): ReactNode {
  const draft = `message about request ${id}`;
  const [body, setBody] = useDraft(draft);
  const [isOpen, setIsOpen] = useState(body !== '');
  const [, execute] = useMutation(reply);
  if (!hasAccount) return null;
  return (
    <details className="ask" open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        <Trans>Ask the person something first</Trans>
      </summary>
      <Form
        action={<Trans>Send the message</Trans>}
        onSend={(idempotencyKey) => execute({ input: { requestId: id, body, idempotencyKey } })}
        onDone={() => {
          setBody('');
          setIsOpen(false);
          say(<Trans>Your message is sent. The deadline goes on.</Trans>);
        }}
      >
        <TextArea
          label={<Trans>Your message</Trans>}
          hint={<Trans>The person reads it. At most 4,000 characters.</Trans>}
          draft={draft}
          maxLength={4000}
          required
        />
      </Form>
    </details>
  );
}

const answer = graphql(`
  mutation AnswerRequest($id: ID!, $answer: String!) @purpose(is: RIGHTS_FULFILMENT) {
    answerRequest(input: { requestId: $id, answer: $answer }) {
      request {
        id
        status
      }
    }
  }
`);

interface AnswerProps {
  readonly id: string;
  readonly number: ReactNode;
  readonly onClosed: (sentence: ReactNode) => void;
}

/** The answer, which closes the request and ends what it opened. */
function Answer({ id, number, onClosed }: AnswerProps): ReactNode {
  const draft = `answer to request ${id}`;
  const [text, setText] = useDraft(draft);
  const [, execute] = useMutation(answer);
  const send = async () => {
    const sentence = <Trans>Your answer to {number} is sent. The request is closed, and its case has ended.</Trans>;
    // The case ends with the answer of the gateway, before this page can say anything itself.
    onClosed(sentence);
    const result = await execute({ id, answer: text });
    if (result.error) onClosed(undefined);
    else setText('');
    return result;
  };
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">
        <Trans>Answer</Trans>
      </h2>
      <Form action={<Trans>Send the answer and close the request</Trans>} onSend={send} onDone={() => undefined}>
        <TextArea
          label={<Trans>Your answer</Trans>}
          hint={<Trans>The person reads it as you write it. It cannot be changed afterwards. At most 4,000 characters.</Trans>}
          draft={draft}
          maxLength={4000}
          required
        />
      </Form>
    </section>
  );
}
