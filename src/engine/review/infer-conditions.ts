import type { Condition, DataCategory, Purpose, Relationship, Role } from '../register.ts';
import { relevantConditions } from './compare/compare/relevant-conditions.ts';
import { decide } from '../policy/decision/decide.ts';
import type { Policy } from '../policy/declaration/policy.ts';

/**
 * The views of one data subject in an access entry, by category. An entry does not state the conditions that held, because they
 * are facts about that person.
 */
export interface Observation {
  readonly role: Role;
  readonly purpose: Purpose;
  readonly relationship: Relationship;
  /** The categories that the authority named; undefined if unknown. */
  readonly named: ReadonlySet<DataCategory> | undefined;
  readonly released: ReadonlySet<DataCategory>;
  readonly withheld: ReadonlySet<DataCategory>;
}

/** A set of conditions that may have held. CATEGORY_NAMED is never in it, because it depends on the category. */
export type Holding = ReadonlySet<Condition>;

/** Every set of the conditions that can change a decision of these policies on an observation. Pure. */
export function possibleConditions(policies: readonly Policy[], observed: Observation, categories: Iterable<DataCategory>): Holding[] {
  const names = new Set<Condition>();
  for (const category of categories) for (const condition of relevantConditions(policies, { ...observed, category })) names.add(condition);
  names.delete('CATEGORY_NAMED');
  const all = [...names];
  return Array.from({ length: 2 ** all.length }, (_, bits) => new Set(all.filter((_condition, place) => (bits >> place) & 1)));
}

/**
 * The sets among `possible` under which a policy releases and withholds exactly what was observed. Empty if the policy
 * does not explain the observation. Pure.
 */
export function consistentConditions(policy: Policy, observed: Observation, possible: readonly Holding[]): Holding[] {
  const explains = (holding: Holding): boolean =>
    [...observed.released].every((category) => effects(policy, observed, holding, category).has('PERMIT')) &&
    [...observed.withheld].every((category) => effects(policy, observed, holding, category).has('WITHHOLD'));
  return possible.filter(explains);
}

/** The decision on a category under another policy, as far as it is known. */
export type Verdict =
  | { readonly effect: 'RELEASED' | 'WITHHELD' }
  /** It depends on conditions that the entry does not state. */
  | { readonly effect: 'UNKNOWN'; readonly dependsOn: readonly Condition[] };

/** Decides on a category under a policy, for every set of conditions that may have held. Pure. */
export function decideAgain(policy: Policy, observed: Observation, holdings: readonly Holding[], category: DataCategory): Verdict {
  const found = holdings.map((holding) => effects(policy, observed, holding, category));
  if (found.every((effect) => !effect.has('WITHHOLD'))) return { effect: 'RELEASED' };
  if (found.every((effect) => !effect.has('PERMIT'))) return { effect: 'WITHHELD' };
  const settled = (condition: Condition): boolean =>
    condition === 'CATEGORY_NAMED' ? observed.named !== undefined : new Set(holdings.map((holding) => holding.has(condition))).size === 1;
  return {
    effect: 'UNKNOWN',
    dependsOn: relevantConditions([policy], { ...observed, category }).filter((condition) => !settled(condition)),
  };
}

/** The possible decisions if exactly these conditions hold: two if it depends on an unknown authority. */
function effects(policy: Policy, observed: Observation, holding: Holding, category: DataCategory): Set<'PERMIT' | 'WITHHOLD'> {
  const { role, purpose, relationship, named } = observed;
  const ask = (isNamed: boolean) =>
    decide(policy, { role, purpose, relationship, category, holding: isNamed ? new Set([...holding, 'CATEGORY_NAMED']) : holding }).effect;
  return new Set(named === undefined ? [ask(true), ask(false)] : [ask(named.has(category))]);
}
