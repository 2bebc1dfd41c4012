import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { categoryNames } from '../../elements/category-names.ts';
import { purposeNames } from '../../elements/purpose-name.tsx';
import type { DataCategory, Role } from '../../generated/vocabulary.ts';
import { roleNames } from '../../layout/role-name.tsx';
import { Scrolled } from '../scrolled.tsx';
import { CellExplained } from './cell-explained.tsx';
import { isAt, type Cell, type Chosen, type Prohibition } from './cell.ts';
import { relationshipNames } from './conditions.ts';
import { nextPlace, type Place } from './next-place.ts';
import './policy.css';
import { shadeOf, Sign } from './shade.tsx';

interface Props {
  readonly role: Role;
  readonly cells: readonly Cell[];
  readonly prohibitions: readonly Prohibition[];
  readonly clauses: readonly { readonly name: string; readonly text: string }[];
  readonly version: string;
}

const categories = Object.keys(categoryNames) as readonly DataCategory[];

/**
 * The cells of a role as a table: categories down, standpoints across. A cell says yes, under conditions or no, in colour and in words. The
 * Tab key reaches one cell, and the arrow keys the others (WAI-ARIA, grid).
 */
export function PolicyMap({ role, cells, prohibitions, clauses, version }: Props): ReactNode {
  const { i18n } = useLingui();
  const roleName = i18n._(roleNames[role]);
  const [chosen, setChosen] = useState<Chosen>();
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  const standpoints = [...new Map(cells.map((cell) => [`${cell.purpose} ${cell.relationship}`, cell])).values()];
  if (standpoints.length === 0)
    return (
      <p className="state">
        <Trans>This role may see nothing personal.</Trans>
      </p>
    );
  const move = (event: KeyboardEvent<HTMLTableElement>): void => {
    const next = nextPlace(event.key, place, { rows: categories.length, columns: standpoints.length });
    if (!next) return;
    event.preventDefault();
    setPlace(next);
    event.currentTarget.tBodies[0]!.rows[next.row]!.cells[next.column + 1]!.querySelector('button')!.focus();
  };
  return (
    <div className="map-and-cell">
      <div>
        <h2 id="policy-map">
          <Trans>What may be seen by: {roleName}</Trans>
        </h2>
        <p id="policy-legend" className="legend">
          <span>
            <span className="shade yes">
              <Trans>yes</Trans>
            </span>{' '}
            <Trans>may be seen</Trans>
          </span>{' '}
          <span>
            <span className="shade if">
              <Trans>if</Trans>
            </span>{' '}
            <Trans>under conditions</Trans>
          </span>{' '}
          <span>
            <span className="shade no" aria-hidden="true">
              –
            </span>{' '}
            <Trans>is withheld</Trans>
          </span>
        </p>
        <Scrolled labelledBy="policy-map">
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table whose cells are operated is a grid */}
          <table className="heat" role="grid" aria-labelledby="policy-map" aria-describedby="policy-legend" onKeyDown={move}>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Category</Trans>
                </th>
                {standpoints.map(({ purpose, relationship }) => (
                  <th key={`${purpose} ${relationship}`} scope="col">
                    {i18n._(purposeNames[purpose])}
                    <span className="quiet">{i18n._(relationshipNames[relationship])}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {categories.map((category, row) => (
                <tr key={category}>
                  <th scope="row">{i18n._(categoryNames[category])}</th>
                  {standpoints.map(({ purpose, relationship }, column) => {
                    const one: Chosen = { purpose, relationship, category };
                    const shade = shadeOf(cells.filter((cell) => isAt(cell, one)));
                    return (
                      <td key={`${purpose} ${relationship}`}>
                        <button
                          type="button"
                          className={`shade ${shade}`}
                          tabIndex={place.row === row && place.column === column ? 0 : -1}
                          aria-pressed={chosen !== undefined && isAt(chosen, one)}
                          onFocus={() => setPlace({ row, column })}
                          onClick={() => setChosen(one)}
                        >
                          <Sign shade={shade} />
                        </button>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
        <p className="quiet">
          <Trans>The map scrolls. With the keyboard: Tab leads into it, the arrow keys to its cells, and Enter explains one.</Trans>
        </p>
      </div>
      <CellExplained role={role} chosen={chosen} cells={cells} prohibitions={prohibitions} clauses={clauses} />
      <p className="quiet version">
        <Trans>
          Version of the policy: <code>{version.slice(0, 16)}</code>
        </Trans>
      </p>
    </div>
  );
}
