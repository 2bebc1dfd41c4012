import type { BudgetUse } from '../read-budgets/spent.ts';
import type { PlannedOperation } from './executed.ts';
import { privacyReport, type ReportLevel } from './privacy-report.ts';

/** Clause `sharing`: what a partner must know about using what it was given. */
const onwardUse = 'Use this only for the stated purpose, and keep it strictly confidential.';

/**
 * `extensions.privacy` of an answer without the receipt. It follows from the plan alone, so it is the same for hidden,
 * absent and empty.
 * @param level how much of the plan the client wants to know
 * @param budget given from the warning threshold on; it depends only on how many people the principal was shown
 */
export function privacyExtensions({ plan, context }: PlannedOperation, level: ReportLevel, budget?: BudgetUse): Record<string, unknown> {
  return {
    purpose: context.declaration?.purpose ?? null,
    ...(context.declaration?.openCase && { case: context.declaration.openCase.id }),
    ...privacyReport(plan.withheld, level),
    ...(context.principal.partner && { notice: onwardUse }),
    ...(budget && { budget }),
    ...(context.encounterUse && { encounterBudget: context.encounterUse }),
  };
}
