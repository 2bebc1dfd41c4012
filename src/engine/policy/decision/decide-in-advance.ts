import type { Condition, DataCategory, Purpose, Relationship, Role } from '../../register.ts';
import type { AccessContext } from './access-context.ts';
import { limitOn } from '../declaration/access-limits.ts';
import { linesFor, type WithheldReason } from './decide.ts';
import type { Policy } from '../declaration/policy.ts';

/** A decision about a category for all data subjects, made before any is known. */
export type AdvanceDecision =
  | { readonly effect: 'PERMIT' }
  | { readonly effect: 'RELATIONSHIP_REQUIRED' }
  | { readonly effect: 'WITHHOLD'; readonly reason: WithheldReason };

/** A category that is asked for, before any data subject is known. */
export interface CategoryAccess extends AccessContext {
  readonly category: DataCategory;
  /** The possible relationships to the data subjects. */
  readonly relationships: readonly Relationship[];
  /** The output field that holds the category; undefined: whichever. */
  readonly coordinate?: string;
}

/** The relationships that a role can have to data subjects for a purpose, NONE included. */
export function relationshipsOf(policy: Policy, role: Role, purpose: Purpose | undefined): readonly Relationship[] {
  const granted = policy.grants.filter((grant) => grant.role === role && grant.purpose === purpose);
  return [...new Set<Relationship>([...granted.map((grant) => grant.relationship), 'NONE'])];
}

/**
 * Decides a category for all data subjects at once: PERMIT if every relationship has an unconditional grant that no
 * prohibition can beat; WITHHOLD if no relationship can permit it, or a limit of the principal withholds what the policy permits;
 * otherwise the relationship must be looked up. Pure.
 */
export function decideInAdvance(policy: Policy, access: CategoryAccess): AdvanceDecision {
  const decision = decideByPolicy(policy, access);
  if (decision.effect === 'WITHHOLD') return decision;
  const reason = limitOn(access.limits, access.category, access.coordinate);
  return reason === undefined ? decision : { effect: 'WITHHOLD', reason };
}

function decideByPolicy(policy: Policy, access: CategoryAccess): AdvanceDecision {
  if (access.purpose === undefined) return { effect: 'WITHHOLD', reason: 'PURPOSE_REQUIRED' };
  const each = access.relationships.map((relationship) => decideFor(policy, access, relationship));
  if (each.length > 0 && each.every((one) => one.effect === 'PERMIT')) return { effect: 'PERMIT' };
  if (each.every((one) => one.effect === 'WITHHOLD')) {
    const because = (reason: WithheldReason): AdvanceDecision | undefined =>
      each.some((one) => one.effect === 'WITHHOLD' && one.reason === reason) ? { effect: 'WITHHOLD', reason } : undefined;
    return because('PROHIBITED') ?? because('NOT_IN_AUTHORITY') ?? { effect: 'WITHHOLD', reason: 'NO_GRANT' };
  }
  return { effect: 'RELATIONSHIP_REQUIRED' };
}

function decideFor(policy: Policy, access: CategoryAccess, relationship: Relationship): AdvanceDecision {
  const lines = linesFor(policy, { ...access, relationship });
  // The authority is known before any row is read, so this condition is already decided.
  const open = (when: readonly Condition[] = []): readonly Condition[] | undefined => {
    if (when.includes('CATEGORY_NAMED') && !access.named.has(access.category)) return undefined;
    return when.filter((condition) => condition !== 'CATEGORY_NAMED');
  };
  if (lines.prohibitions.some((prohibition) => prohibition.when === undefined && prohibition.unless?.conditions === undefined)) {
    return { effect: 'WITHHOLD', reason: 'PROHIBITED' };
  }
  const possible = lines.grants.map((grant) => open(grant.when)).filter((left) => left !== undefined);
  if (possible.length === 0) return { effect: 'WITHHOLD', reason: lines.grants.length > 0 ? 'NOT_IN_AUTHORITY' : 'NO_GRANT' };
  const certain = possible.some((left) => left.length === 0) && lines.prohibitions.length === 0;
  return certain ? { effect: 'PERMIT' } : { effect: 'RELATIONSHIP_REQUIRED' };
}
