import type { Condition, DataCategory, Purpose, Relationship, Role } from '../../../register.ts';
import { linesFor } from '../../../policy/decision/decide.ts';
import type { Policy } from '../../../policy/declaration/policy.ts';
import { wordsOf } from '../../../policy/declaration/vocabulary.ts';

/** A question without the conditions that hold. */
export interface Cell {
  readonly role: Role;
  readonly purpose: Purpose;
  readonly relationship: Relationship;
  readonly category: DataCategory;
}

/**
 * The conditions in the lines that apply to a cell, in the vocabulary's order. No other condition can change the decision,
 * so it is enough to try every set of these. Pure.
 */
export function relevantConditions(policies: readonly Policy[], cell: Cell): Condition[] {
  const found = new Set<Condition>();
  for (const policy of policies) {
    const { grants, prohibitions } = linesFor(policy, cell);
    for (const { when } of grants) for (const condition of when ?? []) found.add(condition);
    for (const { when, unless } of prohibitions)
      for (const condition of [...(when ?? []), ...(unless?.conditions ?? [])]) found.add(condition);
  }
  const words = new Set(policies.flatMap(({ vocabulary }) => wordsOf(vocabulary.conditions)));
  const known: Condition[] = [...words].filter((condition) => found.has(condition));
  // An older policy can have conditions that no longer exist.
  return [...known, ...[...found].filter((condition) => !known.includes(condition))];
}
