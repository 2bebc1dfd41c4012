import type { ReactNode } from 'react';
import { Field, type FieldProps } from './field.tsx';

interface Props<Value extends string> extends FieldProps {
  /** Undefined: nothing is chosen yet. */
  readonly value: Value | undefined;
  readonly onChoose: (value: Value) => void;
  readonly choices: readonly { readonly value: Value; readonly name: string }[];
  /** Said where nothing is chosen; without it the first choice is chosen. */
  readonly placeholder?: string;
  readonly required?: boolean;
}

/** One of a list of choices. */
export function Select<Value extends string>({ value, onChoose, choices, placeholder, required, ...field }: Props<Value>): ReactNode {
  return (
    <Field {...field}>
      {(attributes) => (
        <select {...attributes} required={required} value={value ?? ''} onChange={({ target }) => onChoose(target.value as Value)}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
