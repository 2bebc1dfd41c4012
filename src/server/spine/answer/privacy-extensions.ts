import type { Application } from '../../../engine/application.ts';
import type { BudgetUse } from '../../../engine/budgets/spent.ts';
import type { PlannedOperation } from '../operation-run.ts';
import { privacyReport, type ReportLevel } from './privacy-headers.ts';
import type { Result } from '../result.ts';
import type { AccessContext } from '../../../engine/policy/decision/access-context.ts';
import type { Logger } from 'pino';
import { errorCatalogue } from '../../../platform/errors/errors.ts';
import type { Act } from '../../../engine/register.ts';

/**
 * `extensions.privacy` of an answer without the receipt. Its statements about the data follow from the plan alone, so they
 * are the same for hidden, absent and empty values.
 * @param result a change that failed made and ended no case
 * @param level how much of the plan the client wants to know
 * @param budget given from the warning threshold on; it depends only on how many people the principal was shown
 */
export function privacyExtensions(
  { sayUse }: Pick<Application, 'sayUse'>,
  { plan, context }: PlannedOperation,
  { errors }: Result,
  level: ReportLevel,
  budget?: BudgetUse,
): Record<string, unknown> {
  const { declaration, declaredCase, endedCases } = context;
  const held = errors.length === 0 ? declaration?.openCase?.id : declaredCase;
  return {
    purpose: declaration?.purpose ?? null,
    ...(held !== undefined && { case: held }),
    ...(endedCases.size > 0 && errors.length === 0 && { endedCases: [...endedCases] }),
    ...privacyReport(plan.withheld, level),
    ...(context.principal.partner && { notice: sayUse[context.language], noticeCode: 'USE_IS_RESTRICTED' }),
    ...(budget && { budget }),
    ...(context.actBudget && { actBudget: context.actBudget }),
  };
}

/**
 * Makes the function that logs that a budget is nearly spent, without naming its principal.
 * @param act undefined: the read budget
 */
export function reportNearBudget(log: Logger, { role, purpose }: AccessContext, act?: Act): (window: string, percentage: number) => void {
  const code = act ? 'ACT_BUDGET_NEARLY_SPENT' : 'READ_BUDGET_NEARLY_SPENT';
  return (window, percentage) => log.warn({ code, act, role, purpose: purpose ?? '', window, percentage }, errorCatalogue[code][1]);
}
