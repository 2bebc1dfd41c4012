import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Said } from '../../elements/states/said.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import type { Entry } from './entry-groups.ts';

/** The erasures from this history: when, under which rule, and of how many entries. Left out if there are none. */
export function Erased({ entries }: { readonly entries: readonly Entry[] }): ReactNode {
  const { instant } = useFormats();
  const erasures = entries.filter(({ kind }) => kind === 'ENTRIES_ERASED');
  if (erasures.length === 0) return null;
  return (
    <section aria-labelledby="erased">
      <h2 id="erased">
        <Trans>Erased from this list</Trans>
      </h2>
      <p className="quiet">
        <Trans>Two privacy officers agreed on it. The erasure is recorded, but no longer what the entries said.</Trans>
      </p>
      <ul className="entries">
        {erasures.map(({ id, at, why }) => (
          <li key={id}>
            {at && (
              <time className="quiet" dateTime={at}>
                {instant(at)}
              </time>
            )}
            <p>{why && <Said sentence={why} />}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
