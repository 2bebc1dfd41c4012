import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Answered } from '../../elements/states/answered.tsx';
import { CheckBox } from '../../elements/forms/check-box.tsx';
import { Form } from '../../elements/forms/form.tsx';
import { Select } from '../../elements/forms/select.tsx';
import { TextArea, TextField } from '../../elements/forms/text-field.tsx';
import { Whole } from '../../elements/states/whole.tsx';
import type { AgeBand, TicketTopic } from '../../generated/vocabulary.ts';
import { useDraft } from '../../session/drafts.ts';
import { graphql } from '../generated/gql.ts';
import { ticketTopics } from './topics.ts';

const ownAge = graphql(`
  query OwnAgeBand @purpose(is: SELF_SERVICE) {
    me {
      id
      ageBand
    }
  }
`);

const ask = graphql(`
  mutation OpenTicket($input: OpenTicketInput!) @purpose(is: SELF_SERVICE) {
    openTicket(input: $input) {
      ticket {
        id
        number
      }
    }
  }
`);

const ofMinors: readonly (AgeBand | null | undefined)[] = ['UNDER_6', 'FROM_6_TO_12', 'FROM_13_TO_17'];

/** A form for a new question. @param onAsked gets the number of the question as people write it */
export function AskHelpdesk({ onAsked }: { readonly onAsked: (number: ReactNode) => void }): ReactNode {
  const { i18n, t } = useLingui();
  const [topic, setTopic] = useDraft('question topic');
  const [subject, setSubject] = useDraft('question subject');
  const [body, setBody] = useDraft('question');
  const [sensitive, setSensitive] = useDraft('question is kept from guardians');
  const [isOpen, setIsOpen] = useState(topic + subject + body !== '');
  const [, execute] = useMutation(ask);
  return (
    <details className="ask" open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        <Trans>Ask a question</Trans>
      </summary>
      <Form
        action={<Trans>Send the question</Trans>}
        onSend={(idempotencyKey) =>
          execute({ input: { topic: topic as TicketTopic, subject, body, sensitive: sensitive !== '', idempotencyKey } })
        }
        onDone={({ openTicket }) => {
          for (const forget of [setTopic, setSubject, setBody, setSensitive]) forget('');
          setIsOpen(false);
          onAsked(<Whole>{openTicket?.ticket?.number}</Whole>);
        }}
      >
        <Select
          label={<Trans>What is it about?</Trans>}
          hint={<Trans>Until an employee takes your question, the whole helpdesk sees only this.</Trans>}
          required
          placeholder={t`Choose`}
          value={topic || undefined}
          onChoose={setTopic}
          choices={Object.entries(ticketTopics).map(([value, name]) => ({ value, name: i18n._(name) }))}
        />
        <TextField label={<Trans>Your question in one line</Trans>} draft="question subject" maxLength={200} required />
        <TextArea
          label={<Trans>Your question</Trans>}
          hint={<Trans>Say what you tried and what happened. At most 4,000 characters.</Trans>}
          draft="question"
          maxLength={4000}
          required
        />
        <Answered query={ownAge} variables={{}}>
          {({ me }) =>
            ofMinors.includes(me?.ageBand) && (
              <CheckBox
                label={<Trans>Keep this from my guardians</Trans>}
                hint={<Trans>They see neither the question nor who read it.</Trans>}
                isChecked={sensitive !== ''}
                onChange={(isKept) => setSensitive(isKept ? 'yes' : '')}
              />
            )
          }
        </Answered>
      </Form>
    </details>
  );
}
