import { Trans } from '@lingui/react/macro';
import { useId, useRef, type ReactNode } from 'react';
import '../elements.css';

interface Props {
  /** The label of the button. */
  readonly action: ReactNode;
  /** The name of the button, and the title of the dialog. Default: the action, which says by itself what it is done to. */
  readonly name?: string;
  /** The consequences of confirming. */
  readonly children: ReactNode;
  readonly onConfirm: () => void;
  readonly className?: string;
}

/** A button whose action is confirmed in a dialog. Escape closes it, and the focus goes back to the button. */
export function ConfirmButton({ action, name, children, onConfirm, className }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const close = (): void => dialog.current?.close();
  const confirm = (): void => {
    close();
    onConfirm();
  };
  return (
    <>
      <button type="button" className={className} aria-label={name} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {action}
      </button>
      <dialog ref={dialog} aria-labelledby={title}>
        <h2 id={title}>{name ?? action}</h2>
        {children}
        <p className="buttons">
          <button type="button" className="main" onClick={confirm}>
            {action}
          </button>
          <button type="button" onClick={close}>
            <Trans>Cancel</Trans>
          </button>
        </p>
      </dialog>
    </>
  );
}
