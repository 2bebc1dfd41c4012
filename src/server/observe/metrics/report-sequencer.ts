import type { Logger } from 'pino';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import { LogError } from '../../../log/encoding/log-error.ts';
import type { Metrics } from './metrics.ts';

/** Logs the class of an error that kept the access log from being numbered. The next run tries again. */
export function reportSequencer(log: Logger, metrics?: Metrics): (error: unknown) => void {
  return (error) => {
    if (error instanceof LogError && error.code === 'LOG_TIME_BACK') {
      log.error({ code: error.code }, error.message);
      return;
    }
    metrics?.countSequencerFailure();
    log.error({ cause: causeOf(error) }, 'the access log was not sequenced');
  };
}
