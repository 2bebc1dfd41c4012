import { pino, type Logger } from 'pino';
import { createLog } from './create-log.ts';
import type { Observability } from '../create-observability.ts';
import { LineLimit } from './line-limit.ts';

/** The log of a process. */
export interface OpenLog {
  readonly log: Logger;
  /** Writes what waits. */
  readonly close: () => Promise<void>;
}

/** Bytes that a system writes into a pipe at once (POSIX, PIPE_BUF on Linux): lines of several processes do not mix. */
const pipeBuffer = 4_096;

/**
 * Opens the log of this process on its standard error. Lines are written a little later, so that no request waits for a disk.
 * @param worker the number of this process, where several serve; each line has it
 */
export function openLog(level: string, { metrics, scope }: Observability, worker?: number): OpenLog {
  const destination = pino.destination({ fd: 2, sync: false, maxWrite: pipeBuffer });
  const limit = new LineLimit(Date.now, () => metrics.countLeftOut());
  return {
    log: createLog({ level, scope, metrics, limit, worker }, destination),
    close: async () => {
      limit.flush();
      destination.flushSync();
    },
  };
}
