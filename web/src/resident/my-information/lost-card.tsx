import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useMutation } from 'urql';
import { ConfirmButton } from '../../elements/confirm-button.tsx';
import { Problem } from '../../elements/problem.tsx';
import { graphql } from '../generated/gql.ts';

const document = graphql(`
  mutation ReplaceCard($residentId: ID!) @purpose(is: SELF_SERVICE) {
    replaceCard(input: { residentId: $residentId }) {
      resident {
        id
        cardNumber
      }
    }
  }
`);

interface Props {
  /** The `Resident.id` of the person whose card it is. */
  readonly id: string;
  readonly onReplaced: () => void;
}

/** Reports a card as lost: it gets another number. */
export function LostCard({ id, onReplaced }: Props): ReactNode {
  const [{ error, fetching }, replace] = useMutation(document);
  const send = async (): Promise<void> => {
    const result = await replace({ residentId: id });
    if (!result.error) onReplaced();
  };
  return (
    <>
      {error && <Problem error={error} />}
      <div className="no-print">
        <ConfirmButton
          action={<Trans>Report the card as lost</Trans>}
          onConfirm={() => {
            if (!fetching) void send();
          }}
        >
          <p>
            <Trans>The number of the lost card finds nobody any more. You get a card with another number at the counter.</Trans>
          </p>
        </ConfirmButton>
      </div>
    </>
  );
}
