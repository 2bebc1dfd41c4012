import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Missing } from '../../../../client/src/report.ts';

interface Props {
  /** Why there is no value, as the answer says it; undefined: there is none. */
  readonly missing: Missing | undefined;
  /** Said where nothing is on record. */
  readonly empty?: ReactNode;
}

/** Says why no value is shown: there is none, it is withheld, or it could not be read. */
export function Absent({ missing, empty }: Props): ReactNode {
  if (!missing) return empty ?? <Trans>Not on record</Trans>;
  return (
    <span className="withheld">
      {isWithheld(missing) ? (
        <Trans>Withheld from you here. Ask the privacy office why.</Trans>
      ) : (
        <Trans>This could not be read just now. Load the page again.</Trans>
      )}
    </span>
  );
}

/** Whether the policy withholds a value, in place of an error. */
export function isWithheld(missing: Missing | undefined): boolean {
  return missing?.code === 'WITHHELD' || missing?.code === 'CONDITIONAL';
}
