import type { Logger } from 'pino';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import { errorCatalogue } from '../../../platform/errors/errors.ts';
import type { Metrics } from './metrics.ts';

/** Counts and logs attempts to fetch an issuer's keys that failed. */
export function reportJwks(log: Logger, metrics: Metrics): (error: unknown) => void {
  return (error) => {
    metrics.countJwksFailure();
    log.error({ code: 'ISSUER_KEYS_UNAVAILABLE', cause: causeOf(error) }, errorCatalogue.ISSUER_KEYS_UNAVAILABLE[1]);
  };
}
