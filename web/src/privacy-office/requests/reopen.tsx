import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Form } from '../../elements/forms/form.tsx';
import { TextArea } from '../../elements/forms/text-field.tsx';
import { useDraft } from '../../session/drafts.ts';
import { graphql } from '../generated/gql.ts';

const reopen = graphql(`
  mutation ReopenAnswered($input: ReopenRequestInput!) @purpose(is: RIGHTS_FULFILMENT) {
    reopenRequest(input: $input) {
      request {
        id
        number
        status
      }
    }
  }
`);

interface Props {
  readonly id: string;
  readonly number: string;
}

/** Opens an answered request again, such as one whose answer was wrong. It has to be taken before it is answered. */
export function Reopen({ id, number }: Props): ReactNode {
  const { t } = useLingui();
  const draft = `why answered request ${id} is opened again`;
  const [body, setBody] = useDraft(draft);
  const [isOpen, setIsOpen] = useState(body !== '');
  const [, execute] = useMutation(reopen);
  return (
    <details className="ask" open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary aria-label={t`Open ${number} again`}>
        <Trans>Open again</Trans>
      </summary>
      <Form
        action={<Trans>Open the request again</Trans>}
        onSend={() => execute({ input: { requestId: id, body } })}
        onDone={() => setBody('')}
        reasons={{ REQUEST_OPEN: <Trans>The request is open again already.</Trans> }}
        isUnrepeatable
      >
        <TextArea
          label={<Trans>Why is it opened again?</Trans>}
          hint={<Trans>The person reads it, and the request gets a new deadline. At most 4,000 characters.</Trans>}
          draft={draft}
          maxLength={4000}
          required
        />
      </Form>
    </details>
  );
}
