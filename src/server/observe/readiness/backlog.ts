import { maximumMergeDelay } from '../../../log/proofs/receipt.ts';

/** The access entries that wait for their number. */
export interface Backlog {
  readonly entries: number;
  /** Age of the oldest, in seconds; 0 where none waits. */
  readonly oldestSeconds: number;
  /** Size of the whole access log in the database, with its indexes. */
  readonly logBytes: number;
}

/** Watches the backlog of the access log: whether any process numbers it. */
export interface BacklogWatch {
  /** As it was read last; undefined before the first reading, and while it cannot be read. */
  current(): Backlog | undefined;
  /** Whether the oldest entry is close to breaking the promise of its receipt: no one numbers the log. */
  isLate(): boolean;
  /** Reads the backlog now. It never rejects. */
  look(): Promise<void>;
  stop(): void;
}

interface BacklogReports {
  /** Called when the oldest entry becomes late, and at each reading while it stays late. */
  readonly late: (backlog: Backlog) => void;
  /** Called when it is late no more. */
  readonly caughtUp: () => void;
  readonly unreadable: () => void;
}

/** Milliseconds between two readings. */
const pause = 5_000;
/** An entry is late at half of the promised delay, so that an operator has the other half. */
export const lateSeconds = maximumMergeDelay / 2;

/**
 * Reads the backlog every five seconds. Reading at a scrape would let a scrape wait for the database.
 * @param read must have a deadline
 */
export function watchBacklog(read: () => Promise<Backlog>, { late, caughtUp, unreadable }: BacklogReports): BacklogWatch {
  let current: Backlog | undefined;
  let wasLate = false;
  let reading: Promise<void> | undefined;
  const isLate = (): boolean => current !== undefined && current.oldestSeconds > lateSeconds;

  const readOnce = async (): Promise<void> => {
    try {
      current = await read();
    } catch {
      current = undefined;
      unreadable();
      return;
    }
    if (isLate()) late(current);
    else if (wasLate) caughtUp();
    wasLate = isLate();
  };
  const look = (): Promise<void> => (reading ??= readOnce().finally(() => (reading = undefined)));
  const timer = setInterval(() => void look(), pause).unref();
  void look();
  return { current: () => current, isLate, look, stop: () => clearInterval(timer) };
}
