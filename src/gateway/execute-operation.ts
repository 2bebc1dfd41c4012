import { HeaderMap, type GraphQLRequestContextResponseForOperation, type GraphQLResponse } from '@apollo/server';
import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { PrivacyError, asPrivacyError } from '../errors.ts';
import type { Executor } from '../execution/executor.ts';
import type { ExchangeContext } from './exchange.ts';
import { showError } from './show-error.ts';

/**
 * Stages 4 and 5: executes an operation in the place of Apollo's execution. Apollo's `gateway` option would call an
 * executor as well, but makes an object with accessors for it, and V8 keeps those, with the whole request behind them,
 * until everything is swept: that cost more than executing (bench/PROFILE.md).
 */
export async function executeOperation(
  execute: Executor,
  log: Logger,
  { document, operation, contextValue }: GraphQLRequestContextResponseForOperation<ExchangeContext>,
): Promise<GraphQLResponse> {
  const { plan } = contextValue.request;
  // Without a plan nothing is entered.
  const result = plan
    ? await execute(document, operation, plan.variables, contextValue, plan.standing)
    : { data: null, errors: [new PrivacyError('INTERNAL')] };
  return answered(result, log);
}

/** An answer with its errors as they may leave; its status is that of the last error that has one, as Apollo has it. */
function answered({ data = null, errors }: ExecutionResult, log: Logger): GraphQLResponse {
  const status = errors?.map((error) => asPrivacyError(error)?.status).findLast((one) => one !== undefined);
  const shown = errors?.map((error) => showError(log)(error.toJSON(), error));
  return {
    http: { headers: new HeaderMap(), ...(status !== undefined && { status }) },
    body: { kind: 'single', singleResult: { data, ...(shown && { errors: shown }) } },
  };
}
