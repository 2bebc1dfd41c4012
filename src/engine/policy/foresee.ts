import type { Condition, DataCategory, Purpose, Relationship, Role } from '../register.ts';
import { limitOn, type AccessLimits } from './access-limits.ts';
import { linesFor, type WithheldReason } from './decide.ts';
import type { Policy } from './policy.ts';

/** The facts that are certain before any data subject is known. */
export type Foresight =
  | { readonly effect: 'PERMIT' }
  | { readonly effect: 'RELATIONSHIP_REQUIRED' }
  | { readonly effect: 'WITHHOLD'; readonly reason: WithheldReason };

export interface Outlook {
  readonly role: Role;
  readonly purpose: Purpose | undefined;
  readonly category: DataCategory;
  /** The possible relationships to the data subjects. */
  readonly relationships: readonly Relationship[];
  /** The categories that the principal's authority lists; empty without one in force. */
  readonly named: ReadonlySet<DataCategory>;
  readonly limits?: AccessLimits | undefined;
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
export function foresee(policy: Policy, outlook: Outlook): Foresight {
  const foresight = foreseeByPolicy(policy, outlook);
  if (foresight.effect === 'WITHHOLD') return foresight;
  const reason = limitOn(outlook.limits, outlook.category, outlook.coordinate);
  return reason === undefined ? foresight : { effect: 'WITHHOLD', reason };
}

function foreseeByPolicy(policy: Policy, outlook: Outlook): Foresight {
  if (outlook.purpose === undefined) return { effect: 'WITHHOLD', reason: 'PURPOSE_REQUIRED' };
  const each = outlook.relationships.map((relationship) => foreseeOne(policy, outlook, relationship));
  if (each.length > 0 && each.every((one) => one.effect === 'PERMIT')) return { effect: 'PERMIT' };
  if (each.every((one) => one.effect === 'WITHHOLD')) {
    const because = (reason: WithheldReason): Foresight | undefined =>
      each.some((one) => one.effect === 'WITHHOLD' && one.reason === reason) ? { effect: 'WITHHOLD', reason } : undefined;
    return because('PROHIBITED') ?? because('NOT_IN_AUTHORITY') ?? { effect: 'WITHHOLD', reason: 'NO_GRANT' };
  }
  return { effect: 'RELATIONSHIP_REQUIRED' };
}

function foreseeOne(policy: Policy, outlook: Outlook, relationship: Relationship): Foresight {
  const lines = linesFor(policy, { ...outlook, relationship });
  // The authority is known before any row is read, so this condition is already decided.
  const open = (when: readonly Condition[] = []): readonly Condition[] | undefined => {
    if (when.includes('CATEGORY_NAMED') && !outlook.named.has(outlook.category)) return undefined;
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
