import type { AccessContext } from '../../../engine/policy/decision/access-context.ts';
import type { Logger } from 'pino';
import { errorCatalogue } from '../../../platform/errors/errors.ts';
import type { Act } from '../../../engine/register.ts';

/**
 * Makes the function that logs that a budget is nearly spent, without naming its principal.
 * @param act undefined: the read budget
 */
export function reportNearBudget(log: Logger, { role, purpose }: AccessContext, act?: Act): (window: string, percentage: number) => void {
  const code = act ? 'ACT_BUDGET_NEARLY_SPENT' : 'READ_BUDGET_NEARLY_SPENT';
  return (window, percentage) => log.warn({ code, act, role, purpose: purpose ?? '', window, percentage }, errorCatalogue[code][1]);
}
