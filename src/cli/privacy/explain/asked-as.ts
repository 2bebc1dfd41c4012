import type { DataCategory, Purpose, Relationship, Role } from '../../../generated/schema.ts';
import { allCategories } from '../../../policy/categories.ts';
import type { Condition } from '../../../policy/conditions.ts';
import { purposesOf } from '../../../policy/enter.ts';
import type { Policy } from '../../../policy/policy.ts';
import { partnerOf } from '../../../partners.ts';

/** The role, purpose, relationship and conditions of a question. */
export interface AskedAs {
  readonly role: Role;
  /** Undefined: no declared purpose. */
  readonly purpose: Purpose | undefined;
  /** Undefined: each possible one. */
  readonly relationship: Relationship | undefined;
  readonly holding: ReadonlySet<Condition>;
}

/** The purpose of a request that declares none: a resident's default, or that of a partner's mandate. */
export function defaultPurpose(policy: Policy, role: Role): Purpose | undefined {
  if (role === 'RESIDENT') return 'SELF_SERVICE';
  const [only, ...more] = partnerOf(role) !== undefined ? purposesOf(policy, role) : [];
  return more.length === 0 ? only : undefined;
}

/** The categories that the mandate names: all if CATEGORY_NAMED is given, else none. */
export function namedCategories({ holding }: AskedAs): ReadonlySet<DataCategory> {
  return new Set(holding.has('CATEGORY_NAMED') ? allCategories : []);
}
