import { Trans } from '@lingui/react/macro';
import { useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { CombinedError, OperationResult } from 'urql';
import { forgetChecked } from '../forget-checked.ts';
import { Problem, type Reasons } from '../states/problem.tsx';
import '../elements.css';

interface Props<Data> {
  /** The label of its button. */
  readonly action: ReactNode;
  /** @param idempotencyKey the same for a repetition of the same change, another one as soon as anything is typed or chosen */
  readonly onSend: (idempotencyKey: string) => Promise<OperationResult<Data>>;
  /** Called once the gateway has made the change: forget the drafts, and say it (`useStatus`). */
  readonly onDone: (data: Data) => void;
  /** The meaning of the gateway's reasons here. */
  readonly reasons?: Reasons;
  /** Whether the change takes no idempotency key, so that it could be made twice. */
  readonly isUnrepeatable?: boolean;
  /** Elements next to the button, such as one that leaves the form. */
  readonly beside?: ReactNode;
  readonly children?: ReactNode;
}

/** A form. An error is announced and stands above the button; the person can send again. While it is sent it is not sent twice. */
export function Form<Data>({ action, onSend, onDone, reasons, isUnrepeatable = false, beside, children }: Props<Data>): ReactNode {
  const [error, setError] = useState<CombinedError>();
  const [isSending, setIsSending] = useState(false);
  const key = useRef('');
  const sending = useId();
  useEffect(() => forgetChecked, []);
  const send = async (): Promise<void> => {
    setError(undefined);
    setIsSending(true);
    key.current ||= crypto.randomUUID();
    const result = await onSend(key.current);
    setIsSending(false);
    if (result.error) return setError(result.error);
    key.current = '';
    onDone(result.data!);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isSending) void send();
  };
  const forgetKey = (): void => void (key.current = '');
  return (
    // Typed text stays out of the browser's own memory. Fields that name their content (`autoComplete`) can be filled in by the browser.
    <form className="form" autoComplete="off" onSubmit={onSubmit} onInput={forgetKey} onChange={forgetKey} aria-busy={isSending}>
      {children}
      {error && <Problem error={error} reasons={{ UNREACHED: <Unreached isUnrepeatable={isUnrepeatable} />, ...reasons }} />}
      <p className="buttons">
        <button type="submit" className="main" aria-disabled={isSending} aria-describedby={sending}>
          {action}
        </button>
        {beside}
        <output id={sending} className="sending">
          {isSending && <Trans>Sending…</Trans>}
        </output>
      </p>
    </form>
  );
}

/** Said where no answer came. */
function Unreached({ isUnrepeatable }: { readonly isUnrepeatable: boolean }): ReactNode {
  if (isUnrepeatable)
    return <Trans>The gateway does not answer, so it is not certain whether this was sent. Look before you send it again.</Trans>;
  return <Trans>The gateway does not answer. Send it again: it is done only once, even if the first try has arrived.</Trans>;
}
