import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Missing } from '../../../../client/src/report.ts';

interface Props {
  readonly name: ReactNode;
  readonly value: string | number | null | undefined;
  /** Why there is no value, as the answer says it. */
  readonly missing?: Missing | undefined;
  /** Said where nothing is on record. */
  readonly empty?: ReactNode;
  /** The day since when it is held, as people write it. */
  readonly since?: string | undefined;
}

/** A value that is held. One that is withheld is said to be, never shown as none. */
export function Fact({ name, value, missing, empty, since }: Props): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Value value={value} missing={missing} empty={empty} />
        {since && (
          <span className="since">
            <Trans>since {since}</Trans>
          </span>
        )}
      </dd>
    </div>
  );
}

function Value({ value, missing, empty }: Pick<Props, 'value' | 'missing' | 'empty'>): ReactNode {
  if (value !== null && value !== undefined && value !== '') return value;
  if (missing)
    return (
      <span className="withheld">
        <Trans>Withheld from you here. Ask the privacy office why.</Trans>
      </span>
    );
  return empty ?? <Trans>Not on record</Trans>;
}
