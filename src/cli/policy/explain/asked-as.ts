import type { Condition, DataCategory, Purpose, Relationship, Role } from '../../../engine/register.ts';
import type { AccessLimits } from '../../../engine/policy/declaration/access-limits.ts';
import { purposesOf } from '../../../engine/policy/decision/enter.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { wordsOf, type Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';

/** The role, purpose, relationship and conditions of a question. */
export interface AskedAs {
  readonly role: Role;
  /** Undefined: no declared purpose. */
  readonly purpose: Purpose | undefined;
  /** Undefined: each possible one. */
  readonly relationship: Relationship | undefined;
  readonly holding: ReadonlySet<Condition>;
  /** The categories that the authority names; undefined: as CATEGORY_NAMED says. */
  readonly authority?: ReadonlySet<DataCategory> | undefined;
  /** The limits of a partner's registration and token; undefined: no limits. */
  readonly limits?: AccessLimits | undefined;
}

/** The purpose of a request that declares none: the usual one of the role, or that of a partner's authority. */
export function defaultPurpose(policy: Policy, role: Role): Purpose | undefined {
  const { usualPurpose, heldBy } = policy.vocabulary.roles[role];
  if (usualPurpose !== undefined) return usualPurpose;
  const [only, ...more] = heldBy === 'ORGANISATION' ? purposesOf(policy, role) : [];
  return more.length === 0 ? only : undefined;
}

/** The categories that the authority names. Where they are not given: all with CATEGORY_NAMED, else none. */
export function namedCategories({ categories }: Vocabulary, { holding, authority }: AskedAs): ReadonlySet<DataCategory> {
  return authority ?? new Set(holding.has('CATEGORY_NAMED') ? wordsOf(categories) : []);
}

/** The conditions that hold for a category: CATEGORY_NAMED only if the authority names it. */
export function holdingFor(vocabulary: Vocabulary, asked: AskedAs, category: DataCategory): ReadonlySet<Condition> {
  const others = [...asked.holding].filter((condition) => condition !== 'CATEGORY_NAMED');
  return new Set(namedCategories(vocabulary, asked).has(category) ? [...others, 'CATEGORY_NAMED' as const] : others);
}
