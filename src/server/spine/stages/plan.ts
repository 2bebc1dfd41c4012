import { checkAssurance, checkPlan } from '../../../engine/plan/plan.ts';
import { OperationContext } from '../operation-context.ts';
import type { OperationRun, PlannedRun } from '../operation-run.ts';

/**
 * Decides what may be seen, and makes what the resolvers share (stage "plan").
 * @throws PrivacyError as the planner does
 */
export function plan(run: OperationRun): void {
  const { runtime, asked, declaration } = run;
  const operation = run.operation!;
  const made = runtime.planner(asked.principal, declaration, operation);
  run.planned = { operation, plan: made, context: new OperationContext(run, made) };
}

/**
 * Refuses an operation as a whole.
 * @throws PrivacyError STEP_UP_NEEDED; why the purpose was refused; as `checkPlan` does
 */
export function checkPlanned({ planned, asked, declaration, refusal }: PlannedRun): void {
  checkAssurance(planned.plan, asked.principal, asked.now);
  if (refusal) throw refusal.refusal;
  checkPlan(planned.plan, declaration, asked.privacyHeaders.withheld === 'reject');
}
