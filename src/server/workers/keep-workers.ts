import { setTimeout } from 'node:timers/promises';
import { isInTime } from '../../platform/time/is-in-time.ts';
import type { WorkerEnd, WorkerProcess } from './fork-worker.ts';
import { pauseBefore } from './pause-before.ts';

/** Milliseconds that a worker must live for its end not to count as early. */
const longEnough = 10_000;
/** Milliseconds for a process to end after SIGKILL. */
const killPatience = 500;

/** The log lines about workers. */
export interface WorkerReports {
  /** @param pause milliseconds before it is replaced */
  ended(number: number, end: WorkerEnd, pause: number): void;
  /** A replacement did not start. */
  failed(number: number, error: unknown): void;
  /** A replacement serves. */
  replaced(number: number): void;
}

/** Workers that serve at one address. */
export interface Workers {
  /** The address of their GraphQL endpoint. */
  readonly url: string;
  /** Those that run, by number. */
  readonly running: ReadonlyMap<number, WorkerProcess>;
  /** Lets all of them serve what they have begun, and end. @param within milliseconds after which they are killed @returns whether all ended without a failure */
  stop(within: number): Promise<boolean>;
}

/**
 * Starts workers, and replaces each that ends, with the same number. One that ends early is replaced after a pause, which grows.
 * @param count their numbers are 1 to this
 * @throws PrivacyError of the first one that does not start; then all are killed
 */
export async function keepWorkers(count: number, fork: (number: number) => WorkerProcess, reports: WorkerReports): Promise<Workers> {
  const running = new Map<number, WorkerProcess>();
  const stopping = new AbortController();

  const begin = (number: number): WorkerProcess => {
    const worker = fork(number);
    running.set(number, worker);
    return worker;
  };
  const replace = (number: number): WorkerProcess => {
    const worker = begin(number);
    worker.ready.then(
      () => reports.replaced(number),
      (error: unknown) => {
        if (!stopping.signal.aborted) reports.failed(number, error);
      },
    );
    return worker;
  };
  const keep = async (number: number, first: WorkerProcess): Promise<void> => {
    let early = 0;
    for (let worker = first; ; worker = replace(number)) {
      const end = await worker.ended;
      running.delete(number);
      if (stopping.signal.aborted) return;
      early = end.after < longEnough ? early + 1 : 0;
      const pause = pauseBefore(early);
      reports.ended(number, end, pause);
      // A stop ends the pause.
      await setTimeout(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
    }
  };
  const signalAll = (signal: NodeJS.Signals): void => {
    for (const worker of running.values()) worker.kill(signal);
  };
  const stop = async (within: number): Promise<boolean> => {
    stopping.abort();
    signalAll('SIGTERM');
    const ends = Promise.all([...running.values()].map(({ ended }) => ended));
    if (!(await isInTime(ends, within))) {
      signalAll('SIGKILL');
      await isInTime(ends, killPatience);
      return false;
    }
    // One that has not served yet ends by the signal itself.
    return (await ends).every(({ by, served }) => by === 0 || !served);
  };

  const first = Array.from({ length: count }, (_, at) => [at + 1, begin(at + 1)] as const);
  try {
    const [url] = await Promise.all(first.map(([, { ready }]) => ready));
    for (const [number, worker] of first) void keep(number, worker);
    return { url: url!, running, stop };
  } catch (error) {
    stopping.abort();
    signalAll('SIGKILL');
    await isInTime(Promise.all(first.map(([, { ended }]) => ended)), killPatience);
    throw error;
  }
}
