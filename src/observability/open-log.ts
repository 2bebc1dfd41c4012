import { pino, type Logger } from 'pino';
import { createLog } from './create-log.ts';
import type { Observability } from './create-observability.ts';
import { LineLimit } from './line-limit.ts';

/** The log of a process. */
export interface OpenLog {
  readonly log: Logger;
  /** Writes what waits. */
  readonly close: () => Promise<void>;
}

/** Opens the log of this process on its standard error. Lines are written a little later, so that no request waits for a disk. */
export function openLog(level: string, { metrics, scope }: Observability): OpenLog {
  const destination = pino.destination({ fd: 2, sync: false });
  const limit = new LineLimit(Date.now, () => metrics.countLeftOut());
  return {
    log: createLog({ level, scope, metrics, limit }, destination),
    close: async () => {
      limit.flush();
      destination.flushSync();
    },
  };
}
