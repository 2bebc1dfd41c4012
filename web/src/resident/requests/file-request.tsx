import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Answered } from '../../elements/states/answered.tsx';
import { Form } from '../../elements/forms/form.tsx';
import { personName } from '../../elements/names/person-name.ts';
import { Select } from '../../elements/forms/select.tsx';
import { TextArea } from '../../elements/forms/text-field.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import { Whole } from '../../elements/states/whole.tsx';
import type { PrivacyRequestKind } from '../../generated/vocabulary.ts';
import { useDraft } from '../../session/drafts.ts';
import { graphql } from '../generated/gql.ts';
import { requestKinds } from './kinds.ts';
import { requestDrafts } from './request-drafts.ts';

const wards = graphql(`
  query WhomRequestsAreFor @purpose(is: SELF_SERVICE) {
    me {
      id
      guardianships {
        id
        areas
        minor {
          id
          givenName
          familyName
        }
      }
    }
  }
`);

const file = graphql(`
  mutation FileRequest($input: FileRequestInput!) @purpose(is: SELF_SERVICE) {
    fileRequest(input: $input) {
      receipt {
        requestId
        number
        dueOn
      }
    }
  }
`);

/** The kinds that can be filed here. An entry of the access history is questioned where it is shown. */
const kinds: readonly PrivacyRequestKind[] = ['ACCESS', 'CORRECTION', 'COMPLAINT', 'QUESTION', 'COMMENT'];

interface Props {
  /** @param receipt number and last day as people write them */
  readonly onFiled: (receipt: { readonly number: ReactNode; readonly dueOn: string }) => void;
}

/** A form for a new request, for oneself or for a minor in one's care. */
export function FileRequest({ onFiled }: Props): ReactNode {
  const { i18n, t } = useLingui();
  const { day } = useFormats();
  const [kind, setKind] = useDraft(requestDrafts.kind);
  const [body, setBody] = useDraft(requestDrafts.body);
  const [residentId, setResidentId] = useDraft(requestDrafts.subject);
  const [isOpen, setIsOpen] = useState(body !== '' || kind !== '');
  const [, execute] = useMutation(file);
  const send = (idempotencyKey: string) =>
    execute({ input: { kind: kind as PrivacyRequestKind, body, idempotencyKey, ...(residentId && { residentId }) } });
  return (
    <details className="ask" open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        <Trans>File a request</Trans>
      </summary>
      <Form
        action={<Trans>File the request</Trans>}
        onSend={send}
        onDone={({ fileRequest }) => {
          setKind('');
          setBody('');
          setResidentId('');
          setIsOpen(false);
          const receipt = fileRequest?.receipt;
          if (receipt) onFiled({ number: <Whole>{receipt.number}</Whole>, dueOn: day(receipt.dueOn) });
        }}
      >
        <Select
          label={<Trans>What do you want?</Trans>}
          required
          placeholder={t`Choose`}
          value={kind || undefined}
          onChoose={setKind}
          choices={kinds.map((value) => ({ value, name: i18n._(requestKinds[value]) }))}
        />
        <Answered query={wards} variables={{}}>
          {({ me }) => <ForWhom minors={minorsOf(me?.guardianships)} value={residentId} onChoose={setResidentId} />}
        </Answered>
        <TextArea
          label={<Trans>Your request</Trans>}
          hint={<Trans>In the municipality, only the officer who answers reads it. At most 4,000 characters.</Trans>}
          draft={requestDrafts.body}
          maxLength={4000}
          required
        />
      </Form>
    </details>
  );
}

interface Minor {
  readonly id: string;
  readonly name: string;
}

interface Guardianship {
  readonly areas?: readonly string[] | null;
  readonly minor?: { readonly id?: string | null; readonly givenName?: string | null; readonly familyName?: string | null } | null;
}

/** The minors for whom the gateway takes a request: the care must include what they ask. */
function minorsOf(guardianships: readonly Guardianship[] | null | undefined): readonly Minor[] {
  return (guardianships ?? []).flatMap(({ areas, minor }) =>
    minor?.id && areas?.includes('SUPPORT_HISTORY') ? [{ id: minor.id, name: personName(minor) }] : [],
  );
}

interface ForWhomProps {
  readonly minors: readonly Minor[];
  /** Empty: oneself. */
  readonly value: string;
  readonly onChoose: (id: string) => void;
}

function ForWhom({ minors, value, onChoose }: ForWhomProps): ReactNode {
  const { t } = useLingui();
  if (minors.length === 0) return null;
  return (
    <Select
      label={<Trans>For whom?</Trans>}
      hint={<Trans>A request for a minor in your care is the minor’s own. The minor can read it too, and so can the officer.</Trans>}
      value={value}
      onChoose={onChoose}
      choices={[{ value: '', name: t`For me` }, ...minors.map(({ id, name }) => ({ value: id, name }))]}
    />
  );
}
