import type { Logger } from 'pino';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import { asPrivacyError } from '../../../platform/errors/errors.ts';
import type { FailedCheck } from './readiness.ts';

/** The most problems in one line. */
const mostNamed = 20;

/**
 * Logs the checks of `/ready` that fail, each with its cause, and that the process is ready again.
 * @param name of what serves
 */
export function reportReadiness(log: Logger, name = 'the gateway'): (failed: readonly FailedCheck[]) => void {
  return (failed) => {
    for (const { check, error } of failed) {
      const problems = asPrivacyError(error)?.problems ?? [];
      const named = problems.length > 0 && { problems: problems.slice(0, mostNamed) };
      log.warn({ check, cause: error === undefined ? 'refused or late' : causeOf(error), ...named }, `${name} is not ready`);
    }
    if (failed.length === 0) log.info(`${name} is ready again`);
  };
}
