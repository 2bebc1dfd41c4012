import type { Logger } from 'pino';
import { asPrivacyError } from '../../platform/errors/errors.ts';
import { causeOf } from '../../platform/errors/error-cause.ts';
import type { Metrics } from '../observe/metrics/metrics.ts';
import type { WorkerReports } from './keep-workers.ts';

/** Logs and counts the ends of workers. The lines are the parent's, and name the worker that they are about. */
export function reportWorkers(log: Logger, metrics: Metrics): WorkerReports {
  return {
    ended: (worker, { by }, pause) => {
      metrics.countWorkerEnd();
      log.error({ worker, cause: `${by}`, pause }, 'a worker ended and is replaced');
    },
    failed: (worker, error) => {
      const known = asPrivacyError(error);
      log.error({ worker, code: known?.code, cause: causeOf(error), problems: known?.problems }, 'a worker did not start');
    },
    replaced: (worker) => log.info({ worker }, 'a worker was replaced'),
  };
}
