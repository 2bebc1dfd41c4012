import cluster from 'node:cluster';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { Assignment, FromWorker, ScrapedMetric, ToWorker } from './messages.ts';

/** Milliseconds from a worker's fork until it must serve. Each wait of a start has a deadline of its own; this one is for a process that hangs. */
const startPatience = 60_000;
/** Milliseconds for a worker to say what it measures. */
const scrapePatience = 2_000;

/** How a worker ended. */
export interface WorkerEnd {
  /** Its exit code, or the signal that ended it. */
  readonly by: number | NodeJS.Signals;
  /** Milliseconds since it was forked. */
  readonly after: number;
  /** Whether it had served. */
  readonly served: boolean;
}

/** A worker, seen from its parent. */
export interface WorkerProcess {
  /** The address of its GraphQL endpoint, once it serves. Rejects with the PrivacyError of its start; one that is late is killed. */
  readonly ready: Promise<string>;
  readonly ended: Promise<WorkerEnd>;
  /** Its metrics; undefined if it is not ready yet, or does not answer in time. */
  scrape(): Promise<readonly ScrapedMetric[] | undefined>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts a worker: this program again, with its assignment. */
export function forkWorker(assignment: Assignment): WorkerProcess {
  // With `advanced`, numbers such as NaN arrive as they are. The arguments of this process are for itself.
  cluster.setupPrimary({ args: [], serialization: 'advanced' });
  const worker = cluster.fork();
  const forkedAt = performance.now();
  const scrapes = new Map<number, (metrics: readonly ScrapedMetric[] | undefined) => void>();
  let lastScrape = 0;
  let served = false;
  // A message to a process that has ended fails; its end is reported separately.
  const tell = (message: ToWorker): void => void worker.send(message, () => undefined);
  const kill = (signal: NodeJS.Signals): void => void worker.process.kill(signal);

  const ended = new Promise<WorkerEnd>((resolve) => {
    const end = (by: WorkerEnd['by']): void => resolve({ by, after: performance.now() - forkedAt, served });
    worker.once('exit', (code, signal) => end((signal as NodeJS.Signals | null) ?? code));
    // A process that could not be made emits no exit.
    worker.on('error', () => {
      if (worker.process.pid === undefined) end(-1);
    });
  });
  const ready = new Promise<string>((resolve, reject) => {
    const fail = (why: string | number): void =>
      reject(new PrivacyError('WORKER_START_FAILED', { problems: [`worker ${assignment.number}: ${why}`] }));
    const late = setTimeout(() => {
      fail('late');
      kill('SIGKILL');
    }, startPatience);
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') {
        served = true;
        clearTimeout(late);
        resolve(message.url);
      } else if (message.kind === 'failed') {
        reject(new PrivacyError(message.code, { problems: message.problems }));
      } else {
        scrapes.get(message.scrape)?.(message.metrics);
      }
    });
    void ended.then(({ by }) => fail(by)).finally(() => clearTimeout(late));
  });
  // No one waits for it any more where a worker ends after it was ready.
  ready.catch(() => undefined);
  tell(assignment);

  return {
    ready,
    ended,
    kill,
    scrape: () =>
      new Promise((resolve) => {
        if (!served) {
          resolve(undefined);
          return;
        }
        const scrape = (lastScrape += 1);
        const end = (metrics: readonly ScrapedMetric[] | undefined): void => {
          clearTimeout(late);
          scrapes.delete(scrape);
          resolve(metrics);
        };
        const late = setTimeout(() => end(undefined), scrapePatience);
        scrapes.set(scrape, end);
        tell({ kind: 'scrape', scrape });
      }),
  };
}
