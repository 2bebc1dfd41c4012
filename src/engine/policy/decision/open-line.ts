import type { AccessContext } from './access-context.ts';
import type { DataCategory } from '../../register.ts';
import type { RootFieldLine } from '../declaration/lines.ts';
import { rootFieldLine } from './enter.ts';
import { decideInAdvance, relationshipsOf, type AdvanceDecision } from './decide-in-advance.ts';
import type { Policy } from '../declaration/policy.ts';

/** The line that opens a root field to a principal, its `needs` checked; undefined if the field is closed. Pure. */
export function openLine(policy: Policy, field: string, access: AccessContext): RootFieldLine | undefined {
  const line = rootFieldLine(policy, field, access.role, access.purpose);
  if (line?.needs === undefined) return line;
  return decideRows(policy, line, access, line.needs).effect === 'WITHHOLD' ? undefined : line;
}

/** Whether a category only chooses among the rows of a field. Pure. */
export function isIdentifier({ vocabulary }: Pick<Policy, 'vocabulary'>, category: DataCategory): boolean {
  return vocabulary.categories[category]?.isIdentifier === true;
}

/**
 * Decides in advance whether a root field can be filtered, sorted or paged by a category. That is reading, so it needs PERMIT for
 * every row. An identifier only chooses among the field's rows, and the input of a mutation reads nothing: a budget of acts
 * bounds one that compares. An input has no field of its own, so a token that names fields permits none by which rows are chosen or
 * sorted. Pure.
 * @param line the field's open line; undefined if the field is closed
 */
export function decideInput(
  policy: Policy,
  field: string,
  line: RootFieldLine | undefined,
  access: AccessContext,
  category: DataCategory,
): AdvanceDecision {
  if (line && (isIdentifier(policy, category) || field.startsWith('Mutation.'))) return { effect: 'PERMIT' };
  const decision = decideRows(policy, line, access, category);
  const isOutside = decision.effect !== 'WITHHOLD' && access.limits?.coordinates !== undefined;
  return isOutside ? { effect: 'WITHHOLD', reason: 'NOT_IN_TOKEN' } : decision;
}

/** Decides a category in advance for all data subjects that a root field, opened by this line, can return. Pure. */
export function decideRows(
  policy: Policy,
  line: RootFieldLine | undefined,
  access: AccessContext,
  category: DataCategory,
): AdvanceDecision {
  if (!line) return { effect: 'WITHHOLD', reason: 'NO_GRANT' };
  const relationships = policy.vocabulary.scopes[line.scope]?.relationships ?? relationshipsOf(policy, access.role, access.purpose);
  return decideInAdvance(policy, { ...access, category, relationships });
}

/** Whether a root field may be filtered, sorted or paged by a category; see `decideInput`. Pure. */
export function mayFilter(policy: Policy, field: string, line: RootFieldLine, access: AccessContext, category: DataCategory): boolean {
  return decideInput(policy, field, line, access, category).effect === 'PERMIT';
}
