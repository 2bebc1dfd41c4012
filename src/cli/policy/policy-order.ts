import type { Policy } from '../../engine/policy/declaration/policy.ts';
import { rolesOf, wordsOf, type RoleDescription } from '../../engine/policy/declaration/vocabulary.ts';
import type { Purpose, Role } from '../../engine/register.ts';

// The vocabulary is in the order of the schema, which is alphabetical. The lines of a policy stand in the order in which people read them.

/** All purposes, in the order in which the grants first name them. Pure. */
export function purposesAsGranted({ grants, vocabulary }: Policy): readonly Purpose[] {
  return [...new Set([...grants.map(({ purpose }) => purpose), ...wordsOf(vocabulary.purposes)])];
}

/** The roles of one kind of holder, in the order in which the grants first name them. Pure. */
export function rolesAsGranted({ grants, vocabulary }: Policy, heldBy: RoleDescription['heldBy']): readonly Role[] {
  const roles = rolesOf(vocabulary, heldBy);
  return [...new Set([...grants.map(({ role }) => role).filter((role) => roles.includes(role)), ...roles])];
}
