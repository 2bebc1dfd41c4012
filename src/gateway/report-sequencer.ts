import type { Logger } from 'pino';
import { causeOf } from '../error-cause.ts';

/** Logs the class of an error that kept the access log from being numbered. The next run tries again. */
export function reportSequencer(log: Logger): (error: unknown) => void {
  return (error) => log.error({ cause: causeOf(error) }, 'the access log was not sequenced');
}
