import { limitOn } from '../../policy/declaration/access-limits.ts';
import { decideInAdvance, type CategoryAccess } from '../../policy/decision/decide.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import { wordsOf } from '../../policy/declaration/vocabulary.ts';

/** The five sources that can withhold a coordinate. A partner may see only what all five permit. */
export type Withholder = 'POLICY' | 'AUTHORITY' | 'REGISTRATION' | 'TOKEN' | 'OPERATION';

/**
 * Finds every source that certainly withholds a category, for all data subjects. Where the policy does, whatever an authority names, it is the
 * only one. Pure.
 * @returns empty if it is permitted, or depends on the data subject
 */
export function withheldBy(policy: Policy, access: CategoryAccess): Withholder[] {
  const { category, coordinate, limits: { registered, categories, coordinates } = {} } = access;
  const unlimited: CategoryAccess = { ...access, limits: undefined };
  const found: Withholder[] = [];
  if (decideInAdvance(policy, { ...unlimited, named: new Set(wordsOf(policy.vocabulary.categories)) }).effect === 'WITHHOLD')
    return ['POLICY'];
  if (decideInAdvance(policy, unlimited).effect === 'WITHHOLD') found.push('AUTHORITY');
  if (limitOn({ registered }, category) !== undefined) found.push('REGISTRATION');
  if (limitOn({ categories, coordinates }, category, coordinate) !== undefined) found.push('TOKEN');
  return found;
}
