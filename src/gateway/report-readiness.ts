import type { Logger } from 'pino';
import { causeOf } from '../error-cause.ts';
import type { FailedCheck } from '../operations/readiness.ts';

/**
 * Logs the checks of `/ready` that fail, each with its cause, and that the process is ready again.
 * @param name of what serves
 */
export function reportReadiness(log: Logger, name = 'the gateway'): (failed: readonly FailedCheck[]) => void {
  return (failed) => {
    for (const { check, error } of failed) {
      log.warn({ check, cause: error === undefined ? 'refused or late' : causeOf(error) }, `${name} is not ready`);
    }
    if (failed.length === 0) log.info(`${name} is ready again`);
  };
}
