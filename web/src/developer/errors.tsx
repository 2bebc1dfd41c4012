import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { currentLanguage } from '../choose-language.ts';
import { Field } from '../elements/forms/field.tsx';
import { Empty } from '../elements/states/states.tsx';
import type { KnownError } from './reference.ts';

/** A comment in Markdown has code between backticks. */
function withCode(comment: string): ReactNode {
  return comment.split('`').map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part));
}

/** Every code that an answer can have. */
export function Errors({ errors }: { readonly errors: readonly KnownError[] }): ReactNode {
  const { t } = useLingui();
  const language = currentLanguage();
  const [sought, setSought] = useState('');
  const found = errors.filter(({ code, sentences, comment }) =>
    // An answer can be in any of the languages.
    `${code} ${Object.values(sentences).join(' ')} ${comment}`.toLowerCase().includes(sought.trim().toLowerCase()),
  );
  return (
    <section id="errors">
      <h2>
        <Trans>Errors</Trans>
      </h2>
      {language !== 'en' && (
        <p>
          <Trans>The last column is in English only.</Trans>
        </p>
      )}
      <Field label={<Trans>Search in codes and sentences</Trans>}>
        {(attributes) => (
          <input {...attributes} type="search" autoComplete="off" value={sought} onChange={({ target }) => setSought(target.value)} />
        )}
      </Field>
      {found.length === 0 && (
        <Empty>
          <Trans>No code has these words.</Trans>
        </Empty>
      )}
      {found.length > 0 && (
        // Keyboards scroll it where it is wider than the page.
        <section className="wide" tabIndex={0} aria-label={t`Codes`}>
          <table>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Code</Trans>
                </th>
                <th scope="col">
                  <Trans>Status</Trans>
                </th>
                <th scope="col">
                  <Trans>Sentence</Trans>
                </th>
                <th scope="col">
                  <Trans>When, or what to do</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.map(({ code, status, sentences, comment }) => (
                <tr key={code}>
                  <th scope="row">
                    <code>{code}</code>
                  </th>
                  <td>{status}</td>
                  <td>{sentences[language]}</td>
                  <td lang="en">{withCode(comment)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
