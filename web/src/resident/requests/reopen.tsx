import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Form } from '../../elements/forms/form.tsx';
import { TextArea } from '../../elements/forms/text-field.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import { useDraft } from '../../session/drafts.ts';
import { graphql } from '../generated/gql.ts';

const reopen = graphql(`
  mutation ReopenRequest($input: ReopenRequestInput!) @purpose(is: SELF_SERVICE) {
    reopenRequest(input: $input) {
      request {
        id
        status
        dueOn
        answeredAt
        messages {
          id
        }
      }
    }
  }
`);

interface Props {
  readonly id: string;
  /** RFC 3339. */
  readonly until: string;
  readonly say: (sentence: ReactNode) => void;
}

/** Has an answered request opened again. */
export function Reopen({ id, until, say }: Props): ReactNode {
  const { dayOf } = useFormats();
  const draft = `why request ${id} is opened again`;
  const [body, setBody] = useDraft(draft);
  const [, execute] = useMutation(reopen);
  const [now] = useState(Date.now);
  const last = dayOf(until);
  if (Date.parse(until) < now)
    return (
      <p className="quiet">
        <Trans>It was answered too long ago to be opened again. File a new request to go on.</Trans>
      </p>
    );
  return (
    <>
      <h2>
        <Trans>Does the answer not help?</Trans>
      </h2>
      <p>
        <Trans>You can have the request opened again until {last}. It gets a new deadline of 30 business days.</Trans>
      </p>
      <Form
        action={<Trans>Open the request again</Trans>}
        onSend={() => execute({ input: { requestId: id, body } })}
        onDone={() => {
          setBody('');
          say(<Trans>The request is open again.</Trans>);
        }}
        reasons={{
          REQUEST_OPEN: <Trans>The request is open again already. Load this page again.</Trans>,
          ANSWERED_LONG_AGO: <Trans>It was answered too long ago to be opened again. File a new request to go on.</Trans>,
        }}
        isUnrepeatable
      >
        <TextArea label={<Trans>What is still missing?</Trans>} draft={draft} maxLength={4000} required />
      </Form>
    </>
  );
}
