import type { AccessContext } from '../../policy/decision/access-context.ts';
import type { Condition, DataCategory, Purpose, Relationship } from '../../register.ts';
import type { RootFieldLine } from '../../policy/declaration/lines.ts';
import { purposesOf, rootFieldLine, openLine } from '../../policy/decision/enter.ts';
import { explain, type Explanation } from './explain.ts';
import { relationshipsOf } from '../../policy/decision/decide.ts';
import type { Policy } from '../../policy/declaration/policy.ts';

/** Whether a root field may be entered, and which rows it can return. */
export interface EntryExplanation {
  readonly field: string;
  readonly effect: 'PERMIT' | 'WITHHOLD';
  /** The line for the role and purpose; null if there is none. */
  readonly line: RootFieldLine | null;
  /** The possible relationships of its rows. */
  readonly relationships: readonly Relationship[];
  /** If the line needs a category that is withheld: why it is. */
  readonly needed: readonly Explanation[];
  /** The purposes for which this role may enter it. */
  readonly purposes: readonly Purpose[];
  /** The roles that may enter it for some purpose. */
  readonly roles: readonly RootFieldLine['role'][];
}

/** Explains whether a role may enter a root field for a purpose: its line, its rows, and the category that it needs, if any. Pure. */
export function explainEntry(policy: Policy, access: AccessContext, field: string): EntryExplanation {
  const { role, purpose } = access;
  const line = rootFieldLine(policy, field, role, purpose) ?? null;
  const open = openLine(policy, field, access) !== undefined;
  const relationships = line ? (policy.vocabulary.scopes[line.scope]?.relationships ?? relationshipsOf(policy, role, purpose)) : [];
  return {
    field,
    effect: open ? 'PERMIT' : 'WITHHOLD',
    line,
    relationships,
    needed: line?.needs === undefined || open ? [] : explainRows(policy, access, line.needs, relationships),
    purposes: purposesOf(policy, role).filter((one) => rootFieldLine(policy, field, role, one) !== undefined),
    roles: [...new Set(policy.rootFields.filter(({ fields }) => fields.includes(field)).map((one) => one.role))],
  };
}

/** One explanation for each relationship of some rows. The only condition that can hold is that the authority names the category. */
export function explainRows(
  policy: Policy,
  { role, purpose, named }: AccessContext,
  category: DataCategory,
  relationships: readonly Relationship[],
): Explanation[] {
  const holding: ReadonlySet<Condition> = new Set(named.has(category) ? (['CATEGORY_NAMED'] as const) : []);
  return relationships.map((relationship) => explain(policy, { role, purpose, relationship, category, holding }));
}
