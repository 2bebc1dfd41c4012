import { spendBudget as spend, type Spending, type Charge } from '../../../engine/budgets/spend-budget.ts';
import { reportNearBudget } from '../answer/privacy-extensions.ts';
import { countOperation } from './release.ts';
import { subjectSegments, heldAccessOf } from '../entry/describe-reads.ts';
import { withholdAll } from '../entry/withhold-all.ts';
import type { PlannedRun, PlannedOperation } from '../operation-run.ts';
import { refusedResult } from '../refused-result.ts';
import type { Markings } from '../../../engine/markings/markings.ts';
import { entersQueue, type Plan } from '../../../engine/plan/operation-plan.ts';
import { budgetOf } from '../../../engine/policy/decision/enter.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { SubjectSegment } from '../../../log/entry/entry.ts';
import type { Result } from '../result.ts';

/**
 * Charges the data subjects whom the answer discloses (stage "spend budget"). Beyond the budget, and after the deadline, the answer is
 * refused, and everything in it counts as withheld.
 */
export async function spendBudget(run: PlannedRun): Promise<Spending> {
  const { runtime, planned, result, records, transaction, asked } = run;
  const { plan, context } = planned;
  const seen = plan.personal ? subjectSegments(context, plan, runtime) : [];
  const charge = chargeOf(planned, runtime.markings, result, seen, !transaction.isOpen);
  const spending: Spending = asked.deadline.isOver
    ? { refusal: new PrivacyError('REQUEST_OVERDUE') }
    : await spend(runtime, records.database, charge, asked.now, reportNearBudget(runtime.log, plan.access));
  const { refusal, budget, usesProof = false } = spending;
  countOperation(runtime.observability.metrics, plan, charge, spending);
  run.budget = budget;
  run.usesProof = usesProof;
  // The answer shows nothing of a change that is undone.
  const isUndone = transaction.isOpen && result.errors.length > 0;
  run.seen = refusal || isUndone ? withholdAll(seen) : seen;
  if (refusal) run.result = { ...refusedResult(refusal, runtime.log), data: null };
  return spending;
}

/**
 * Computes the cost of an answer: the data subjects that it shows, or counts without showing them.
 * @param seen what the operation saw of each data subject
 * @param lasting whether the count is final as soon as it is made
 * @returns undefined if the role has no budget, or nothing was answered: the budget counts shown people only
 */
function chargeOf(
  { plan, context }: PlannedOperation,
  markings: Markings,
  { data, errors }: Result,
  seen: readonly SubjectSegment[],
  lasting: boolean,
): Charge | undefined {
  const { principal, seenSubjects } = context;
  const limits = budgetOf(plan.policy, principal.role, plan.access.purpose);
  const searches = searchesPeople(markings, plan);
  const refused = new Set(errors.map(({ path }) => path?.[0]));
  // A search without a match is an answer, although it is null. Otherwise a refusal would reveal that there was a match.
  const isAnswer = ([name, value]: [string, unknown]): boolean => value !== null || (searches && !refused.has(name));
  if (!limits || !Object.entries(data ?? {}).some(isAnswer)) return undefined;
  // A queue hides the data subjects of its rows, so the budget must not reveal whether two rows are about one person.
  const queued = entersQueue(plan);
  const unnamed = ({ relationship }: SubjectSegment): boolean => queued && relationship === 'NONE';
  const disclosed = seenSubjects.disclosedIds();
  const shown = seen.filter((one) => one.released.length > 0 || (disclosed.has(one.id) && !unnamed(one)));
  const subjects = shown.map(({ id }) => id).filter((id) => !seenSubjects.isFree(id));
  if (subjects.length === 0 && !searches) return undefined;
  const held = lasting ? heldAccessOf(context) : undefined;
  return { principalId: principal.id ?? '', purpose: plan.access.purpose ?? '', limits, subjects, searches, lasting, held };
}

/** Whether an operation searches for people by a personal input. An id finds only a person who is known already. */
function searchesPeople({ inputs }: Markings, plan: Plan): boolean {
  return !plan.mutation && plan.inputs.some((coordinate) => inputs.get(coordinate)?.category !== 'EXISTENCE');
}
