import type { Logger } from 'pino';
import type { DatabaseChecks } from '../../../platform/postgres/readiness-checks.ts';
import { errorCatalogue } from '../../../platform/errors/errors.ts';
import { watchBacklog, type BacklogWatch } from '../readiness/backlog.ts';
import type { Metrics } from './metrics.ts';

/** Milliseconds between two lines that say the same. */
const repeat = 60_000;

/**
 * Watches the access log's backlog, and logs when no one numbers the log: with `SEQUENCER=off` and no other sequencer, or
 * with one that fails.
 */
export function observeBacklog(database: Pick<DatabaseChecks, 'measureLog'>, log: Logger, metrics: Metrics, now: () => Date): BacklogWatch {
  let said = -Infinity;
  const watch = watchBacklog(
    async () => {
      const { entries, oldest, bytes } = await database.measureLog();
      const oldestSeconds = oldest === null ? 0 : Math.max(0, (now().getTime() - Date.parse(oldest)) / 1_000);
      return { entries, oldestSeconds, logBytes: bytes };
    },
    {
      late: ({ entries, oldestSeconds }) => {
        if (performance.now() - said < repeat) return;
        said = performance.now();
        log.error({ code: 'LOG_NOT_NUMBERED', entries, seconds: Math.round(oldestSeconds) }, errorCatalogue.LOG_NOT_NUMBERED[1]);
      },
      caughtUp: () => {
        said = -Infinity;
        log.info('the access log is numbered again');
      },
      unreadable: () => metrics.countBacklogFailure(),
    },
  );
  metrics.showBacklog(() => watch.current());
  return watch;
}
