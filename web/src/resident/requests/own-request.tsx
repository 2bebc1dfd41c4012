import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode, RefObject } from 'react';
import { useMutation } from 'urql';
import { Answered } from '../../elements/states/answered.tsx';
import { ConfirmButton } from '../../elements/forms/confirm-button.tsx';
import { Conversation } from '../../elements/records/conversation.tsx';
import { Form } from '../../elements/forms/form.tsx';
import { Problem } from '../../elements/states/problem.tsx';
import { Empty } from '../../elements/states/states.tsx';
import { TextArea } from '../../elements/forms/text-field.tsx';
import { useChange } from '../../elements/forms/use-change.ts';
import { useStatus } from '../../elements/states/use-status.tsx';
import { useDraft } from '../../session/drafts.ts';
import { graphql } from '../generated/gql.ts';
import type { OwnRequestQuery } from '../generated/graphql.ts';
import { requestKinds } from './kinds.ts';
import { Reopen } from './reopen.tsx';
import { RequestState } from './request-state.tsx';

const document = graphql(`
  query OwnRequest($id: ID!) @purpose(is: SELF_SERVICE) {
    me {
      id
    }
    request(id: $id) {
      id
      number
      kind
      status
      filedAt
      dueOn
      answeredAt
      withdrawnAt
      reopenedAt
      reopenableUntil
      filedByGuardian
      requester {
        id
      }
      body
      answer
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

const reply = graphql(`
  mutation ReplyToRequest($input: ReplyToRequestInput!) @purpose(is: SELF_SERVICE) {
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

const withdraw = graphql(`
  mutation WithdrawRequest($id: ID!) @purpose(is: SELF_SERVICE) {
    withdrawRequest(input: { requestId: $id }) {
      request {
        id
        status
      }
    }
  }
`);

interface Props {
  readonly id: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onClose: () => void;
}

/** One request: how far it is, what was written, and what can be done with it. */
export function OwnRequest({ id, heading, onClose }: Props): ReactNode {
  const [status, say] = useStatus();
  return (
    <>
      <p className="back">
        <button type="button" className="quiet" onClick={onClose}>
          <Trans>All requests</Trans>
        </button>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        <Trans>Your request</Trans>
      </h1>
      {status}
      <Answered query={document} variables={{ id }}>
        {({ me, request }) =>
          request ? (
            <Shown request={request} me={me?.id ?? ''} say={say} />
          ) : (
            <Empty>
              <Trans>There is no such request any more.</Trans>
            </Empty>
          )
        }
      </Answered>
    </>
  );
}

type Request = NonNullable<OwnRequestQuery['request']>;

interface ShownProps {
  readonly request: Request;
  /** The `Resident.id` of who reads it. */
  readonly me: string;
  readonly say: (sentence: ReactNode) => void;
}

function Shown({ request, me, say }: ShownProps): ReactNode {
  const { i18n, t } = useLingui();
  const { id, number, kind, status, filedAt, filedByGuardian, requester, body, answer, answeredAt, messages, reopenableUntil } = request;
  const isForMinor = requester?.id !== me;
  const first = { id: number, body, sentAt: filedAt, fromStaff: false, fromGuardian: filedByGuardian };
  const last = { id: `${number} answer`, body: answer, sentAt: answeredAt, fromStaff: true, fromGuardian: false };
  const all = [first, ...(messages ?? []), ...(answer ? [last] : [])];
  const isOwn = (one: (typeof all)[number]): boolean => !one.fromStaff && (one.fromGuardian === true) === isForMinor;
  const writer = (one: (typeof all)[number]): ReactNode => {
    if (one.fromStaff) return one === last ? <Trans>Answer of the privacy office</Trans> : <Trans>Privacy office</Trans>;
    if (isOwn(one)) return <Trans>You</Trans>;
    return one.fromGuardian ? <Trans>Your guardian</Trans> : <Trans>The minor in your care</Trans>;
  };
  return (
    <>
      <p className="lead">
        <strong className="text">{i18n._(requestKinds[kind])}</strong> <span className="number">{number}</span>
      </p>
      <RequestState request={request} />
      <h2>
        <Trans>What was written</Trans>
      </h2>
      <Conversation label={t`What was written`} messages={all} writer={writer} isOwn={isOwn} />
      {status === 'OPEN' && id && <Open id={id} say={say} />}
      {status !== 'OPEN' && id && reopenableUntil && <Reopen id={id} until={reopenableUntil} say={say} />}
      {status !== 'OPEN' && !reopenableUntil && (
        <p className="quiet">
          <Trans>The request is closed. File a new one to go on.</Trans>
        </p>
      )}
    </>
  );
}

function Open({ id, say }: { readonly id: string; readonly say: (sentence: ReactNode) => void }): ReactNode {
  const draft = `message about request ${id}`;
  const [body, setBody] = useDraft(draft);
  const [, execute] = useMutation(reply);
  const takenBack = useChange(withdraw, () => say(<Trans>The request is taken back. It gets no answer.</Trans>));
  const closed = {
    REQUEST_ANSWERED: (
      <Trans>The request has been answered meanwhile, so nothing can be added. Load this page again to read the answer.</Trans>
    ),
    REQUEST_WITHDRAWN: <Trans>The request has been taken back meanwhile, so nothing can be added.</Trans>,
  };
  return (
    <>
      <Form
        action={<Trans>Send the message</Trans>}
        onSend={(idempotencyKey) => execute({ input: { requestId: id, body, idempotencyKey } })}
        onDone={() => {
          setBody('');
          say(<Trans>Your message is sent.</Trans>);
        }}
        reasons={closed}
      >
        <TextArea label={<Trans>Add a message</Trans>} draft={draft} maxLength={4000} required />
      </Form>
      <h2>
        <Trans>No longer needed?</Trans>
      </h2>
      {takenBack.error && <Problem error={takenBack.error} reasons={closed} />}
      <ConfirmButton action={<Trans>Take the request back</Trans>} onConfirm={() => void takenBack.make({ id })}>
        <p>
          <Trans>It is closed for good and gets no answer. You can still read what was written.</Trans>
        </p>
      </ConfirmButton>
    </>
  );
}
