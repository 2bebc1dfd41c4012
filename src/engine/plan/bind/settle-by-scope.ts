import type { AccessContext } from '../../policy/decision/access-context.ts';
import type { RootFieldLine } from '../../policy/declaration/lines.ts';
import type { AdvanceDecision } from '../../policy/decision/decide-in-advance.ts';
import { decideRows } from '../../policy/decision/open-line.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import type { Markings } from '../../markings/markings.ts';
import type { Touch } from '../outline/collect.ts';

/** The facts that are certain about a place because the row scope of its root field says how the principal is related to its data subject. */
export type SettledByScope = (place: Pick<Touch, 'coordinate' | 'scopedBy'>) => AdvanceDecision | undefined;

/**
 * Settles the places of an operation by the row scopes of its root fields. It decides what the answer reports and nothing else:
 * the guard decides each value by the relationship that it looks up.
 * @param lines the policy line that opens each root field
 * @returns a function that gives undefined where no scope says anything
 */
export function settleByScope(
  policy: Policy,
  markings: Markings,
  access: AccessContext,
  lines: ReadonlyMap<string, RootFieldLine | undefined>,
): SettledByScope {
  const settled = new Map<string, AdvanceDecision>();
  return ({ coordinate, scopedBy }) => {
    const line = scopedBy === undefined ? undefined : lines.get(scopedBy);
    const output = markings.outputs.get(coordinate);
    if (!line || !output) return undefined;
    const key = `${scopedBy} ${output.category}`;
    let decision = settled.get(key);
    if (!decision) settled.set(key, (decision = decideRows(policy, line, access, output.category)));
    return decision;
  };
}
