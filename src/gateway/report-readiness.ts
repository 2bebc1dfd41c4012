import type { Logger } from 'pino';
import { causeOf } from '../error-cause.ts';
import type { FailedCheck } from '../operations/readiness.ts';

/** Logs the checks of `/ready` that fail, each with its cause, and that the gateway is ready again. */
export function reportReadiness(log: Logger): (failed: readonly FailedCheck[]) => void {
  return (failed) => {
    for (const { check, error } of failed) {
      log.warn({ check, cause: error === undefined ? 'refused or late' : causeOf(error) }, 'the gateway is not ready');
    }
    if (failed.length === 0) log.info('the gateway is ready again');
  };
}
