import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useId, type ReactNode } from 'react';
import type { Draw } from './drawing.tsx';
import { ErrorBoundary } from '../states/error-boundary.tsx';
import { PartFailed } from '../states/page-failed.tsx';
import { Loading } from '../states/states.tsx';
import './figure.css';

export type { Draw };

/** Observable Plot is large: it is loaded with the first figure. */
const Drawing = lazy(() => import('./drawing.tsx'));

interface Column {
  readonly name: string;
  /** Numbers are aligned at their end. */
  readonly isNumber?: boolean;
}

interface Props {
  readonly name: string;
  /** One sentence that says what the figure shows, in numbers. */
  readonly children: ReactNode;
  readonly draw: Draw;
  /** The same as the drawing, as a table: the first cell of a row is its heading. */
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A figure: its name, a sentence, the drawing, and the same as a table behind a disclosure. The drawing is one image to a screen reader, and
 * nothing in it takes the focus: the disclosure does, and the table has every value of it.
 */
export function Figure({ name, children, draw, columns, rows }: Props): ReactNode {
  const id = useId();
  return (
    <figure className="figure" aria-labelledby={id}>
      <figcaption>
        <strong id={id}>{name}</strong>
        <span>{children}</span>
      </figcaption>
      {/* The table has it all where the drawing cannot be loaded. */}
      <ErrorBoundary fallback={<PartFailed />}>
        <Suspense fallback={<Loading />}>
          <Drawing name={name} draw={draw} />
        </Suspense>
      </ErrorBoundary>
      <details>
        <summary>
          <Trans>The same as a table</Trans>
        </summary>
        {/* WCAG 2.1.1: the keys scroll what has the focus. */}
        <section className="scrolled" aria-labelledby={id} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.name} scope="col" className={classOf(column)}>
                    {column.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([heading = '', ...cells]) => (
                <tr key={`${heading} ${cells.join(' ')}`}>
                  <th scope="row">{heading}</th>
                  {cells.map((cell, at) => (
                    <td key={columns[at + 1]?.name} className={classOf(columns[at + 1])}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}

function classOf(column: Column | undefined): string | undefined {
  return column?.isNumber ? 'number' : undefined;
}
