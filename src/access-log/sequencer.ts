import { Pool, type PoolClient } from 'pg';
import { assertContinues, extendTree, openTree } from './extend-tree.ts';
import type { Signer } from '../transparency-log/signer.ts';
import { batchSize, numberBatch } from './number-batch.ts';

/** Moves staged entries into dense numbers and the tree; one at a time across all instances. */
export interface Sequencer {
  /** Numbers what is staged now. Tests and the tour wait for it; else it runs by itself. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

/** Whose log it is, and who signs its checkpoints. */
export interface LogIdentity {
  /** C2SP tlog-checkpoint. */
  readonly origin: string;
  /** The keys whose range holds a tree of that size. */
  readonly signersOf: (size: bigint) => readonly Signer[];
}

/** The checkpoint that was signed last, kept where the database's owner can't reach it. It may lag behind, and never leads. */
export interface LastSigned {
  read(): string | undefined;
  write(note: string): void;
}

/** Milliseconds between two runs. */
const pause = 250;
/** Milliseconds between two looks at whether months are made ahead, and how many months are. */
const monthsPause = 6 * 60 * 60 * 1_000;
const monthsAhead = 3;
/** The advisory lock that only one sequencer can hold; the number has no meaning beyond being ours. Who holds it knows that no tree is being signed. */
export const sequencerLock = 7_462_001;
/** Milliseconds after which PostgreSQL ends a sequencer that hangs, so that another can take over. */
const patience = 10_000;
/**
 * How PostgreSQL serves the sequencer. It may plan while a table is empty and keep that plan while it grows, and its
 * statistics lag behind: everything is looked up by key, whatever they say, and so never at a cost that grows with
 * the log. A batch is held in memory.
 */
const settings = {
  idle_in_transaction_session_timeout: patience,
  lock_timeout: patience,
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  enable_bitmapscan: 'off',
  jit: 'off',
  work_mem: '32MB',
};

/**
 * Starts the sequencer, as its own database role. A number is given only here, under the lock, and
 * never by a serial column or a time; entry, openings, tiles and checkpoint come in one transaction,
 * so a crash loses and doubles nothing.
 * @param lastSigned no tree is signed that does not continue it
 * @param report is told of a run that failed; the next one tries again
 */
export function startSequencer(url: string, identity: LogIdentity, lastSigned: LastSigned, report: (error: unknown) => void): Sequencer {
  const pool = new Pool({
    connectionString: url,
    max: 1,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
  });
  pool.on('error', report);
  // The pool hears of a connection only while it is idle; one that breaks in a transaction would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  let running: Promise<void> | undefined;
  let stopped = false;

  const run = async (): Promise<void> => {
    // Whoever waits wants what was staged before the wait began, so a run under way is not enough.
    while (running) await running;
    running = numberAll(pool, identity, lastSigned).finally(() => (running = undefined));
    await running;
  };
  const makeMonths = (): void => {
    if (!stopped) void pool.query('select access_log.make_months($1)', [monthsAhead]).catch(report);
  };
  const timers = [
    setInterval(() => {
      if (!running && !stopped) void run().catch(report);
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
      await running?.catch(() => undefined);
      await pool.end();
    },
  };
}

async function numberAll(pool: Pool, identity: LogIdentity, lastSigned: LastSigned): Promise<void> {
  for (let taken = batchSize; taken === batchSize;) {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      const done = await inTransaction(client, () => numberOnce(client, identity, lastSigned));
      taken = done.taken;
      if (done.signed !== undefined) lastSigned.write(done.signed);
    } catch (error) {
      broken = error as Error;
      throw error;
    } finally {
      // A connection that failed may be in any state.
      client.release(broken);
    }
  }
}

/** @returns how many entries got a number, and the checkpoint that holds them */
async function numberOnce(
  client: PoolClient,
  { origin, signersOf }: LogIdentity,
  lastSigned: LastSigned,
): Promise<{ readonly taken: number; readonly signed?: string }> {
  await client.query('select pg_advisory_xact_lock($1)', [sequencerLock]);
  const { rows } = await client.query<{ waits: boolean }>('select exists (select from access_log.staged) as waits');
  if (!rows[0]?.waits) return { taken: 0 };
  const tree = await openTree(client, origin, signersOf);
  await assertContinues(client, tree, lastSigned.read());
  const leaves = await numberBatch(client, tree.edge.size);
  if (leaves.length === 0) return { taken: 0 };
  return { taken: leaves.length, signed: await extendTree(client, tree, leaves, origin, signersOf) };
}

async function inTransaction<Result>(client: PoolClient, work: () => Promise<Result>): Promise<Result> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
