import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Missing } from '../../../../client/src/report.ts';
import { Absent } from './absent.tsx';

interface Props {
  readonly name: ReactNode;
  readonly value: ReactNode;
  /** Why there is no value, as the answer says it. */
  readonly missing?: Missing | undefined;
  /** Said where nothing is on record. */
  readonly empty?: ReactNode;
  /** The day since when it is held, as people write it. */
  readonly since?: string | undefined;
}

/** A value that is held. One that is withheld, or could not be read, is said to be so, never shown as none. */
export function Fact({ name, value, missing, empty, since }: Props): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value === null || value === undefined || value === '' ? <Absent missing={missing} empty={empty} /> : value}
        {since && <Since day={since} />}
      </dd>
    </div>
  );
}

/** Since when something is held. @param day as people write it */
export function Since({ day }: { readonly day: string }): ReactNode {
  return (
    <>
      {' '}
      <span className="since">
        <Trans>since {day}</Trans>
      </span>
    </>
  );
}
