import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { categoryNames } from '../../elements/category-names.ts';
import { purposeNames } from '../../elements/purpose-name.tsx';
import type { DataCategory, Role } from '../../generated/vocabulary.ts';
import { Scrolled } from '../scrolled.tsx';
import { CellExplained } from './cell-explained.tsx';
import { isAt, type Cell, type Chosen, type Prohibition } from './cell.ts';
import { relationshipNames } from './conditions.ts';

interface Props {
  readonly role: Role;
  readonly cells: readonly Cell[];
  readonly prohibitions: readonly Prohibition[];
  readonly clauses: readonly { readonly name: string; readonly text: string }[];
  readonly version: string;
}

/** The cells of a role as a table: categories down, standpoints across. A cell says yes, under conditions or no, in colour and in words. */
export function PolicyMap({ role, cells, prohibitions, clauses, version }: Props): ReactNode {
  const { i18n } = useLingui();
  const [chosen, setChosen] = useState<Chosen>();
  const standpoints = [...new Map(cells.map((cell) => [`${cell.purpose} ${cell.relationship}`, cell])).values()];
  const categories = Object.keys(categoryNames) as readonly DataCategory[];
  if (standpoints.length === 0)
    return (
      <p className="state">
        <Trans>This role may see nothing personal.</Trans>
      </p>
    );
  return (
    <div className="map-and-cell">
      <Scrolled labelledBy="policy-map">
        <table className="heat">
          <caption id="policy-map">
            <Trans>What may be seen: yes, under conditions (if), or no (–)</Trans>
          </caption>
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
            {categories.map((category) => (
              <tr key={category}>
                <th scope="row">{i18n._(categoryNames[category])}</th>
                {standpoints.map(({ purpose, relationship }) => {
                  const one: Chosen = { purpose, relationship, category };
                  const own = cells.filter((cell) => isAt(cell, one));
                  return (
                    <td key={`${purpose} ${relationship}`}>
                      <button
                        type="button"
                        className={`shade ${shadeOf(own)}`}
                        aria-pressed={chosen !== undefined && isAt(chosen, one)}
                        onClick={() => setChosen(one)}
                      >
                        <Sign shade={shadeOf(own)} />
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      <CellExplained role={role} chosen={chosen} cells={cells} prohibitions={prohibitions} clauses={clauses} />
      <p className="quiet version">
        <Trans>
          Version of the policy: <code>{version.slice(0, 16)}</code>
        </Trans>
      </p>
    </div>
  );
}

type Shade = 'yes' | 'if' | 'no';

function Sign({ shade }: { readonly shade: Shade }): ReactNode {
  if (shade === 'yes') return <Trans>yes</Trans>;
  if (shade === 'if') return <Trans>if</Trans>;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="hidden">
        <Trans>no</Trans>
      </span>
    </>
  );
}

function shadeOf(cells: readonly Cell[]): Shade {
  if (cells.length === 0) return 'no';
  return cells.some(({ when, exceptions }) => when.length === 0 && exceptions.length === 0) ? 'yes' : 'if';
}
