import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { asPrivacyError, errorCatalogue } from '../../../platform/errors/errors.ts';
import type { PlannedRun } from '../operation-run.ts';
import { isConflict } from '../mutation-transaction.ts';
import { introspect } from '../document/introspect.ts';
import type { Result } from '../result.ts';
import { showError, shownCode } from '../answer/show-error.ts';

/**
 * Executes a planned operation (stage "execute under guard"): graphql-shield's rule at each root field
 * (engine/guard/root-rules.ts), admission of rows (engine/guard/admit.ts), the guard at each personal leaf
 * (engine/guard/guard.ts). They are mounted on the schema at start. An operation that asks for the schema alone is
 * answered from the role's view.
 * @throws the error of PostgreSQL that undid a mutation because of a conflict
 */
export async function executeUnderGuard(run: PlannedRun): Promise<Result> {
  const { executor, views, log } = run.runtime;
  const { principal, share } = run.asked;
  const { operation, plan, context } = run.planned;
  if (plan.introspection) {
    share.begin();
    const introspected = await introspect(views(principal.role), operation);
    share.countBlocking();
    return introspected;
  }
  const executed = await executor(operation.document, operation.operation, plan.variables, { request: context }, plan.standing, share);
  const { errors = [] } = executed;
  run.transaction.note(errors);
  if (run.transaction.isLost) throw errors.find(isConflict)!;
  return shown(run.transaction.isOpen && errors.length > 0 ? nullRolledBackData(executed) : executed, log);
}

/** The result of a mutation that will be rolled back: the answer may not show its change. */
function nullRolledBackData(executed: ExecutionResult): ExecutionResult {
  return { ...executed, data: executed.data ? Object.fromEntries(Object.keys(executed.data).map((name) => [name, null])) : null };
}

/** A result with its errors as they may leave. Its status is that of the last failure (500 and above), else of the last error. */
function shown({ data = null, errors = [] }: ExecutionResult, log: Logger): Result {
  const statuses: number[] = errors.map((error) => errorCatalogue[shownCode(error)][0]);
  const status = statuses.findLast((one) => one >= 500) ?? statuses.at(-1);
  const retryAfter = errors.map((error) => asPrivacyError(error)?.retryAfter).find((one) => one !== undefined);
  return { data, errors: errors.map((error) => showError(log)(error.toJSON(), error)), status, retryAfter };
}
