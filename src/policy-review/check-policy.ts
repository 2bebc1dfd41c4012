import { checkBudgets } from './check/budgets.ts';
import type { Disagreement } from './check/disagreement.ts';
import { checkGrants } from './check/grants.ts';
import { checkLists } from './check/lists.ts';
import { checkProhibitions } from './check/prohibitions.ts';
import { checkRootFields } from './check/root-fields.ts';
import { checkVocabulary } from './check/vocabulary.ts';
import type { Policy } from '../policy/policy.ts';

/**
 * Finds every way in which a policy disagrees with itself: words that are in no vocabulary, lines of one
 * name, and lines that contradict, beat or cover one another, so that they say something and do nothing.
 * Pure; whether schema and policy agree is for `enforcement/check.ts` to say.
 */
export function checkPolicy(policy: Policy): Disagreement[] {
  const unknown = checkVocabulary(policy);
  const unclear = new Set(unknown.map(({ coordinate }) => coordinate));
  const meant = [...checkGrants(policy), ...checkProhibitions(policy), ...checkRootFields(policy), ...checkBudgets(policy)];
  // A line with a word that nobody knows is not judged by what it means.
  return [...unknown, ...checkLists(policy), ...meant.filter(({ coordinate }) => !unclear.has(coordinate))];
}
