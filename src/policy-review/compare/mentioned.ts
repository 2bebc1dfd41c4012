import type { DataCategory, Purpose, Relationship, Role } from '../../generated/schema.ts';
import { allConditions, type Condition } from '../../policy/conditions.ts';
import { linesFor } from '../../policy/decide.ts';
import type { Policy } from '../../policy/policy.ts';

/** A question but for the conditions that hold. */
export interface Cell {
  readonly role: Role;
  readonly purpose: Purpose;
  readonly relationship: Relationship;
  readonly category: DataCategory;
}

/**
 * The conditions that a policy's lines about a cell speak of, in the catalogue's order. No other
 * condition can change the decision, so trying every set of these is trying every set. Pure.
 */
export function mentioned(policies: readonly Policy[], cell: Cell): Condition[] {
  const found = new Set<Condition>();
  for (const policy of policies) {
    const { grants, prohibitions } = linesFor(policy, cell);
    for (const { when } of grants) for (const condition of when ?? []) found.add(condition);
    for (const { when, unless } of prohibitions)
      for (const condition of [...(when ?? []), ...(unless?.conditions ?? [])]) found.add(condition);
  }
  const known: Condition[] = allConditions.filter((condition) => found.has(condition));
  // A revision can speak of conditions that are no more.
  return [...known, ...[...found].filter((condition) => !known.includes(condition))];
}
