import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql';
import { Problem } from '../../elements/states/problem.tsx';
import { usePasskey } from '../../elements/forms/use-passkey.tsx';

interface Props<Data, Variables extends AnyVariables> {
  readonly mutation: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly action: ReactNode;
  readonly onDone: () => void;
  /** Points to consider before the action. */
  readonly children: ReactNode;
}

/** A button for a change that needs a fresh proof, such as an approval. */
export function PasskeyAction<Data, Variables extends AnyVariables>(props: Props<Data, Variables>): ReactNode {
  const { mutation, variables, action, onDone, children } = props;
  const [error, setError] = useState<CombinedError>();
  const [isSending, setIsSending] = useState(false);
  const [passkey, withPasskey] = usePasskey();
  const [, execute] = useMutation(mutation);
  const make = async (): Promise<void> => {
    if (isSending) return;
    setError(undefined);
    setIsSending(true);
    const result = await withPasskey(() => execute(variables));
    setIsSending(false);
    if (result.error) setError(result.error);
    else onDone();
  };
  return (
    <div className="action">
      <p>{children}</p>
      {passkey}
      {error && <Problem error={error} reasons={reasons} />}
      <p>
        <button type="button" className="main" aria-disabled={isSending} onClick={() => void make()}>
          {action}
        </button>
      </p>
    </div>
  );
}

const reasons = {
  OWN_PROPOSAL: <Trans>You have recorded or proposed it, so another officer must do this.</Trans>,
  ALREADY_APPROVED: <Trans>You have approved it already.</Trans>,
  MANDATE_OVER: <Trans>The mandate is revoked, or past its last day.</Trans>,
  SEAL_LAPSED: <Trans>The seal was not approved in time. Record the mandate again.</Trans>,
  SEAL_ENDED: <Trans>The seal has ended, so it can be neither extended nor approved.</Trans>,
  ERASURE_LAPSED: <Trans>It was not approved within 30 days. Propose another one.</Trans>,
  NOT_ERASABLE: <Trans>One of the reads is your own, so another officer must do this.</Trans>,
  NOTHING_TO_APPROVE: <Trans>No later end of the seal awaits approval.</Trans>,
};
