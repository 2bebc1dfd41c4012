import { spendBudget as spend, type Spending } from '../../../engine/budgets/spend-budget.ts';
import { reportNearBudget } from '../answer/report-near-budget.ts';
import { chargeOf } from '../entry/charge-of.ts';
import { countOperation } from '../entry/count-operation.ts';
import { subjectSegments } from '../entry/describe-reads.ts';
import { withholdAll } from '../entry/withhold-all.ts';
import type { PlannedRun } from '../operation-run.ts';
import { refusedResult } from '../refused-result.ts';

/**
 * Charges the data subjects whom the answer discloses (stage "spend budget"). Beyond the budget the answer is refused, and everything in it
 * counts as withheld.
 */
export async function spendBudget(run: PlannedRun): Promise<Spending> {
  const { runtime, planned, result, records, transaction, asked } = run;
  const { plan, context } = planned;
  const seen = plan.personal ? subjectSegments(context, plan, runtime.markings) : [];
  const charge = chargeOf(planned, runtime.markings, result, seen, !transaction.isOpen);
  const spending = await spend(runtime, records.database, charge, asked.now, reportNearBudget(runtime.log, plan.access));
  const { refusal, budget, usesProof = false } = spending;
  countOperation(runtime.observability.metrics, plan, charge, spending);
  run.budget = budget;
  run.usesProof = usesProof;
  run.seen = refusal ? withholdAll(seen) : seen;
  if (refusal) run.result = { ...refusedResult(refusal, runtime.log), data: null };
  return spending;
}
