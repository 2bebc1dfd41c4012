import { useState, type KeyboardEvent, type ReactNode } from 'react';
import './heat-map.css';
import { nextPlace, type Place } from '../next-place.ts';
import { Scrolled } from '../log/scrolled.tsx';

/** A row or a column. */
export interface Line {
  readonly key: string;
  readonly name: ReactNode;
  /** Shown below the name of a column. */
  readonly detail?: ReactNode;
}

/** The content of a cell, and the details that it opens. */
export interface HeatCell {
  /** The class of its shade. No meaning is in colour alone. */
  readonly shade: string;
  readonly shown: ReactNode;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

interface Props {
  /** The id of what names it. */
  readonly labelledBy: string;
  readonly describedBy?: string;
  /** The kind of the rows. */
  readonly corner: ReactNode;
  readonly rows: readonly Line[];
  readonly columns: readonly Line[];
  readonly cell: (row: number, column: number) => HeatCell;
}

/** A heat map as a table whose cells are buttons. The Tab key reaches one cell, and the arrow keys the others (WAI-ARIA, grid). */
export function HeatMap({ labelledBy, describedBy, corner, rows, columns, cell }: Props): ReactNode {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const at = { row: Math.min(place.row, rows.length - 1), column: Math.min(place.column, columns.length - 1) };
  const move = (event: KeyboardEvent<HTMLTableElement>): void => {
    const next = nextPlace(event.key, at, { rows: rows.length, columns: columns.length });
    if (!next) return;
    event.preventDefault();
    setPlace(next);
    event.currentTarget.tBodies[0]!.rows[next.row]!.cells[next.column + 1]!.querySelector('button')!.focus();
  };
  return (
    <Scrolled labelledBy={labelledBy}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are operated is a grid */}
      <table className="heat" role="grid" aria-labelledby={labelledBy} aria-describedby={describedBy} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ key, name, detail }) => (
              <th key={key} scope="col">
                {name}
                {detail && <span className="quiet">{detail}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name }, row) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {columns.map((one, column) => {
                const { shade, shown, isChosen, onChoose } = cell(row, column);
                return (
                  <td key={one.key}>
                    <button
                      type="button"
                      className={`shade ${shade}`}
                      tabIndex={at.row === row && at.column === column ? 0 : -1}
                      aria-pressed={isChosen}
                      onFocus={() => setPlace({ row, column })}
                      onClick={onChoose}
                    >
                      {shown}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
