import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Missing } from '../../../../client/src/report.ts';
import { Absent } from './absent.tsx';

interface Props {
  /** The text of the privacy statement about it. */
  readonly text: string | undefined;
  readonly missing: Missing | undefined;
  readonly version: string | undefined;
  /** The address of that version. */
  readonly address: string;
  readonly from: string | null | undefined;
}

/** The acts are the same for all that is held. */
export function Authority({ text, missing, version, address, from }: Props): ReactNode {
  return (
    <section className="held authority" aria-labelledby="authority">
      <h2 id="authority">
        <Trans>On what authority</Trans>
      </h2>
      <p>{text ?? <Absent missing={missing} />}</p>
      {version && (
        <p className="quiet">
          <Trans>
            This and each “Why” below are words of the <a href={address}>privacy statement</a>, version {version}, in force since {from}.
          </Trans>
        </p>
      )}
    </section>
  );
}
