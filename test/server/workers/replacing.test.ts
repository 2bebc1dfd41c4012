import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { testCluster } from '../../helpers/database/cluster.ts';
import { startPatience, until } from '../../helpers/time/until.ts';
import { isRunning, openWorkersHome, startWorkers, type RunningWorkers, type WorkersHome } from '../../helpers/gateway/workers.ts';

let home: WorkersHome;
let gateway: RunningWorkers | undefined;
beforeAll(async () => {
  home = await openWorkersHome();
});
afterEach(async () => {
  gateway?.kill('SIGKILL');
  await gateway?.ended;
});
afterAll(async () => home.drop());

const replaced = (): number => gateway!.lines().filter(({ msg }) => msg === 'a worker was replaced').length;

/** Clients that ask without a pause, each on a connection that it keeps while it holds. */
interface Load {
  /** The entry of each answer that arrived whole. */
  readonly entries: readonly string[];
  /** How many requests got no answer. */
  readonly lost: () => number;
  /** How many requests neither got an answer nor failed. */
  readonly hung: () => number;
  stop(): Promise<void>;
}

/** Milliseconds after which a connection on which nothing moves will never have an answer. */
const patience = 15_000;

function openLoad({ ready, token }: RunningWorkers, clients: number): Load {
  const entries: string[] = [];
  let lost = 0;
  let hung = 0;
  let stopped = false;
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const ask = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const sent = request(new URL('/graphql', ready), { method: 'POST', headers, agent }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.once('error', reject);
        response.once('end', () => resolve(text));
      });
      sent.once('error', reject);
      sent.setTimeout(patience, () => {
        hung += 1;
        sent.destroy();
      });
      sent.end(JSON.stringify({ query: '{ me { givenName } }' }));
    });
  const live = async (): Promise<void> => {
    while (!stopped) {
      const text = await ask().catch(() => undefined);
      if (text === undefined) lost += 1;
      else entries.push((JSON.parse(text) as { extensions: { privacy: { receipt: { entry: string } } } }).extensions.privacy.receipt.entry);
    }
  };
  const lives = Array.from({ length: clients }, live);
  return {
    entries,
    lost: () => lost,
    hung: () => hung,
    stop: async () => {
      stopped = true;
      await Promise.all(lives);
      agent.destroy();
    },
  };
}

test('a worker that is killed under load is replaced, and every answer that left has its entry once', async () => {
  gateway = await startWorkers(home);
  const load = openLoad(gateway, 8);
  try {
    for (const round of [1, 2]) {
      const before = load.entries.length;
      await until(() => load.entries.length >= before + 50);
      const [victim] = gateway.workers();
      process.kill(victim!, 'SIGKILL');
      await until(() => replaced() === round, startPatience);
      expect(gateway.workers()).toHaveLength(2);
      expect(gateway.workers()).not.toContain(victim);
    }
  } finally {
    await load.stop();
  }
  expect(load.hung()).toBe(0);
  // At each of the two deaths, every client has at most one request under way, and its next connection may be handed to the same worker
  // before the parent knows of its death.
  expect(load.lost()).toBeLessThanOrEqual(32);
  expect(gateway.lines()).toContainEqual(
    expect.objectContaining({ level: 50, worker: 1, cause: 'SIGKILL', msg: 'a worker ended and is replaced' }),
  );

  await until(async () => (await home.database.asOwner('select from access_log.staged')).length === 0);
  const found = await home.database.asOwner<{ times: number }>(
    'select count(*)::integer as times from access_log.entry where id = any($1::uuid[]) group by id',
    [load.entries],
  );
  expect(new Set(load.entries).size).toBe(load.entries.length);
  expect(found.map(({ times }) => times)).toEqual(load.entries.map(() => 1));
  // The log may over-report: the entry of an answer that was lost with its worker.
  const [all] = await home.database.asOwner<{ count: number; numbers: number }>(
    'select count(*)::integer as count, count(distinct seq)::integer as numbers from access_log.entry',
  );
  expect(all!.count).toBeGreaterThanOrEqual(load.entries.length);
  expect(all!.count).toBeLessThanOrEqual(load.entries.length + load.lost());
  expect(all!.numbers).toBe(all!.count);
});

test('a setting that broke after the start does not spin: pauses grow, the others serve, and it heals by itself', async () => {
  const secrets = mkdtempSync(join(tmpdir(), 'ntk-workers-'));
  cpSync(join(testCluster().dataDirectory, 'secrets'), secrets, { recursive: true });
  gateway = await startWorkers(home, { SECRETS: `folder:${secrets}` });
  renameSync(join(secrets, 'cursors'), join(secrets, 'kept'));
  process.kill(gateway.workers()[1]!, 'SIGKILL');
  const pauses = (): readonly unknown[] =>
    gateway!.lines().flatMap(({ msg, pause }) => (msg === 'a worker ended and is replaced' ? [pause] : []));
  // On a busy machine the first one may have lived for so long that its end is not early.
  await until(() => pauses().includes(1_000), startPatience);
  expect(pauses().slice(-3)).toEqual([250, 500, 1_000]);
  expect(gateway.lines()).toContainEqual(
    expect.objectContaining({
      worker: 2,
      code: 'SETTING_INVALID',
      problems: [expect.stringContaining('SECRETS: the secret cursors is missing')],
    }),
  );
  expect((await gateway.send()).status).toBe(200);
  expect(replaced()).toBe(0);
  renameSync(join(secrets, 'kept'), join(secrets, 'cursors'));
  await until(() => replaced() === 1, startPatience);
  expect(gateway.workers()).toHaveLength(2);
  rmSync(secrets, { recursive: true });
});

test('all workers may die at once: they listen at the same port again', async () => {
  gateway = await startWorkers(home);
  for (const worker of gateway.workers()) process.kill(worker, 'SIGKILL');
  await until(() => replaced() === 2, startPatience);
  expect((await gateway.send()).status).toBe(200);
});

test('workers end when their parent is killed', async () => {
  gateway = await startWorkers(home);
  const workers = gateway.workers();
  gateway.kill('SIGKILL');
  expect(await gateway.ended).toBe('SIGKILL');
  await until(() => !workers.some(isRunning));
});
