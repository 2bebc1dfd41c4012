import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { chooseLanguage, languageNames, languages } from '../choose-language.ts';
import { Failed, Loading } from '../elements/states.tsx';
import { readSession, type BrowserSession } from '../session/read-session.ts';
import { Editor } from './editor.tsx';
import { Errors } from './errors.tsx';
import { Examples } from './examples.tsx';
import { Persona } from './persona.tsx';
import type { Persona as Known } from './personas.ts';
import type { Example, Reference } from './reference.ts';
import { Schemas } from './schemas.tsx';
import { useReads } from './use-reads.ts';
import { sentences } from './sentences.ts';

interface Props {
  /** Undefined outside development. */
  readonly personas: readonly Known[] | undefined;
  readonly reference: Reference;
}

/** Outside the municipality. */
const outsiders: ReadonlySet<string | null> = new Set([null, 'ANONYMOUS', 'RESIDENT']);

/** Where developers try operations, and read schemas, codes and examples. In production it is for employees. */
export function Developer({ personas, reference }: Props): ReactNode {
  const { t, i18n } = useLingui();
  const [session, setSession] = useState<BrowserSession | 'nobody'>();
  const [example, setExample] = useState<Example>();
  const [hasFailed, setHasFailed] = useState(false);
  const look = useCallback((): void => {
    void readSession().then(
      (found) => setSession(found ?? 'nobody'),
      () => setHasFailed(true),
    );
  }, []);
  useEffect(look, [look]);
  const signedIn = session === 'nobody' ? undefined : session;
  const { reads, isOver } = useReads(signedIn, look);
  if (hasFailed)
    return (
      <Failed onRetry={() => location.reload()}>
        <Trans>The gateway does not answer. Nothing was changed or lost; try again in a moment.</Trans>
      </Failed>
    );
  if (session === undefined || isOver) return <Loading />;
  if (!personas && outsiders.has(signedIn?.role ?? null))
    return (
      <main className="narrow">
        <h1>
          <Trans>For developers</Trans>
        </h1>
        <p>
          <Trans>This page is for employees. Sign in as one.</Trans>
        </p>
      </main>
    );
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
      <header className="frame developers">
        <div className="top">
          <p className="place">
            <strong>
              <Trans>Recreation department</Trans>
            </strong>{' '}
            <Trans>For developers</Trans>
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
        {personas && <Persona personas={personas} session={signedIn} onChange={look} />}
        <Editor key={signedIn?.id ?? 'nobody'} session={signedIn} reads={reads} personas={personas} example={example} />
        <Examples
          examples={reference.examples}
          onOpen={(one) => {
            setExample(one);
            document.querySelector('#try')?.scrollIntoView();
          }}
        />
        <Schemas first={signedIn?.role ?? 'ANONYMOUS'} />
        <Errors errors={reference.errors} />
      </main>
    </>
  );
}
