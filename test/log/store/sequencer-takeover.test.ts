import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { copyDatabase, testCluster, type TestDatabase } from '../../helpers/database/cluster.ts';
import { overTcp } from '../../helpers/database/over-tcp.ts';
import { startProgram, type Program } from '../../helpers/processes/program.ts';
import { settingsFor } from '../../helpers/processes/run-privacy.ts';
import { stageEntry } from '../../helpers/entries/stage-entry.ts';

// A sequencer stores its last checkpoint in its data directory. In the shared directory, no other suite's log would continue it.
const directory = mkdtempSync(join(tmpdir(), 'ntk-takeover-'));
let settings: Readonly<Record<string, string>>;
let database: TestDatabase;
let administrator: Client;
let first: Program;
let second: Program | undefined;

beforeAll(async () => {
  database = await copyDatabase();
  cpSync(join(testCluster().dataDirectory, 'secrets'), join(directory, 'secrets'), { recursive: true });
  settings = { ...settingsFor(database), DATA_DIR: directory, SEQUENCER: 'on', LOG_PUBLICATION_SECONDS: '0' };
  administrator = new Client({
    connectionString: Object.assign(new URL(testCluster().administrator), { pathname: new URL(settings['DATABASE_URL']!).pathname }).href,
  });
  await administrator.connect();
});
afterAll(async () => {
  await administrator.end();
  await database.drop();
  rmSync(directory, { recursive: true });
});

beforeEach(async () => {
  first = await startProgram('src/town/commands/sequencer.ts', settings);
});
afterEach(async () => {
  for (const program of [first, second]) {
    program?.kill('SIGKILL');
    await program?.ended;
  }
});

const stage = (): Promise<string> => stageEntry(database.roles.gateway);

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 50));
}

const isNumbered = async (id: string): Promise<boolean> =>
  (await database.asOwner('select from access_log.entry where id = $1', [id])).length === 1;

/** Stops a sequencer within its transaction, while it holds the lock; runs `work`; then lets its statement end. */
async function inItsTransaction(work: () => Promise<void> | void): Promise<void> {
  const client = new Client({ connectionString: database.roles.owner });
  await client.connect();
  try {
    await client.query('begin; lock table access_log.staged in access exclusive mode');
    await until(async () => (await sequencerBackends("wait_event_type = 'Lock' and query like 'select (select count%'")).length > 0);
    await work();
    await client.query('commit');
  } finally {
    await client.end();
  }
}

/** @param which a condition in SQL that selects backends */
async function sequencerBackends(which: string): Promise<number[]> {
  const { rows } = await administrator.query<{ pid: number }>(
    `select pid from pg_stat_activity where usename = 'ntk_sequencer' and datname = current_database() and ${which}`,
  );
  return rows.map(({ pid }) => pid);
}

test('if a sequencer is killed within its transaction, another takes over', async () => {
  const before = await stage();
  await until(() => isNumbered(before));
  second = await startProgram('src/town/commands/sequencer.ts', settings);
  await inItsTransaction(() => first.kill('SIGKILL'));
  expect(await first.ended).toBe('SIGKILL');
  const after = await stage();
  await until(() => isNumbered(after));
});

test('if a sequencer hangs within its transaction, another takes over, and the first one survives', async () => {
  await inItsTransaction(() => first.kill('SIGSTOP'));
  second = await startProgram('src/town/commands/sequencer.ts', settings);
  const id = await stage();
  // PostgreSQL ends the frozen sequencer's transaction after ten seconds.
  await until(() => isNumbered(id));
  second.kill('SIGKILL');
  await second.ended;
  first.kill('SIGCONT');
  const later = await stage();
  await until(async () => !first.isRunning() || (await isNumbered(later)));
  expect(first.isRunning()).toBe(true);
  const rows = await database.asOwner<{ seq: string; id: string }>('select seq, id from access_log.entry order by seq');
  expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_row, at) => at));
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  expect(rows.slice(-2).map((row) => row.id)).toEqual([id, later]);
});

test('a sequencer whose connection breaks within its transaction continues with a new connection', async () => {
  await inItsTransaction(async () => {
    const backends = await sequencerBackends('true');
    await administrator.query('select pg_terminate_backend(pid) from unnest($1::integer[]) pid', [backends]);
  });
  const id = await stage();
  await until(async () => !first.isRunning() || (await isNumbered(id)));
  expect(first.isRunning()).toBe(true);
});

test('a sequencer stops on a signal, and needs the secrets of its database', async () => {
  first.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  // A socket may do without a password.
  const byTcp = { DATABASE_URL: overTcp(settings['DATABASE_URL']!).href };
  const nowhere = startProgram('src/town/commands/sequencer.ts', { ...settings, ...byTcp, DATA_DIR: join(directory, 'nowhere') });
  await expect(nowhere).rejects.toThrow('SECRETS: the secret database-sequencer (SECRET_DATABASE_SEQUENCER) is missing');
});
