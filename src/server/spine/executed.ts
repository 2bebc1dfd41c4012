import type { RequestContext } from '../../engine/request-context.ts';
import type { Plan } from '../../engine/plan/operation-plan.ts';
import type { ChosenOperation } from '../../engine/plan/plan.ts';
import type { Result } from './result.ts';

/** An operation with its plan and the context that its resolvers get. */
export interface PlannedOperation {
  readonly operation: ChosenOperation;
  readonly plan: Plan;
  readonly context: RequestContext;
}

/** The output of the stages up to execution. */
export interface Executed {
  readonly result: Result;
  /** Undefined where the operation was refused before it was planned: it is not logged, and spends no budget. */
  readonly planned: PlannedOperation | undefined;
}
