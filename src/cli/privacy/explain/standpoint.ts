import type { DataCategory, Purpose, Relationship, Role } from '../../../generated/schema.ts';
import { allCategories } from '../../../policy/categories.ts';
import type { Condition } from '../../../policy/conditions.ts';
import { purposesOf } from '../../../policy/enter.ts';
import type { Policy } from '../../../policy/policy.ts';
import { partnerOf } from '../../../partners.ts';

/** As whom, what for, and of whom an explanation is asked. */
export interface AskedAs {
  readonly role: Role;
  /** Undefined: none declared. */
  readonly purpose: Purpose | undefined;
  /** Undefined: whatever it is. */
  readonly relationship: Relationship | undefined;
  readonly holding: ReadonlySet<Condition>;
}

/** The purpose that a request has which declares none: a resident's default, and a partner's mandate's. */
export function defaultPurpose(policy: Policy, role: Role): Purpose | undefined {
  if (role === 'RESIDENT') return 'SELF_SERVICE';
  const [only, ...more] = partnerOf(role) !== undefined ? purposesOf(policy, role) : [];
  return more.length === 0 ? only : undefined;
}

/** The categories that the mandate names: all, where CATEGORY_NAMED is said to hold. */
export function namedCategories({ holding }: AskedAs): ReadonlySet<DataCategory> {
  return new Set(holding.has('CATEGORY_NAMED') ? allCategories : []);
}
