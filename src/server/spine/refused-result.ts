import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { asPrivacyError, errorCatalogue, type ErrorCode } from '../../platform/errors/errors.ts';
import type { Result } from './result.ts';
import { showError } from './answer/show-error.ts';

/** The result of an operation that was refused as a whole, or that failed before it was executed. */
export function refusedResult(error: unknown, log: Logger): Result {
  const shown = showError(log)(error instanceof GraphQLError ? error.toJSON() : { message: '' }, error);
  const status = errorCatalogue[shown.extensions?.['code'] as ErrorCode][0];
  return { data: undefined, errors: [shown], status, retryAfter: asPrivacyError(error)?.retryAfter };
}
