import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Form } from '../../../elements/forms/form.tsx';
import { Select } from '../../../elements/forms/select.tsx';
import { TextField } from '../../../elements/forms/text-field.tsx';
import { usePasskey } from '../../../elements/forms/use-passkey.tsx';
import { useStatus } from '../../../elements/states/use-status.tsx';
import type { ErasureRule } from '../../../generated/vocabulary.ts';
import { useDraft } from '../../../session/drafts.ts';
import { graphql } from '../../generated/gql.ts';
import { erasureRules } from './erasure-rules.ts';

const document = graphql(`
  mutation ProposeErasure($input: ProposeErasureInput!) @purpose(is: RIGHTS_FULFILMENT) {
    proposeErasure(input: $input) {
      erasure {
        id
      }
    }
  }
`);

const draft = 'reason of an erasure';

interface Props {
  /** `entryId` of the chosen reads. */
  readonly entryIds: readonly string[];
  readonly onProposed: () => void;
}

/** Proposes to erase what chosen entries of the log say about the person. Another officer must approve it. */
export function ProposeErasure({ entryIds, onProposed }: Props): ReactNode {
  const { t, i18n } = useLingui();
  const [reason, setReason] = useDraft(draft);
  const [rule, setRule] = useState<ErasureRule>();
  const [, execute] = useMutation(document);
  const [passkey, withPasskey] = usePasskey();
  const [status, say] = useStatus();
  const count = entryIds.length;
  return (
    <>
      {status}
      {passkey}
      {count > 0 && (
        <Form
          action={<Plural value={count} one="Propose to erase # read" other="Propose to erase # reads" />}
          isUnrepeatable
          reasons={reasons}
          onSend={() => withPasskey(() => execute({ input: { rule: rule!, reason, entryIds: [...entryIds] } }))}
          onDone={() => {
            setReason('');
            onProposed();
            say(<Trans>It is proposed. Another officer must approve it before the operator erases anything.</Trans>);
          }}
        >
          <Select
            label={<Trans>Rule</Trans>}
            required
            value={rule}
            onChoose={setRule}
            placeholder={t`Choose the rule`}
            choices={(Object.keys(erasureRules) as ErasureRule[]).map((value) => ({ value, name: i18n._(erasureRules[value]) }))}
          />
          <TextField
            label={<Trans>Reason</Trans>}
            hint={<Trans>The other officer reads it. Use no names. At most 500 characters.</Trans>}
            draft={draft}
            maxLength={500}
            required
          />
        </Form>
      )}
    </>
  );
}

const reasons = {
  NOT_ERASABLE: <Trans>You chose a read of your own, or the record of an erasure. You can erase neither.</Trans>,
};
