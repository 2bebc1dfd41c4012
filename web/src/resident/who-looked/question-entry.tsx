import { Trans } from '@lingui/react/macro';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Form } from '../../elements/forms/form.tsx';
import { TextArea } from '../../elements/forms/text-field.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import { Whole } from '../../elements/states/whole.tsx';
import { useDraft } from '../../session/drafts.ts';
import { graphql } from '../generated/gql.ts';

const document = graphql(`
  mutation QuestionEntry($input: FileRequestInput!) @purpose(is: SELF_SERVICE) {
    fileRequest(input: $input) {
      receipt {
        requestId
        number
        dueOn
      }
    }
  }
`);

/** The name of the draft of a question about an entry. */
export function questionDraft(entryId: string): string {
  return `question about entry ${entryId}`;
}

/** The receipt of a question that the resident keeps. */
export interface Questioned {
  /** As people write it, and so is the day. */
  readonly number: ReactNode;
  readonly dueOn: string;
}

interface Props {
  /** `AccessHistoryEntry.entryId`. */
  readonly entryId: string;
  readonly onCancel: () => void;
  readonly onFiled: (receipt: Questioned) => void;
}

/** A form that questions one read: a request to the privacy office about that entry. */
export function QuestionEntry({ entryId, onCancel, onFiled }: Props): ReactNode {
  const { day } = useFormats();
  const draft = questionDraft(entryId);
  const [body, setBody] = useDraft(draft);
  const [, execute] = useMutation(document);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.querySelector('textarea')?.focus(), []);
  return (
    <div ref={place}>
      <Form
        action={<Trans>Send the question</Trans>}
        beside={
          <button
            type="button"
            onClick={() => {
              setBody('');
              onCancel();
            }}
          >
            <Trans>Do not ask</Trans>
          </button>
        }
        onSend={(idempotencyKey) => execute({ input: { kind: 'ACCESS_QUESTIONED', entryId, body, idempotencyKey } })}
        onDone={({ fileRequest }) => {
          setBody('');
          const receipt = fileRequest?.receipt;
          if (receipt) onFiled({ number: <Whole>{receipt.number}</Whole>, dueOn: day(receipt.dueOn) });
        }}
      >
        <TextArea
          label={<Trans>What do you want to know about this read?</Trans>}
          hint={<Trans>A privacy officer looks at the entry and answers you. At most 4,000 characters.</Trans>}
          draft={draft}
          maxLength={4000}
          required
        />
      </Form>
    </div>
  );
}
