import type { Role } from '../../engine/register.ts';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { asPrivacyError, catalogue } from '../../platform/errors/errors.ts';
import type { Executor } from '../../engine/execution/executor.ts';
import type { Pace } from '../../engine/execution/pace.ts';
import type { TimeShare } from '../fairness/time-shares.ts';
import { isConflict } from './again-after-conflict.ts';
import type { PlannedOperation } from './executed.ts';
import type { MutationTransaction } from './mutation-transaction.ts';
import { introspect } from './document/introspect.ts';
import type { Result } from './result.ts';
import { showError, shownCode } from './answer/show-error.ts';

/** The services that execution needs. */
interface Executing {
  readonly executor: Executor;
  readonly views: (role: Role) => GraphQLSchema;
  readonly log: Logger;
}

/**
 * Executes a planned operation (stage "execute under guard"): graphql-shield's rule at each root field
 * (engine/guard/root-rules.ts), admission of rows (engine/guard/admit.ts), the guard at each personal leaf
 * (engine/guard/guard.ts). They are mounted on the schema at start. An operation that asks for the schema alone is
 * answered from the role's view.
 * @throws the error of PostgreSQL that undid a mutation because of a conflict
 */
export async function executeUnderGuard(
  { executor, views, log }: Executing,
  { operation, plan, context }: PlannedOperation,
  transaction: MutationTransaction,
  pace: Pick<TimeShare, keyof Pace | 'countWhole'>,
): Promise<Result> {
  if (plan.introspection) {
    pace.begin();
    const answer = await introspect(views(context.principal.role), operation);
    pace.countWhole();
    return answer;
  }
  const executed = await executor(operation.document, operation.operation, plan.variables, { request: context }, plan.standing, pace);
  transaction.note(executed.errors ?? []);
  if (transaction.isLost) throw executed.errors!.find(isConflict)!;
  return shown(executed, log);
}

/** A result with its errors as they may leave. Its status is that of the last failure (500 and above), else of the last error. */
function shown({ data = null, errors = [] }: ExecutionResult, log: Logger): Result {
  const statuses: number[] = errors.map((error) => catalogue[shownCode(error)][0]);
  const status = statuses.findLast((one) => one >= 500) ?? statuses.at(-1);
  const retryAfter = errors.map((error) => asPrivacyError(error)?.retryAfter).find((one) => one !== undefined);
  return { data, errors: errors.map((error) => showError(log)(error.toJSON(), error)), status, retryAfter };
}
