import { useId, useState, type FormEvent, type ReactNode } from 'react';

interface Props {
  readonly label: ReactNode;
  readonly choices: readonly { readonly value: string; readonly name: ReactNode; readonly detail?: ReactNode }[];
  /** Empty: nothing is chosen yet. */
  readonly value: string;
  readonly onChoose: (value: string) => void;
  /** The message if the form is sent and nothing is chosen. Without it, the choice is optional. */
  readonly missing?: ReactNode;
}

/**
 * One of a few choices, all of them in sight. Keys that the page listens to work here too: while the browser shows the choices of a
 * `select`, no key reaches the page.
 */
export function OneOf({ label, choices, value, onChoose, missing }: Props): ReactNode {
  const id = useId();
  const [isMissing, setIsMissing] = useState(false);
  const onInvalid = (event: FormEvent<HTMLInputElement>): void => {
    event.preventDefault();
    setIsMissing(true);
    const control = event.currentTarget;
    if (control.form?.querySelector(':is(input, select):invalid') === control) control.focus();
  };
  const choose = (chosen: string): void => {
    setIsMissing(false);
    onChoose(chosen);
  };
  return (
    <fieldset
      role="radiogroup"
      className="one-of"
      aria-required={missing !== undefined}
      aria-invalid={isMissing || undefined}
      aria-describedby={isMissing ? `${id}-error` : undefined}
    >
      <legend>{label}</legend>
      {isMissing && (
        <p id={`${id}-error`} className="error">
          {missing}
        </p>
      )}
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={id}
            value={choice.value}
            required={missing !== undefined}
            checked={choice.value === value}
            onInvalid={onInvalid}
            onChange={() => choose(choice.value)}
          />
          <span>
            {choice.name}
            {choice.detail && <small>{choice.detail}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
