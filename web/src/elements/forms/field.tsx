import { Trans } from '@lingui/react/macro';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import '../elements.css';

/** Something to type into, or to choose from. */
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The attributes that tie a control to its label, hint and error. */
export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly onInvalid: (event: FormEvent<Control>) => void;
  readonly onInput: (event: FormEvent<Control>) => void;
}

export interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** The problem with the value that was sent. The field itself shows problems before sending. */
  readonly error?: ReactNode;
}

interface Props extends FieldProps {
  readonly children: (attributes: ControlAttributes) => ReactNode;
}

/**
 * A label above a control, with a hint, and with an error once the form was to be sent. The first control that is wrong gets the focus,
 * so that its error is read out.
 */
export function Field({ label, hint, error, children }: Props): ReactNode {
  const id = useId();
  const [wrong, setWrong] = useState<ReactNode>();
  const shown = error ?? wrong;
  const describedBy = [shown && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const onInvalid = (event: FormEvent<Control>): void => {
    // In place of the browser's own bubble, which not every screen reader reads.
    event.preventDefault();
    const control = event.currentTarget;
    setWrong(whatIsWrong(control));
    if (control.form?.querySelector(':is(input, textarea, select):invalid') === control) control.focus();
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {shown && (
        <p id={`${id}-error`} className="error">
          {shown}
        </p>
      )}
      {children({
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': shown ? true : undefined,
        onInvalid,
        onInput: ({ currentTarget }) => {
          if (wrong && currentTarget.validity.valid) setWrong(undefined);
        },
      })}
    </div>
  );
}

function whatIsWrong({ validity }: Control): ReactNode {
  if (validity.valueMissing || validity.customError) return <Trans>Fill this in.</Trans>;
  if (validity.tooLong) return <Trans>This is too long.</Trans>;
  if (validity.typeMismatch || validity.patternMismatch || validity.badInput) return <Trans>This does not have the right form.</Trans>;
  return <Trans>This value is not possible here.</Trans>;
}
