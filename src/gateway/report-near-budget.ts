import type { Logger } from 'pino';
import { catalogue } from '../errors.ts';
import type { Standpoint } from '../enforcement/permit-table.ts';

/** Makes the function that logs that a read budget is nearly spent, without naming its principal. */
export function reportNearBudget(log: Logger, { role, purpose }: Standpoint): (window: string, percentage: number) => void {
  return (window, percentage) =>
    log.warn({ code: 'READ_BUDGET_NEARLY_SPENT', role, purpose: purpose ?? '', window, percentage }, catalogue.READ_BUDGET_NEARLY_SPENT[1]);
}
