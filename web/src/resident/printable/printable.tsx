import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useQuery } from 'urql';
import { addSentences } from '../../choose-language.ts';
import { gatewayTime } from '../../elements/time/local-time.ts';
import { personName } from '../../elements/names/person-name.ts';
import { useFormats } from '../../elements/time/use-formats.ts';
import { graphql } from '../generated/gql.ts';
import { laterSentences } from '../later-sentences.ts';
import '../resident.css';
// After what it changes.
import './print.css';

/** Shown once for each version. */
const StatementAsked = lazy(async () => {
  const [loaded] = await Promise.all([import('../statement-asked.tsx'), addSentences(laterSentences)]);
  return loaded;
});

const query = graphql(`
  query PrintedFor @purpose(is: SELF_SERVICE) {
    me {
      id
      givenName
      familyName
    }
    statementToAcknowledge {
      version
    }
  }
`);

/** A page that can be printed: with everything unfolded, the instant, and for whom. Neither stands in the title, which browsers keep. */
export function Printable({ children }: { readonly children: ReactNode }): ReactNode {
  const { instant } = useFormats();
  const [{ data }] = useQuery({ query });
  const asked = data?.statementToAcknowledge?.version;
  const [printedAt, setPrintedAt] = useState(gatewayTime);
  useEffect(() => unfoldWhilePrinting(() => flushSync(() => setPrintedAt(gatewayTime()))), []);
  const [at, name] = [instant(printedAt), personName(data?.me)];
  return (
    <>
      <p className="printed">
        <Trans>
          Printed on {at}, for {name}
        </Trans>
      </p>
      {children}
      {asked && (
        <Suspense>
          <StatementAsked version={asked} />
        </Suspense>
      )}
      <p className="print">
        <button type="button" onClick={() => window.print()}>
          <Trans>Print this page</Trans>
        </button>{' '}
        <span className="partly">
          <Trans>Only what is shown is printed. Show more first for the rest of the list.</Trans>
        </span>
      </p>
    </>
  );
}

/** Opens what is folded before the browser prints, and folds it again. @returns stops it */
function unfoldWhilePrinting(onPrint: () => void): () => void {
  const unfolded = new Set<HTMLDetailsElement>();
  const before = (): void => {
    onPrint();
    // A form is not printed.
    for (const folded of document.querySelectorAll<HTMLDetailsElement>('main details:not([open], .ask)')) {
      folded.open = true;
      unfolded.add(folded);
    }
  };
  const after = (): void => {
    for (const opened of unfolded) opened.open = false;
    unfolded.clear();
  };
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}
