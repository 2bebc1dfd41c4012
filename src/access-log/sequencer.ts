import { Pool, type PoolClient } from 'pg';
import { connectionOptions } from '../connection-options.ts';
import type { Deadlines } from '../deadlines.ts';
import { closing, endOverdue } from '../end-overdue.ts';
import { isInTime } from '../is-in-time.ts';
import { assertContinues, extendTree, openTree } from './extend-tree.ts';
import type { Signer } from '../transparency-log/signer.ts';
import { batchSize, numberBatch } from './number-batch.ts';

/** Gives staged entries consecutive numbers and puts them into the tree. Only one sequencer of all instances runs at a time. */
export interface Sequencer {
  /** Numbers what is staged now. It also runs periodically; tests and the tour call it to wait. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

/** The log's name and the keys that sign its checkpoints. */
export interface LogIdentity {
  /** The log's name (C2SP tlog-checkpoint). */
  readonly origin: string;
  /** The keys that may sign a tree of that size. */
  readonly signersOf: (size: bigint) => readonly Signer[];
}

/** Remembers the last signed checkpoint where the database's owner cannot reach it. It may be older than the tree, never newer. */
export interface LastSigned {
  read(): string | undefined;
  write(note: string): void;
}

/** Milliseconds between two runs. */
const pause = 250;
/** Milliseconds between two runs that create the partitions of coming months. */
const monthsPause = 6 * 60 * 60 * 1_000;
/** How many months ahead have partitions. */
const monthsAhead = 3;
/** The advisory lock that only one sequencer can hold; the number is arbitrary. While another process holds it, no tree is signed. */
export const sequencerLock = 7_462_001;
/** Milliseconds after which the sequencer closes a connection to a PostgreSQL that no longer answers. */
const longestRun = 30_000;
/** Milliseconds after which PostgreSQL ends a hanging sequencer's session, so that another can take over. */
const timeout = 10_000;
/**
 * PostgreSQL settings of a sequencer's transaction. They are set inside it, so that they hold behind a pooler too. PostgreSQL
 * may keep a plan that was made for an empty table, and its statistics lag behind. These settings force look-ups by key, whose
 * cost does not grow with the log. `work_mem` holds one batch.
 */
const settings = {
  idle_in_transaction_session_timeout: timeout,
  lock_timeout: timeout,
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  enable_bitmapscan: 'off',
  jit: 'off',
  work_mem: '32MB',
};
const beginning = ['begin', ...Object.entries(settings).map(([name, value]) => `set local ${name} = '${value}'`)].join('; ');

/**
 * Starts the sequencer. Numbers are given only here, under the lock, and never by a serial column or a time. Entry,
 * openings, tiles and checkpoint are written in one transaction, so a crash neither loses nor doubles an entry.
 * @param url for the sequencer's own database role
 * @param lastSigned a tree that does not continue this checkpoint is not signed
 * @param report called with the error of a failed run; the next run tries again. Not called after a stop, which interrupts runs.
 * @param within without it: five seconds to connect
 */
export function startSequencer(
  url: string,
  identity: LogIdentity,
  lastSigned: LastSigned,
  report: (error: unknown) => void,
  within?: Pick<Deadlines, 'connect'>,
): Sequencer {
  const pool = new Pool({ ...connectionOptions(url), ...(within && { connectionTimeoutMillis: within.connect }), max: 1 });
  const reportUnlessStopped = (error: unknown): void => {
    if (!stopped) report(error);
  };
  pool.on('error', reportUnlessStopped);
  endOverdue(pool, longestRun);
  let running: Promise<void> | undefined;
  let stopped = false;

  const run = async (): Promise<void> => {
    // The caller waits for entries that are staged already; a run that has begun may not include them, and its failure is not this one's.
    while (running) await running.catch(() => undefined);
    running = numberAll(pool, identity, lastSigned, () => stopped).finally(() => (running = undefined));
    await running;
  };
  const makeMonths = (): void => {
    if (!stopped) void pool.query('select access_log.make_months($1)', [monthsAhead]).catch(reportUnlessStopped);
  };
  const timers = [
    setInterval(() => {
      if (!running && !stopped) void run().catch(reportUnlessStopped);
    }, pause),
    setInterval(makeMonths, monthsPause),
  ];
  for (const timer of timers) timer.unref();
  makeMonths();

  return {
    run,
    stop: async () => {
      stopped = true;
      timers.forEach(clearInterval);
      if (running) await isInTime(running, closing).catch(() => undefined);
      await pool.end();
    },
  };
}

/** Numbers batch by batch, until nothing is staged or it must stop. */
async function numberAll(pool: Pool, identity: LogIdentity, lastSigned: LastSigned, mustStop: () => boolean): Promise<void> {
  for (let numbered = batchSize; numbered === batchSize && !mustStop();) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      const done = await inTransaction(client, () => numberOnce(client, identity, lastSigned));
      numbered = done.numbered;
      if (done.signed !== undefined) lastSigned.write(done.signed);
    } catch (error) {
      broken = error as Error;
      throw error;
    } finally {
      // A connection that failed may be in any state, so the pool discards it.
      client.release(broken);
    }
  }
}

/** @returns how many entries got a number, and the new checkpoint (signed note), if any */
async function numberOnce(
  client: PoolClient,
  { origin, signersOf }: LogIdentity,
  lastSigned: LastSigned,
): Promise<{ readonly numbered: number; readonly signed?: string }> {
  await client.query('select pg_advisory_xact_lock($1)', [sequencerLock]);
  const { rows } = await client.query<{ waiting: boolean }>('select exists (select from access_log.staged) as waiting');
  if (!rows[0]?.waiting) return { numbered: 0 };
  const tree = await openTree(client, origin, signersOf);
  await assertContinues(client, tree, lastSigned.read());
  const leaves = await numberBatch(client, tree.edge.size);
  if (leaves.length === 0) return { numbered: 0 };
  return { numbered: leaves.length, signed: await extendTree(client, tree, leaves, origin, signersOf) };
}

async function inTransaction<Result>(client: PoolClient, work: () => Promise<Result>): Promise<Result> {
  await client.query(beginning);
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
