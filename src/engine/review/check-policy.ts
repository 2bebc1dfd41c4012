import { checkBudgets } from './check/budgets.ts';
import type { Disagreement } from './check/disagreement.ts';
import { checkGrants } from './check/grants.ts';
import { checkLists } from './check/lists.ts';
import { checkProhibitions } from './check/prohibitions.ts';
import { checkRootFields } from './check/root-fields.ts';
import { checkVocabulary } from './check/vocabulary.ts';
import type { Policy } from '../policy/declaration/policy.ts';

/**
 * Finds every problem within a policy: unknown words, repeated line names, and lines without effect because other lines
 * contradict or cover them, or always prohibit what they grant. `engine/markings/check.ts` checks the policy against the
 * schema. Pure.
 */
export function checkPolicy(policy: Policy): Disagreement[] {
  const unknown = checkVocabulary(policy);
  const unreadable = new Set(unknown.map(({ coordinate }) => coordinate));
  const semantic = [...checkGrants(policy), ...checkProhibitions(policy), ...checkRootFields(policy), ...checkBudgets(policy)];
  // The meaning of a line with an unknown word is not checked.
  return [...unknown, ...checkLists(policy), ...semantic.filter(({ coordinate }) => !unreadable.has(coordinate))];
}
