import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { chooseLanguage, languageNames, languages } from '../../choose-language.ts';
import type { BrowserSession } from '../../session/read-session.ts';
import { Editor } from './editor.tsx';
import { Errors } from '../errors.tsx';
import { Examples } from '../examples.tsx';
import { Persona } from '../personas/persona.tsx';
import type { Persona as Known } from '../personas/personas.ts';
import type { Reads } from '../reads.ts';
import { readReference, type Example } from '../reference.ts';
import { Schemas } from '../schemas.tsx';
import { sentences } from '../sentences.ts';
// After the styles of the editor, some of which it corrects.
import '../developer.css';

interface Props {
  /** Undefined outside development. */
  readonly personas: readonly Known[] | undefined;
  /** Undefined: no one has signed in. */
  readonly session: BrowserSession | undefined;
  readonly reads: Reads;
  /** Called after a sign-in as another persona. */
  readonly onChange: () => void;
}

// Loaded with this module, so that nothing waits twice.
const reference = await readReference();

/** The tools for developers: the editor with its pickers, examples, schemas and codes. */
export default function Workbench({ personas, session, reads, onChange }: Props): ReactNode {
  const { t, i18n } = useLingui();
  const [example, setExample] = useState<Example>();
  const aside = (
    <div className="aside">
      <a href="/">
        <Trans>Pages</Trans>
      </a>
      {languages
        .filter((language) => language !== i18n.locale)
        .map((language) => (
          <button key={language} className="plain" type="button" lang={language} onClick={() => void chooseLanguage(language, [sentences])}>
            {languageNames[language]}
          </button>
        ))}
    </div>
  );
  return (
    <>
      <title>{t`For developers`}</title>
      <header className="frame developers">
        <div className="top">
          <p className="place">
            <strong>
              <Trans>Recreation department</Trans>
            </strong>
          </p>
          {aside}
        </div>
        <nav aria-label={t`Parts of the page`}>
          <a href="#try">
            <Trans>Try</Trans>
          </a>
          <a href="#examples">
            <Trans>Examples</Trans>
          </a>
          <a href="#schemas">
            <Trans>Schemas</Trans>
          </a>
          <a href="#errors">
            <Trans>Errors</Trans>
          </a>
        </nav>
      </header>
      <main className="developer">
        <h1>
          <Trans>For developers</Trans>
        </h1>
        <p>
          <Trans>Ask as an application does: each operation is planned, guarded and logged like any other.</Trans>
        </p>
        {personas && <Persona personas={personas} session={session} onChange={onChange} />}
        <Editor key={session?.id ?? 'nobody'} session={session} reads={reads} personas={personas} example={example} />
        <Examples
          examples={reference.examples}
          onOpen={(one) => {
            setExample(one);
            document.querySelector('#try')?.scrollIntoView();
          }}
        />
        <Schemas first={session?.role ?? 'ANONYMOUS'} />
        <Errors errors={reference.errors} />
      </main>
    </>
  );
}
