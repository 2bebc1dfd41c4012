import { Trans } from '@lingui/react/macro';
import { useLayoutEffect, useId, useRef, type FormEvent, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Problem } from '../../elements/states/problem.tsx';
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
  /** @param sentence what has happened */
  readonly onReplaced: (sentence: ReactNode) => void;
  readonly onCancel: () => void;
}

/** Reports a card as lost, once it is confirmed: it gets another number. */
export function LostCard({ id, onReplaced, onCancel }: Props): ReactNode {
  const [{ error, fetching }, replace] = useMutation(document);
  const consequence = useId();
  const report = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => report.current?.focus(), []);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (fetching) return;
    const result = await replace({ residentId: id });
    if (!result.error) onReplaced(<Trans>Your card has another number now. The lost one no longer works.</Trans>);
  };
  return (
    <form className="no-print" onSubmit={(event) => void send(event)}>
      {error && <Problem error={error} />}
      <p id={consequence}>
        <Trans>The number of the lost card no longer works. You get a card with another number at the counter.</Trans>
      </p>
      <p className="buttons">
        <button ref={report} type="submit" className="main" aria-describedby={consequence}>
          <Trans>Report the card as lost</Trans>
        </button>
        <button type="button" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </button>
      </p>
    </form>
  );
}
