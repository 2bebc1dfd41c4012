import type { Config } from '../../platform/settings/config.ts';
import type { DatabaseSchema } from '../../platform/postgres/migrations/database-schema.ts';
import { openDatabase } from '../start/open.ts';
import { servingRoles } from '../start/check/serving-roles.ts';
import type { Development } from '../start/parts/development.ts';
import { assertMayServe } from '../start/check/assert-may-serve.ts';
import type { Gateway } from '../start/gateway.ts';
import { stopParts, type Part } from '../start/stop/stop-parts.ts';
import { createObservability } from '../observe/create-observability.ts';
import { serveMetrics } from '../observe/metrics/metrics-server.ts';
import { openLog } from '../observe/logging/open-log.ts';
import { forkWorker } from './fork-worker.ts';
import { keepWorkers, type Workers } from './keep-workers.ts';
import { mergeMetrics } from './merge-metrics.ts';
import { checkPort } from './check-port.ts';
import { reportWorkers } from './report-workers.ts';
import { scrapeRegistry } from './scrape-registry.ts';

/** How much of DEADLINE_STOP the workers may take before they are killed: a little more than each takes for its own stop. */
const stopShare = 0.95;

/**
 * Starts the gateway in several processes. This one is their parent: it opens the database, starts the workers at one port, replaces
 * those that end, and serves nothing but the metrics of all. It loads nothing of the gateway itself.
 * @param schema of the application that the workers serve
 * @param development left out in production
 * @throws PrivacyError as the start of one gateway does; WORKER_START_FAILED
 */
export async function startWorkers(
  schema: DatabaseSchema,
  config: Config,
  development?: Development,
): Promise<Pick<Gateway, 'url' | 'stop'>> {
  assertMayServe(config);
  const observability = createObservability();
  const { metrics } = observability;
  const { log, close: closeLog } = openLog(config.logLevel, observability);
  const parts: Part[] = [{ name: 'log', stop: closeLog }];
  let workers: Workers | undefined;
  const stop = async (): Promise<boolean> => {
    const end = performance.now() + config.deadlines.stop;
    const ended = (await workers?.stop(config.deadlines.stop * stopShare)) ?? true;
    if (!ended) log.error('a worker did not stop in time, or failed while it stopped');
    return (await stopParts(parts.splice(0), end - performance.now(), log)) && ended;
  };
  try {
    // Each worker checks its roles too. Errors are found here first, and missing objects are created once.
    const database = await openDatabase(config, servingRoles(config), schema);
    parts.push({ name: 'database', stop: (within) => database.close(within) });
    if (config.demoPopulation) await development?.populateIfEmpty(database.roles.owner, config.dataDirectory, new Date());
    const port = await checkPort(config);
    const { workers: of } = config;
    workers = await keepWorkers(
      of,
      (number) => forkWorker({ kind: 'assignment', number, of, port, database: database.url }),
      reportWorkers(log, metrics),
    );
    const { url, running } = workers;
    if (config.metrics) {
      metrics.measureProcess();
      const collect = async () => {
        const all = await Promise.all([scrapeRegistry(metrics, 'parent'), ...[...running.values()].map((worker) => worker.scrape())]);
        return all.filter((one) => one !== undefined);
      };
      const server = await serveMetrics(mergeMetrics(collect), config.metrics);
      parts.push({ name: 'metrics', stop: () => server.close() });
    }
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
