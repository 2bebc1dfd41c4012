import { useEffect, useRef, type ComponentPropsWithRef, type ReactNode } from 'react';
import { useDraft } from '../../session/drafts.ts';
import { Field, type FieldProps } from './field.tsx';

interface Common extends FieldProps {
  /** Keeps what is typed until it is sent, also beyond the end of the session. It tells fields apart, also those of two cases. */
  readonly draft: string;
  readonly maxLength: number;
  readonly required?: boolean;
}

type InputProps = Pick<ComponentPropsWithRef<'input'>, 'type' | 'inputMode' | 'autoComplete' | 'pattern' | 'spellCheck'>;

/** One line of text that is kept as a draft. */
export function TextField({ label, hint, error, draft, required, ...input }: Common & InputProps): ReactNode {
  const [text, setText] = useDraft(draft);
  const ref = useNotBlank<HTMLInputElement>(text, required);
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) => (
        <input
          type="text"
          {...input}
          {...attributes}
          ref={ref}
          required={required}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      )}
    </Field>
  );
}

/** Some lines of text that are kept as a draft. It grows with the text. */
export function TextArea({ label, hint, error, draft, required, ...area }: Common & { readonly rows?: number }): ReactNode {
  const [text, setText] = useDraft(draft);
  const ref = useNotBlank<HTMLTextAreaElement>(text, required);
  return (
    <Field label={label} hint={hint} error={error}>
      {(attributes) => (
        <textarea
          rows={5}
          {...area}
          {...attributes}
          ref={ref}
          required={required}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      )}
    </Field>
  );
}

/** A text of spaces alone is none. */
function useNotBlank<Control extends HTMLInputElement | HTMLTextAreaElement>(text: string, required = false) {
  const ref = useRef<Control>(null);
  useEffect(() => ref.current?.setCustomValidity(required && text !== '' && text.trim() === '' ? 'blank' : ''), [text, required]);
  return ref;
}
