import type { Plan } from '../enforcement/plan.ts';
import { PrivacyError } from '../errors.ts';
import type { BudgetUse } from './spend-budget.ts';
import type { Exchange } from './exchange.ts';

/** Clause `sharing`: what a partner must know about using what it was given. */
const onwardUse = 'Use this only for the stated purpose, and keep it strictly confidential.';

/**
 * `extensions.privacy` of an answer, but for the receipt: it comes from the plan alone, so it is the same for
 * hidden, absent and empty.
 * @param budget told from the threshold on; it holds only of how many people the principal was shown something
 */
export function privacyExtensions({ request }: Exchange, plan: Plan, budget?: BudgetUse): Record<string, unknown> {
  return {
    purpose: request.declaration?.purpose ?? null,
    withheld: plan.withheld,
    ...(request.principal.partner && { notice: onwardUse }),
    ...(budget && { budget }),
  };
}

/** `Privacy-Withheld: error`: an error at each path that no relationship could open. */
export function withheldErrors(plan: Plan): PrivacyError[] {
  return plan.withheld
    .filter(({ reason }) => reason !== 'RELATIONSHIP_REQUIRED')
    .map(({ coordinate, path }) => new PrivacyError('WITHHELD', { coordinates: [coordinate] }, { path: [...path] }));
}
