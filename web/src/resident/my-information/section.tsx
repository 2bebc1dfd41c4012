import { Trans } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { typeset } from '../../elements/names/typeset.ts';
import { Absent } from './absent.tsx';

/** The sentences of the privacy statement in force, by clause. */
export type Clauses = ReadonlyMap<string, string>;

/** Without the privacy statement, nothing says why. */
const unread = { code: 'UNKNOWN' };

interface Props {
  readonly name: string;
  /** The clause of the privacy statement that says why this is held. */
  readonly clause: string;
  readonly clauses: Clauses;
  /** Since when it is held, where its values do not say it. */
  readonly since?: ReactNode;
  readonly children: ReactNode;
}

/** One kind of what is held, why, and since when. */
export function Section({ name, clause, clauses, since, children }: Props): ReactNode {
  const id = useId();
  const why = clauses.get(clause);
  return (
    <section aria-labelledby={id} className="held">
      <h2 id={id}>{name}</h2>
      <p className="why">
        <strong>
          <Trans>Why:</Trans>
        </strong>{' '}
        {why === undefined ? <Absent missing={unread} /> : typeset(why)}
      </p>
      {since && (
        <p className="why">
          <strong>
            <Trans>Since when:</Trans>
          </strong>{' '}
          {since}
        </p>
      )}
      {children}
    </section>
  );
}
