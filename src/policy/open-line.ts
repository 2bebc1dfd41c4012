import type { DataCategory, Purpose, Role } from '../generated/schema.ts';
import { rootFieldLine } from './enter.ts';
import { foresee, relationshipsOf, type Foresight } from './foresee.ts';
import type { Policy } from './policy.ts';
import type { RootFieldLine } from './root-fields.ts';
import { scopeRelationships } from './row-scopes.ts';

/** Who stands at the door, and what for. */
export interface Entrant {
  readonly role: Role;
  readonly purpose: Purpose | undefined;
  /** The categories that the mandate in force names; empty without one. */
  readonly named: ReadonlySet<DataCategory>;
}

/** The line that lets somebody enter a root field, what it needs to see included; undefined: closed. Pure. */
export function openLine(policy: Policy, field: string, entrant: Entrant): RootFieldLine | undefined {
  const line = rootFieldLine(policy, field, entrant.role, entrant.purpose);
  if (line?.needs === undefined) return line;
  return foreseeRows(policy, line, entrant, line.needs).effect === 'WITHHOLD' ? undefined : line;
}

/**
 * What can be foreseen of filtering, sorting or paging a root field by a category: that is reading, so
 * it takes PERMIT for every row. An identifier only picks among the field's rows, and what a mutation is
 * given is no reading. Pure.
 * @param line the field's open line; undefined: closed
 */
export function foreseeInput(
  policy: Policy,
  field: string,
  line: RootFieldLine | undefined,
  entrant: Entrant,
  category: DataCategory,
): Foresight {
  if (line && (category === 'EXISTENCE' || field.startsWith('Mutation.'))) return { effect: 'PERMIT' };
  return foreseeRows(policy, line, entrant, category);
}

/** What can be foreseen of a category for everybody whom a root field, entered by that line, can be about. Pure. */
export function foreseeRows(policy: Policy, line: RootFieldLine | undefined, entrant: Entrant, category: DataCategory): Foresight {
  if (!line) return { effect: 'WITHHOLD', reason: 'NO_GRANT' };
  const relationships = scopeRelationships[line.scope] ?? relationshipsOf(policy, entrant.role, entrant.purpose);
  return foresee(policy, { ...entrant, category, relationships });
}

/** Whether a category may be used so; see `foreseeInput`. Pure. */
export function mayFilter(policy: Policy, field: string, line: RootFieldLine, entrant: Entrant, category: DataCategory): boolean {
  return foreseeInput(policy, field, line, entrant, category).effect === 'PERMIT';
}
