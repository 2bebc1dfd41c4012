import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';

interface Props {
  readonly text: string | undefined;
  readonly version: string | undefined;
  readonly from: string | null | undefined;
}

/** The acts are the same for all that is held. */
export function Authority({ text, version, from }: Props): ReactNode {
  return (
    <section className="notice" aria-labelledby="authority">
      <h2 id="authority">
        <Trans>On what authority</Trans>
      </h2>
      <p>{text}</p>
      <p>
        <Trans>
          This and each “Why” above are words of the privacy statement, version {version}, in force since {from}. Where no date stands
          beside a value, the record does not keep since when it is held.
        </Trans>
      </p>
    </section>
  );
}
