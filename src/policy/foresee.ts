import type { DataCategory, Purpose, Relationship, Role } from '../generated/schema.ts';
import type { Condition } from './conditions.ts';
import { linesFor, type WithheldReason } from './decide.ts';
import type { Policy } from './policy.ts';

/** What can be said before any data subject is known. */
export type Foresight =
  | { readonly effect: 'PERMIT' }
  | { readonly effect: 'RELATIONSHIP_REQUIRED' }
  | { readonly effect: 'WITHHOLD'; readonly reason: WithheldReason };

export interface Outlook {
  readonly role: Role;
  readonly purpose: Purpose | undefined;
  readonly category: DataCategory;
  /** The relationships that the data subjects can have. */
  readonly relationships: readonly Relationship[];
  /** The categories that the principal's mandate names; empty without a mandate in force. */
  readonly named: ReadonlySet<DataCategory>;
}

/** The relationships in which a role can stand to a data subject for a purpose, NONE among them. */
export function relationshipsOf(policy: Policy, role: Role, purpose: Purpose | undefined): readonly Relationship[] {
  const granted = policy.grants.filter((grant) => grant.role === role && grant.purpose === purpose);
  return [...new Set<Relationship>([...granted.map((grant) => grant.relationship), 'NONE'])];
}

/**
 * What a policy says of a category whatever the data subject: PERMIT, if every relationship in
 * question has an unconditional grant and no prohibition could bind; WITHHOLD, if none could ever
 * see it; else it takes the relationship to know. Pure.
 */
export function foresee(policy: Policy, outlook: Outlook): Foresight {
  if (outlook.purpose === undefined) return { effect: 'WITHHOLD', reason: 'PURPOSE_REQUIRED' };
  const each = outlook.relationships.map((relationship) => foreseeOne(policy, outlook, relationship));
  if (each.length > 0 && each.every((one) => one.effect === 'PERMIT')) return { effect: 'PERMIT' };
  if (each.every((one) => one.effect === 'WITHHOLD')) {
    const prohibited = each.find((one) => one.effect === 'WITHHOLD' && one.reason === 'PROHIBITED');
    return prohibited ?? { effect: 'WITHHOLD', reason: 'NO_GRANT' };
  }
  return { effect: 'RELATIONSHIP_REQUIRED' };
}

function foreseeOne(policy: Policy, outlook: Outlook, relationship: Relationship): Foresight {
  const lines = linesFor(policy, { ...outlook, relationship });
  // The mandate is known before any row is read, so this condition is settled here and now.
  const open = (when: readonly Condition[] = []): readonly Condition[] | undefined => {
    if (when.includes('CATEGORY_NAMED') && !outlook.named.has(outlook.category)) return undefined;
    return when.filter((condition) => condition !== 'CATEGORY_NAMED');
  };
  if (lines.prohibitions.some((prohibition) => prohibition.when === undefined && prohibition.unless?.conditions === undefined)) {
    return { effect: 'WITHHOLD', reason: 'PROHIBITED' };
  }
  const possible = lines.grants.map((grant) => open(grant.when)).filter((left) => left !== undefined);
  if (possible.length === 0) return { effect: 'WITHHOLD', reason: 'NO_GRANT' };
  const certain = possible.some((left) => left.length === 0) && lines.prohibitions.length === 0;
  return certain ? { effect: 'PERMIT' } : { effect: 'RELATIONSHIP_REQUIRED' };
}
