import { Pool, type PoolClient } from 'pg';
import { connectionOptions } from '../../../platform/settings/connection-options.ts';
import type { Deadlines } from '../../../platform/settings/config.ts';
import { closing, endOverdue } from '../../../platform/sql/end-overdue.ts';
import { isInTime } from '../../../platform/time/is-in-time.ts';
import { assertContinues, extendTree, openTree } from './extend-tree.ts';
import { LogError } from '../../encoding/log-error.ts';
import type { Signer } from '../../keys/signer.ts';
import { paddingOf } from '../../tree/padding.ts';
import { batchSize, numberBatch, readWaiting } from './number-batch.ts';
import type { PostingRules } from './postings.ts';
import { drawPlaces, largestBatch, paddedSize, periodOf, type Publication } from '../publication/publication.ts';

/** Gives staged entries consecutive numbers and puts them into the tree. Only one sequencer of all instances runs at a time. */
export interface Sequencer {
  /** Numbers and publishes the staged entries now, without waiting for the next publication. Tests and the tour call it. */
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

/** Milliseconds between two runs without publications, and after a failed one. */
const pause = 250;
const pauseAfterFailure = 1_000;
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
 * segments, tiles and checkpoint are written in one transaction, so a crash neither loses nor doubles an entry.
 * @param url for the sequencer's own database role
 * @param rules which reads can be sealed
 * @param lastSigned a tree that does not continue this checkpoint is not signed
 * @param report called with the error of a failed run; the next run tries again. Not called after a stop, which interrupts runs. Also called
 *   with LOG_TIME_BACK for each entry that was back-dated, and numbered
 * @param options `connect`: milliseconds to connect, by default five seconds. `publication`: when the tree is published, and how it is
 *   padded; without it, entries are numbered at once and in order, and only strangers' failures have leaves without an entry
 */
export function startSequencer(
  url: string,
  rules: PostingRules,
  identity: LogIdentity,
  lastSigned: LastSigned,
  report: (error: unknown) => void,
  { connect, publication }: Partial<Pick<Deadlines, 'connect'>> & { readonly publication?: Publication | undefined } = {},
): Sequencer {
  const pool = new Pool({ ...connectionOptions(url), ...(connect !== undefined && { connectionTimeoutMillis: connect }), max: 1 });
  const reportUnlessStopped = (error: unknown): void => {
    if (!stopped) report(error);
  };
  pool.on('error', reportUnlessStopped);
  endOverdue(pool, longestRun);
  let running: Promise<void> | undefined;
  let stopped = false;

  const numbering: Numbering = { pool, rules, identity, lastSigned, publication, report, mustStop: () => stopped };
  const start = async (isDue: boolean): Promise<void> => {
    // The caller waits for entries that are staged already; a run that has begun may not include them, and its failure is not this one's.
    while (running) await running.catch(() => undefined);
    running = numberAll(numbering, isDue).finally(() => (running = undefined));
    await running;
  };
  const run = (): Promise<void> => start(true);
  // A publication that failed is tried again soon, and not only at the next time.
  const publish = ({ every, now }: Publication): void => {
    const again = (wait: number): void => void (publishing = setTimeout(next, wait).unref());
    const next = (): void => {
      if (stopped) return;
      start(false).then(
        () => again(every - (now() % every)),
        (error: unknown) => {
          reportUnlessStopped(error);
          again(pauseAfterFailure);
        },
      );
    };
    next();
  };
  let publishing: NodeJS.Timeout | undefined;
  const makeMonths = (): void => {
    if (!stopped) void pool.query('select access_log.make_months($1)', [monthsAhead]).catch(reportUnlessStopped);
  };
  const runOften = (): void => {
    if (!running && !stopped) void run().catch(reportUnlessStopped);
  };
  const timers = [...(publication ? [] : [setInterval(runOften, pause)]), setInterval(makeMonths, monthsPause)];
  for (const timer of timers) timer.unref();
  makeMonths();
  if (publication) publish(publication);

  return {
    run,
    stop: async () => {
      stopped = true;
      timers.forEach(clearInterval);
      clearTimeout(publishing);
      if (running) await isInTime(running, closing).catch(() => undefined);
      await pool.end();
    },
  };
}

interface Numbering {
  readonly pool: Pool;
  readonly rules: PostingRules;
  readonly identity: LogIdentity;
  readonly lastSigned: LastSigned;
  readonly publication: Publication | undefined;
  readonly report: (error: unknown) => void;
  readonly mustStop: () => boolean;
}

/**
 * Numbers batch by batch, until nothing is staged or it must stop.
 * @param isDue false: only if the current period has not been published, by this process or another
 */
async function numberAll({ pool, lastSigned, report, mustStop, ...numbering }: Numbering, isDue: boolean): Promise<void> {
  for (let [goesOn, must] = [true, isDue]; goesOn && !mustStop(); must = true) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      const done = await inTransaction(client, () => numberOnce(client, { ...numbering, lastSigned }, must));
      goesOn = done.more;
      if (done.signed !== undefined) lastSigned.write(done.signed);
      for (const number of done.backDated ?? []) report(new LogError('LOG_TIME_BACK', `entry ${number}`));
    } catch (error) {
      broken = error as Error;
      throw error;
    } finally {
      // A connection that failed may be in any state, so the pool discards it.
      client.release(broken);
    }
  }
}

/** @returns whether more waits, the new checkpoint (signed note), if any, and the numbers of entries that were back-dated */
async function numberOnce(
  client: PoolClient,
  { rules, identity: { origin, signersOf }, lastSigned, publication }: Omit<Numbering, 'pool' | 'report' | 'mustStop'>,
  isDue: boolean,
): Promise<{ readonly more: boolean; readonly signed?: string; readonly backDated?: readonly number[] }> {
  await client.query('select pg_advisory_xact_lock($1)', [sequencerLock]);
  const waiting = await readWaiting(client);
  const period = publication ? periodOf(publication) : 0;
  const opensPeriod = period > waiting.period;
  const decoys = Math.min(waiting.decoys, largestBatch - waiting.entries);
  const needed = waiting.entries + decoys;
  if (needed === 0 ? !opensPeriod : !opensPeriod && !isDue) return { more: false };
  const tree = await openTree(client, origin, signersOf);
  await assertContinues(client, tree, lastSigned.read());
  const first = Number(tree.edge.size);
  const size = publication ? paddedSize(needed, publication) : needed;
  const places = publication ? drawPlaces(waiting.entries, size, publication) : Array.from({ length: waiting.entries }, (_, at) => at);
  const { leaves: entries, backDated } = await numberBatch(
    client,
    rules,
    places.map((place) => first + place),
  );
  const padding = paddingOf(waiting.paddingKey);
  const leaves = Array.from({ length: size }, (_, at) => entries.get(first + at) ?? padding.leafAt(first + at)!);
  const signed = await extendTree(client, tree, leaves, origin, signersOf);
  await client.query('update access_log.publication set period = greatest(period, $1), decoys = $2', [period, waiting.decoysDone + decoys]);
  return { more: waiting.entries === batchSize || decoys < waiting.decoys, signed, backDated };
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
