import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { readBacklog } from '../access-log/read-backlog.ts';
import { catalogue } from '../errors.ts';
import { watchBacklog, type BacklogWatch } from '../observability/backlog.ts';
import type { Metrics } from '../observability/metrics.ts';

/** Milliseconds between two lines that say the same. */
const repeat = 60_000;

/**
 * Watches the access log's backlog, and logs when nobody numbers the log: with `SEQUENCER=off` and no other sequencer, or
 * with one that fails.
 */
export function observeBacklog(database: () => Kysely<unknown>, log: Logger, metrics: Metrics, now: () => Date): BacklogWatch {
  let said = -Infinity;
  const watch = watchBacklog(
    async () => {
      const { entries, oldest, logBytes } = await readBacklog(database());
      return { entries, logBytes, oldestSeconds: oldest ? Math.max(0, (now().getTime() - oldest.getTime()) / 1_000) : 0 };
    },
    {
      late: ({ entries, oldestSeconds }) => {
        if (performance.now() - said < repeat) return;
        said = performance.now();
        log.error({ code: 'LOG_NOT_NUMBERED', entries, seconds: Math.round(oldestSeconds) }, catalogue.LOG_NOT_NUMBERED[1]);
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
