import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { ConfirmButton } from '../../elements/forms/confirm-button.tsx';
import { Problem } from '../../elements/states/problem.tsx';
import { useIsShown } from '../../elements/lists/use-is-shown.ts';
import { useSignedIn } from '../../session/signed.tsx';
import { graphql } from '../generated/gql.ts';

const take = graphql(`
  mutation TakeRequest($id: ID!) @purpose(is: RIGHTS_FULFILMENT) {
    assignRequest(input: { requestId: $id }) {
      request {
        id
        number
      }
    }
  }
`);

interface Props {
  readonly id: string;
  readonly number: string;
  /** Whether a colleague has it now. */
  readonly isTaken: boolean;
  readonly onTaken: (id: string) => void;
}

/** Takes a request: it becomes the officer's case. */
export function Take({ id, number, isTaken, onTaken }: Props): ReactNode {
  const { t } = useLingui();
  const { clients } = useSignedIn();
  const [error, setError] = useState<CombinedError>();
  const [isTaking, setIsTaking] = useState(false);
  const isShown = useIsShown();
  const make = async (): Promise<void> => {
    if (isTaking) return;
    setIsTaking(true);
    // The answer is about the case that the change makes.
    const result = await clients.begin({ purpose: 'RIGHTS_FULFILMENT' })?.mutation(take, { id }).toPromise();
    setIsTaking(false);
    setError(result?.error);
    if (result?.data?.assignRequest?.request && isShown.current) onTaken(id);
  };
  return (
    <>
      {isTaken ? (
        <ConfirmButton action={<Trans>Take over</Trans>} name={t`Take over ${number}`} onConfirm={() => void make()}>
          <p>
            <Trans>Your colleague loses what the request opened, and you answer it.</Trans>
          </p>
        </ConfirmButton>
      ) : (
        <button type="button" aria-label={t`Take ${number}`} aria-disabled={isTaking} onClick={() => void make()}>
          <Trans>Take</Trans>
        </button>
      )}
      {error && <Problem error={error} />}
    </>
  );
}
