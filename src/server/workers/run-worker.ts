import type { Application } from '../../engine/application.ts';
import type { Config } from '../../platform/settings/config.ts';
import type { Development } from '../start/parts/development.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { start } from '../start/start.ts';
import { startFailure } from '../start/stop/start-failure.ts';
import { exitCodes, stopAtSignal } from '../start/stop/stop-at-signal.ts';
import type { Assignment, FromWorker, ToWorker } from './messages.ts';
import { scrapeRegistry } from './scrape-registry.ts';
import { workerConfig } from './worker-config.ts';

/** Milliseconds for the assignment to come. */
const patience = 10_000;

/**
 * Serves as one of several workers, as its parent assigns. It ends when the parent does: node:cluster ends a worker whose channel is
 * closed. A failed start is reported to the parent, and the process ends.
 */
export async function runWorker(application: Application, config: Config, development?: Development): Promise<void> {
  try {
    const assignment = await takeAssignment();
    const { number } = assignment;
    const own = workerConfig(config, assignment, development?.apps);
    const gateway = await start(application, own, development, number);
    if (config.metrics) gateway.metrics.measureProcess();
    process.on('message', (message: ToWorker) => {
      if (message.kind !== 'scrape') return;
      void scrapeRegistry(gateway.metrics, `${number}`).then((metrics) => tell({ kind: 'scraped', scrape: message.scrape, metrics }));
    });
    stopAtSignal(() => gateway.stop(), own.deadlines.stop);
    tell({ kind: 'ready', url: gateway.url });
  } catch (error) {
    const { code, problems } = startFailure(error);
    tell({ kind: 'failed', code, problems }, () => process.exit(exitCodes.notStarted));
  }
}

/** @throws PrivacyError WORKER_START_FAILED where no parent of this program started it */
async function takeAssignment(): Promise<Assignment> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new PrivacyError('WORKER_START_FAILED', { problems: ['no assignment'] })), patience);
    process.once('message', (message: Assignment) => {
      clearTimeout(late);
      resolve(message);
    });
  });
}

/** Tells the parent. Where there is none any more, node:cluster ends this process. */
function tell(message: FromWorker, sent: () => void = () => undefined): void {
  process.send!(message, undefined, undefined, sent);
}
