import type { Policy } from '../../../../engine/policy/declaration/policy.ts';
import type { Purpose, Role } from '../../../../engine/register.ts';
import type { RelationshipFact } from '../../../../engine/rows/row.ts';

/** The role and purpose under which data subjects are seen, and the categories that an authority names. */
export interface SeenAs {
  readonly role: Role;
  readonly purpose: Purpose | undefined;
  readonly named: ReadonlySet<string>;
}

/**
 * The categories that the lines of a policy let someone see of a data subject. It reads the lines alone, and shares nothing with the code
 * that decides in a gateway, so that a mistake there is not repeated here. Pure.
 */
export function expectedCategories(policy: Policy, { role, purpose, named }: SeenAs, fact: RelationshipFact): ReadonlySet<string> {
  const seen = new Set<string>();
  if (purpose === undefined) return seen;
  const holds = (condition: string, category: string): boolean =>
    condition === 'CATEGORY_NAMED' ? named.has(category) : (fact.conditions as readonly string[]).includes(condition);
  for (const grant of policy.grants) {
    if (grant.role !== role || grant.purpose !== purpose || grant.relationship !== fact.relationship) continue;
    for (const category of grant.categories) {
      if ((grant.when ?? []).every((condition) => holds(condition, category))) seen.add(category);
    }
  }
  for (const { categories, roles, purposes, when = [], unless = {} } of policy.prohibitions) {
    if (roles && !roles.includes(role)) continue;
    if (purposes && !purposes.includes(purpose)) continue;
    if (unless.purposes?.includes(purpose) || unless.relationships?.includes(fact.relationship)) continue;
    for (const category of categories) {
      const binds = when.every((condition) => holds(condition, category));
      if (binds && !unless.conditions?.some((condition) => holds(condition, category))) seen.delete(category);
    }
  }
  return seen;
}
