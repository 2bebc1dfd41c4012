import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useMutation } from 'urql';
import { ConfirmButton } from '../../elements/forms/confirm-button.tsx';
import { Form } from '../../elements/forms/form.tsx';
import { Problem, type Reasons } from '../../elements/states/problem.tsx';
import { TextArea } from '../../elements/forms/text-field.tsx';
import { useChange } from '../../elements/forms/use-change.ts';
import { useDraft } from '../../session/drafts.ts';
import { graphql } from '../generated/gql.ts';

const reply = graphql(`
  mutation ReplyToTicket($input: ReplyToTicketInput!) @purpose(is: SELF_SERVICE) {
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

const close = graphql(`
  mutation CloseTicket($id: ID!) @purpose(is: SELF_SERVICE) {
    closeTicket(input: { ticketId: $id }) {
      ticket {
        id
        status
      }
    }
  }
`);

const reopen = graphql(`
  mutation ReopenTicket($id: ID!) @purpose(is: SELF_SERVICE) {
    reopenTicket(input: { ticketId: $id }) {
      ticket {
        id
        status
      }
    }
  }
`);

interface Props {
  readonly id: string;
  readonly isOpen: boolean;
  readonly say: (sentence: ReactNode) => void;
}

/** The actions of the resident who asked on a question: reply and close, or reopen a closed one. */
export function TicketActions({ id, isOpen, say }: Props): ReactNode {
  const closing = useChange(close, () => say(<Trans>The question is closed. You can go on with it at any time.</Trans>));
  const reopening = useChange(reopen, () => say(<Trans>The question is open again.</Trans>));
  const reasons: Reasons = {
    TICKET_CLOSED: <Trans>The question has been closed meanwhile. Go on with it first; what you typed is kept.</Trans>,
    TICKET_OPEN: <Trans>The question is open already.</Trans>,
  };
  const error = closing.error ?? reopening.error;
  return (
    <>
      {error && <Problem error={error} reasons={reasons} />}
      {isOpen ? (
        <>
          <Reply id={id} reasons={reasons} say={say} />
          <h2>
            <Trans>Is it settled?</Trans>
          </h2>
          <ConfirmButton action={<Trans>Close the question</Trans>} onConfirm={() => void closing.make({ id })}>
            <p>
              <Trans>The helpdesk then no longer sees who asked or what was written. You can go on with it later.</Trans>
            </p>
          </ConfirmButton>
        </>
      ) : (
        <>
          <p>
            <Trans>The question is closed. The helpdesk can no longer read it.</Trans>
          </p>
          <button type="button" className="main" onClick={() => void reopening.make({ id })}>
            <Trans>Go on with it</Trans>
          </button>
        </>
      )}
    </>
  );
}

function Reply({ id, reasons, say }: Pick<Props, 'id' | 'say'> & { readonly reasons: Reasons }): ReactNode {
  const draft = `reply to ticket ${id}`;
  const [body, setBody] = useDraft(draft);
  const [, execute] = useMutation(reply);
  return (
    <Form
      action={<Trans>Send the reply</Trans>}
      onSend={() => execute({ input: { ticketId: id, body } })}
      onDone={() => {
        setBody('');
        say(<Trans>Your reply is sent.</Trans>);
      }}
      reasons={reasons}
      isUnrepeatable
    >
      <TextArea label={<Trans>Reply</Trans>} draft={draft} maxLength={4000} required />
    </Form>
  );
}
