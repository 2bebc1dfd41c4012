import type { Logger } from 'pino';
import { watchTree, type TreeWatch } from '../../../log/store/publication/watch-tree.ts';
import type { LogKeyStore } from '../../../log/store/publication/log-key-store.ts';
import { errorCatalogue } from '../../../platform/errors/errors.ts';
import type { Metrics } from './metrics.ts';
import type { Database } from '../../../platform/sql/sql.ts';

/** Watches whether the tree holds what this process promised, and logs each entry that it lacks. */
export function observeTree(
  database: Database,
  { origin, keys }: Pick<LogKeyStore, 'origin' | 'keys'>,
  lastSigned: () => string | undefined,
  log: Logger,
  metrics: Metrics,
  now: () => Date,
): TreeWatch {
  const watch = watchTree({
    database,
    origin,
    keys,
    lastSigned,
    now: () => now().getTime(),
    report: (entry, state) => {
      if (state === 'MISSING') log.error({ code: 'LOG_PROMISE_BROKEN', entry }, errorCatalogue.LOG_PROMISE_BROKEN[1]);
      else log.info({ entry }, 'a promised entry came late into the tree');
    },
  });
  metrics.showPromises(() => ({ waiting: watch.waiting, missing: watch.missing.length }));
  return watch;
}
