import type { ReactNode } from 'react';

interface Props {
  readonly id: string;
  readonly name: ReactNode;
  /** Its meaning, in one sentence. */
  readonly meaning: ReactNode;
  /** The things that were found. */
  readonly rows: readonly { readonly key: string; readonly shown: ReactNode }[];
  /** Said where there are none. */
  readonly none: ReactNode;
  /** Where one goes on. */
  readonly further?: ReactNode;
}

/** One kind of things that an officer should look into. Where there is none, one line says so. */
export function Finding({ id, name, meaning, rows, none, further }: Props): ReactNode {
  return (
    <section aria-labelledby={id} className="finding">
      <h3 id={id}>{name}</h3>
      {rows.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <>
          <p className="quiet">{meaning}</p>
          <ol className="entries">
            {rows.map(({ key, shown }) => (
              <li key={key}>{shown}</li>
            ))}
          </ol>
          {further && <p>{further}</p>}
        </>
      )}
    </section>
  );
}
