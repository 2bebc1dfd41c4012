import type { Metrics } from '../../observe/metrics/metrics.ts';
import type { Plan } from '../../../engine/plan/operation-plan.ts';
import type { Charge, Spending } from '../../../engine/budgets/spend-budget.ts';

/** Counts what the plan of an operation withholds and what its answer cost. */
export function countOperation(metrics: Metrics, plan: Plan, charge: Charge | undefined, { refusal, budget }: Spending): void {
  metrics.countWithheld(plan.withheld);
  if (!charge || (refusal && refusal.code !== 'READ_BUDGET_SPENT')) return;
  const { role, purpose } = plan.access;
  metrics.countCharge(role, purpose, refusal ? 'SPENT' : budget ? 'NEARLY_SPENT' : 'WITHIN', refusal ? 0 : charge.subjects.length);
}
