import type { Logger } from 'pino';
import type { Plan } from '../enforcement/operation-plan.ts';
import { PrivacyError } from '../errors.ts';
import type { Result } from './result.ts';
import { showError } from './show-error.ts';

/** `Privacy-Withheld: error`: adds an error at each path that no relationship could permit. */
export function addWithheldErrors(result: Result, plan: Plan, log: Logger): Result {
  if (!result.data) return result;
  const errors = plan.withheld
    .filter(({ reason }) => reason !== 'RELATIONSHIP_REQUIRED')
    .map(({ coordinate, path }) => new PrivacyError('WITHHELD', { coordinates: [coordinate] }, { path: [...path] }))
    .map((error) => showError(log)(error.toJSON(), error));
  return { ...result, errors: [...result.errors, ...errors] };
}
