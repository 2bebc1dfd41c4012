import type { DataCategory, Purpose, Relationship, Role } from '../generated/schema.ts';
import { mentioned } from './compare/mentioned.ts';
import type { Condition } from '../policy/conditions.ts';
import { decide } from '../policy/decide.ts';
import type { Policy } from '../policy/policy.ts';

/** What an access entry tells of one data subject, in categories: all but the conditions that held, which are facts about that person. */
export interface Observation {
  readonly role: Role;
  readonly purpose: Purpose;
  readonly relationship: Relationship;
  /** The categories that the mandate named; undefined: not known. */
  readonly named: ReadonlySet<DataCategory> | undefined;
  readonly released: ReadonlySet<DataCategory>;
  readonly withheld: ReadonlySet<DataCategory>;
}

/** A set of conditions that may have held; CATEGORY_NAMED is never among them, since it hangs on the category. */
export type Holding = ReadonlySet<Condition>;

/** Every set of the conditions on which one of the policies hangs for an observation. Pure. */
export function possibleConditions(policies: readonly Policy[], observed: Observation, categories: Iterable<DataCategory>): Holding[] {
  const names = new Set<Condition>();
  for (const category of categories) for (const condition of mentioned(policies, { ...observed, category })) names.add(condition);
  names.delete('CATEGORY_NAMED');
  const all = [...names];
  return Array.from({ length: 2 ** all.length }, (_, bits) => new Set(all.filter((_condition, place) => (bits >> place) & 1)));
}

/**
 * The sets among `possible` under which a policy releases and withholds just what was released and
 * withheld. None: the policy does not explain what was observed. Pure.
 */
export function consistentConditions(policy: Policy, observed: Observation, possible: readonly Holding[]): Holding[] {
  const explains = (holding: Holding): boolean =>
    [...observed.released].every((category) => effects(policy, observed, holding, category).has('PERMIT')) &&
    [...observed.withheld].every((category) => effects(policy, observed, holding, category).has('WITHHOLD'));
  return possible.filter(explains);
}

/** What can be said of a category under another policy. */
export type Verdict =
  | { readonly effect: 'RELEASED' | 'WITHHELD' }
  /** It hangs on conditions that the entry does not tell. */
  | { readonly effect: 'UNKNOWN'; readonly dependsOn: readonly Condition[] };

/** Decides a category under a policy, for every set of conditions that may have held. Pure. */
export function decideAgain(policy: Policy, observed: Observation, holdings: readonly Holding[], category: DataCategory): Verdict {
  const found = holdings.map((holding) => effects(policy, observed, holding, category));
  if (found.every((effect) => !effect.has('WITHHOLD'))) return { effect: 'RELEASED' };
  if (found.every((effect) => !effect.has('PERMIT'))) return { effect: 'WITHHELD' };
  const settled = (condition: Condition): boolean =>
    condition === 'CATEGORY_NAMED' ? observed.named !== undefined : new Set(holdings.map((holding) => holding.has(condition))).size === 1;
  return { effect: 'UNKNOWN', dependsOn: mentioned([policy], { ...observed, category }).filter((condition) => !settled(condition)) };
}

/** The decisions that are possible while just these conditions hold: two where it hangs on a mandate that is not known. */
function effects(policy: Policy, observed: Observation, holding: Holding, category: DataCategory): Set<'PERMIT' | 'WITHHOLD'> {
  const { role, purpose, relationship, named } = observed;
  const ask = (isNamed: boolean) =>
    decide(policy, { role, purpose, relationship, category, holding: isNamed ? new Set([...holding, 'CATEGORY_NAMED']) : holding }).effect;
  return new Set(named === undefined ? [ask(true), ask(false)] : [ask(named.has(category))]);
}
