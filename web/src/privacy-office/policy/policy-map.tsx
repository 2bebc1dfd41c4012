import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { categoryNames } from '../../elements/names/category-names.ts';
import type { DataCategory, Role } from '../../generated/vocabulary.ts';
import { HeatMap } from './heat-map.tsx';
import { CellExplained } from './cell-explained.tsx';
import { isAt, type Cell, type Chosen, type Prohibition } from './cell.ts';
import './policy.css';
import { purposeNames, relationshipNames, roleNames } from '../../generated/names.ts';
import { shadeOf, Sign } from './shade.tsx';

interface Props {
  readonly role: Role;
  readonly cells: readonly Cell[];
  readonly prohibitions: readonly Prohibition[];
  readonly clauses: readonly { readonly name: string; readonly text: string }[];
  readonly version: string;
}

const categories = Object.keys(categoryNames) as readonly DataCategory[];

/** The cells of a role: categories down, standpoints across. A cell says yes, under conditions or no, in colour and in words. */
export function PolicyMap({ role, cells, prohibitions, clauses, version }: Props): ReactNode {
  const { i18n } = useLingui();
  const roleName = i18n._(roleNames[role]);
  const [chosen, setChosen] = useState<Chosen>();
  const standpoints = [...new Map(cells.map((cell) => [`${cell.purpose} ${cell.relationship}`, cell])).values()];
  if (standpoints.length === 0)
    return (
      <p className="state">
        <Trans>This role may see nothing personal.</Trans>
      </p>
    );
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
        <HeatMap
          labelledBy="policy-map"
          describedBy="policy-legend"
          corner={<Trans>Category</Trans>}
          rows={categories.map((category) => ({ key: category, name: i18n._(categoryNames[category]) }))}
          columns={standpoints.map(({ purpose, relationship }) => ({
            key: `${purpose} ${relationship}`,
            name: i18n._(purposeNames[purpose]),
            detail: i18n._(relationshipNames[relationship]),
          }))}
          cell={(row, column) => {
            const { purpose, relationship } = standpoints[column]!;
            const one: Chosen = { purpose, relationship, category: categories[row]! };
            const shade = shadeOf(cells.filter((cell) => isAt(cell, one)));
            return {
              shade,
              shown: <Sign shade={shade} />,
              isChosen: chosen !== undefined && isAt(chosen, one),
              onChoose: () => setChosen(one),
            };
          }}
        />
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
