import type { DataCategory, Purpose, Role } from '../register.ts';
import type { RootFieldLine } from './lines.ts';
import type { AccessLimits } from './access-limits.ts';
import { rootFieldLine } from './enter.ts';
import { foresee, relationshipsOf, type Foresight } from './foresee.ts';
import type { Policy } from './policy.ts';

/** A principal who enters a root field, and the declared purpose. */
export interface Entrant {
  readonly role: Role;
  readonly purpose: Purpose | undefined;
  /** The categories that the authority in force lists; empty without one. */
  readonly named: ReadonlySet<DataCategory>;
  readonly limits?: AccessLimits | undefined;
}

/** The line that opens a root field to a principal, its `needs` checked; undefined if the field is closed. Pure. */
export function openLine(policy: Policy, field: string, entrant: Entrant): RootFieldLine | undefined {
  const line = rootFieldLine(policy, field, entrant.role, entrant.purpose);
  if (line?.needs === undefined) return line;
  return foreseeRows(policy, line, entrant, line.needs).effect === 'WITHHOLD' ? undefined : line;
}

/** Whether a category only chooses among the rows of a field. Pure. */
export function isIdentifier({ vocabulary }: Pick<Policy, 'vocabulary'>, category: DataCategory): boolean {
  return vocabulary.categories[category]?.isIdentifier === true;
}

/**
 * Foresees whether a root field can be filtered, sorted or paged by a category. That is reading, so it needs PERMIT for
 * every row. An identifier only chooses among the field's rows, and the input of a mutation reads nothing: a budget of acts
 * bounds one that compares. An input has no field of its own, so a token that names fields permits none by which rows are chosen or
 * sorted. Pure.
 * @param line the field's open line; undefined if the field is closed
 */
export function foreseeInput(
  policy: Policy,
  field: string,
  line: RootFieldLine | undefined,
  entrant: Entrant,
  category: DataCategory,
): Foresight {
  if (line && (isIdentifier(policy, category) || field.startsWith('Mutation.'))) return { effect: 'PERMIT' };
  const foresight = foreseeRows(policy, line, entrant, category);
  const isOutside = foresight.effect !== 'WITHHOLD' && entrant.limits?.coordinates !== undefined;
  return isOutside ? { effect: 'WITHHOLD', reason: 'NOT_IN_TOKEN' } : foresight;
}

/** Foresees a category for all data subjects that a root field, opened by this line, can return. Pure. */
export function foreseeRows(policy: Policy, line: RootFieldLine | undefined, entrant: Entrant, category: DataCategory): Foresight {
  if (!line) return { effect: 'WITHHOLD', reason: 'NO_GRANT' };
  const relationships = policy.vocabulary.scopes[line.scope]?.relationships ?? relationshipsOf(policy, entrant.role, entrant.purpose);
  return foresee(policy, { ...entrant, category, relationships });
}

/** Whether a root field may be filtered, sorted or paged by a category; see `foreseeInput`. Pure. */
export function mayFilter(policy: Policy, field: string, line: RootFieldLine, entrant: Entrant, category: DataCategory): boolean {
  return foreseeInput(policy, field, line, entrant, category).effect === 'PERMIT';
}
