import type { RootFieldLine } from '../../policy/lines.ts';
import type { Foresight } from '../../policy/foresee.ts';
import { foreseeRows } from '../../policy/open-line.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Catalogue } from '../../markings/catalogue.ts';
import type { Touch } from '../outline/collect.ts';
import type { Standpoint } from './permit-table.ts';

/** The facts that are certain about a place because the row scope of its root field says how the principal is related to its data subject. */
export type SettledByScope = (place: Pick<Touch, 'coordinate' | 'scopedBy'>) => Foresight | undefined;

/**
 * Settles the places of an operation by the row scopes of its root fields. It decides what the answer reports and nothing else:
 * the guard decides each value by the relationship that it looks up.
 * @param lines the policy line that opens each root field
 * @returns a function that gives undefined where no scope says anything
 */
export function settleByScope(
  policy: Policy,
  catalogue: Catalogue,
  standpoint: Standpoint,
  lines: ReadonlyMap<string, RootFieldLine | undefined>,
): SettledByScope {
  const settled = new Map<string, Foresight>();
  return ({ coordinate, scopedBy }) => {
    const line = scopedBy === undefined ? undefined : lines.get(scopedBy);
    const output = catalogue.outputs.get(coordinate);
    if (!line || !output) return undefined;
    const key = `${scopedBy} ${output.category}`;
    let foresight = settled.get(key);
    if (!foresight) settled.set(key, (foresight = foreseeRows(policy, line, standpoint, output.category)));
    return foresight;
  };
}
