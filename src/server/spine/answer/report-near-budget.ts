import type { Logger } from 'pino';
import { catalogue } from '../../../platform/errors/errors.ts';
import type { Standpoint } from '../../../engine/plan/bind/permit-table.ts';

/** Makes the function that logs that a budget is nearly spent, without naming its principal. */
export function reportNearBudget(
  log: Logger,
  { role, purpose }: Standpoint,
  code: 'READ_BUDGET_NEARLY_SPENT' | 'CASE_BUDGET_NEARLY_SPENT' | 'IDENTITY_BUDGET_NEARLY_SPENT' | 'CLAIM_BUDGET_NEARLY_SPENT',
): (window: string, percentage: number) => void {
  return (window, percentage) => log.warn({ code, role, purpose: purpose ?? '', window, percentage }, catalogue[code][1]);
}
