import { Trans } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';

/** The sentences of the privacy statement in force, by clause. */
export type Clauses = ReadonlyMap<string, string>;

interface Props {
  readonly name: string;
  /** The clause of the privacy statement that says why this is held. */
  readonly clause: string;
  readonly clauses: Clauses;
  readonly children: ReactNode;
}

/** One kind of what is held, and why. */
export function Section({ name, clause, clauses, children }: Props): ReactNode {
  const id = useId();
  const why = clauses.get(clause);
  return (
    <section aria-labelledby={id} className="held">
      <h2 id={id}>{name}</h2>
      {why && (
        <p className="why">
          <strong>
            <Trans>Why:</Trans>
          </strong>{' '}
          {why}
        </p>
      )}
      {children}
    </section>
  );
}
