import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, type CombinedError } from 'urql';
import { Problem } from '../../../elements/states/problem.tsx';
import { usePasskey } from '../../../elements/forms/use-passkey.tsx';
import { graphql } from '../../generated/gql.ts';

const undo = graphql(`
  mutation UndoClaim($residentId: ID!) @purpose(is: RIGHTS_FULFILMENT) {
    undoClaim(input: { residentId: $residentId }) {
      isUndone
    }
  }
`);

const confirm = graphql(`
  mutation ConfirmClaimOfRequester($residentId: ID!) @purpose(is: RIGHTS_FULFILMENT) {
    confirmClaim(input: { residentId: $residentId, sawIdentity: true }) {
      isMailed
    }
  }
`);

/**
 * The actions of the office on the account of the person whom a request is about: disconnect an account that another person connected, or
 * confirm a code.
 */
export function ClaimOfRecord({ residentId }: { readonly residentId: string }): ReactNode {
  const [passkey, withPasskey] = usePasskey();
  const [, undoClaim] = useMutation(undo);
  const [, confirmClaim] = useMutation(confirm);
  const [done, setDone] = useState<'undone' | 'confirmed'>();
  const [error, setError] = useState<CombinedError>();
  const [isSending, setIsSending] = useState(false);
  const run = async (after: 'undone' | 'confirmed', work: () => Promise<{ readonly error?: CombinedError | undefined }>): Promise<void> => {
    if (isSending) return;
    setIsSending(true);
    setDone(undefined);
    const { error: failed } = await work();
    setError(failed);
    if (!failed) setDone(after);
    setIsSending(false);
  };
  return (
    <details className="ask">
      <summary>
        <Trans>Account of this person</Trans>
      </summary>
      {passkey}
      {error && <Problem error={error} reasons={reasons} />}
      <output>
        {done === 'undone' && (
          <Trans>The account is disconnected from the record and signed out everywhere. The person is told by mail.</Trans>
        )}
        {done === 'confirmed' && <Trans>The second code is on its way to your mailbox. Give it to the person alone.</Trans>}
      </output>
      <p>
        <Trans>If somebody else connected an account with the record, disconnect it. The person can then connect their own.</Trans>
      </p>
      <p>
        <button
          type="button"
          aria-disabled={isSending}
          onClick={() => void run('undone', () => withPasskey(() => undoClaim({ residentId })))}
        >
          <Trans>Disconnect the account</Trans>
        </button>
      </p>
      <p>
        <Trans>If you have seen a document that shows who the person is, you can confirm the code that a counter handed out.</Trans>
      </p>
      <p>
        <button
          type="button"
          aria-disabled={isSending}
          onClick={() => void run('confirmed', () => withPasskey(() => confirmClaim({ residentId })))}
        >
          <Trans>I have seen it: confirm the code</Trans>
        </button>
      </p>
    </details>
  );
}

const reasons = {
  CLAIM_MISSING: <Trans>No account was connected with this record by codes.</Trans>,
  CLAIM_UNCONTESTED: <Trans>This request does not contest the account. The person does so at a counter, or by the link of a mail.</Trans>,
  CLAIM_CODE_MISSING: <Trans>No counter has handed out a code for this person that can still be used.</Trans>,
  OWN_CODE: <Trans>You handed out the code, so a colleague must confirm it.</Trans>,
  CONFIRMER_CONNECTED: <Trans>You are connected with the colleague who handed out the code. Another colleague must confirm it.</Trans>,
  CONFIRMER_WITHOUT_ACCOUNT: (
    <Trans>You have no account here to which the second code could be mailed. Another colleague must confirm it.</Trans>
  ),
};
