import type { Logger } from 'pino';
import { causeOf } from '../error-cause.ts';

/** Logs by its cause alone that the access log was not numbered; the next run tries again. */
export function reportSequencer(log: Logger): (error: unknown) => void {
  return (error) => log.error({ cause: causeOf(error) }, 'the access log was not sequenced');
}
