import { Trans } from '@lingui/react/macro';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { OperationResult } from 'urql';
import { useSignedIn } from '../../session/signed.tsx';
import { stepUp } from '../../session/step-up.ts';
import '../elements.css';

/** Makes a change. Where the gateway wants a fresh proof, the person is asked for the passkey, and the change is made once more. */
export type WithPasskey = <Data>(send: () => Promise<OperationResult<Data>>) => Promise<OperationResult<Data>>;

/**
 * For changes that need a fresh proof of who makes them.
 * @returns the dialog that asks for the passkey, and a function that makes a change. A person who cancels gets the gateway's refusal
 */
export function usePasskey(): readonly [ReactNode, WithPasskey] {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const confirmed = useRef(false);
  const closed = useRef<() => void>(undefined);
  const ask = async (): Promise<boolean> => {
    confirmed.current = false;
    dialog.current!.showModal();
    await new Promise<void>((done) => (closed.current = done));
    return confirmed.current;
  };
  const withPasskey: WithPasskey = async (send) => {
    const result = await send();
    const isAsked = result.error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'STEP_UP_NEEDED');
    return isAsked && (await ask()) ? send() : result;
  };
  const onConfirmed = (): void => {
    confirmed.current = true;
    dialog.current!.close();
  };
  const element = (
    <dialog key="passkey" ref={dialog} aria-labelledby={title} onClose={() => closed.current?.()}>
      <h2 id={title}>
        <Trans>Confirm with your passkey</Trans>
      </h2>
      <p>
        <Trans>This gives or keeps access to information about people. It needs a passkey that was used in the last five minutes.</Trans>
      </p>
      <Confirm onConfirmed={onConfirmed} onCancel={() => dialog.current!.close()} />
    </dialog>
  );
  return [element, withPasskey];
}

interface ConfirmProps {
  readonly onConfirmed: () => void;
  readonly onCancel: () => void;
}

function Confirm({ onConfirmed, onCancel }: ConfirmProps): ReactNode {
  const { session } = useSignedIn();
  const [state, setState] = useState<'waiting' | 'asking' | 'failed'>('waiting');
  const confirm = async (): Promise<void> => {
    setState('asking');
    try {
      await stepUp(session);
      setState('waiting');
      onConfirmed();
    } catch {
      setState('failed');
    }
  };
  return (
    <>
      {state === 'failed' && (
        <p role="alert" className="error">
          <Trans>The passkey was not taken. Nothing was changed; try again, or cancel.</Trans>
        </p>
      )}
      <p className="buttons">
        <button type="button" className="main" aria-disabled={state === 'asking'} onClick={() => void (state !== 'asking' && confirm())}>
          <Trans>Use the passkey</Trans>
        </button>
        <button type="button" onClick={onCancel}>
          <Trans>Cancel</Trans>
        </button>
      </p>
    </>
  );
}
