import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { personaNamed } from '../../../demo/personas.ts';
import { metricCatalogue } from '../../../src/server/observe/metrics/metric-catalogue.ts';
import { lastingPort } from '../../helpers/processes/lasting-port.ts';
import { until } from '../../helpers/time/until.ts';
import { openWorkersHome, startWorkers, type RunningWorkers, type WorkersHome } from '../../helpers/gateway/workers.ts';

// Two workers as `WORKERS=2` starts them, over one database.
let home: WorkersHome;
let gateway: RunningWorkers;
let metricsUrl: string;
beforeAll(async () => {
  home = await openWorkersHome();
  const port = await lastingPort();
  metricsUrl = `http://127.0.0.1:${port}/metrics`;
  gateway = await startWorkers(home, { METRICS_PORT: `${port}`, REQUEST_LOG: 'on' });
});
afterAll(async () => {
  gateway.kill('SIGKILL');
  await gateway.ended;
  await home.drop();
});

const several = <T>(ask: () => Promise<T>): Promise<readonly T[]> => Promise.all(Array.from({ length: 8 }, ask));

test('it says once that it is ready, when both workers serve at one port', async () => {
  expect(gateway.workers()).toHaveLength(2);
  expect(gateway.output().match(/ready: /g)).toHaveLength(1);
  for (const path of ['/health', '/ready']) {
    expect((await several(() => gateway.send(path))).map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
  }
});

test('where the system shares a port, each has a socket of its own, so no process holds the connections of another', () => {
  const [, address = ''] = /ready: (\S+)/.exec(gateway.output())!;
  const port = Number(new URL(address).port).toString(16).toUpperCase().padStart(4, '0');
  // Only Linux shares ports, and has this list.
  const [list, workers] = process.platform === 'linux' ? [readFileSync('/proc/net/tcp', 'utf8'), 2] : ['', 0];
  const sockets = list.split('\n').map((line) => line.trim().split(/\s+/));
  const listening = '0A';
  expect(sockets.filter(([, local, , state]) => local?.endsWith(`:${port}`) && state === listening)).toHaveLength(workers);
});

test('both answer, and each line of the log has the number of its worker', async () => {
  const asked = (): readonly unknown[] => gateway.lines().flatMap(({ route, worker }) => (route === '/graphql' ? [worker] : []));
  // The system chooses a worker for each connection.
  await until(async () => {
    for (const { status, text } of await several(() => gateway.send()))
      expect([status, text]).toEqual([200, expect.stringContaining('Peregrine')]);
    return new Set(asked()).size === 2;
  });
  expect(new Set(asked())).toEqual(new Set([1, 2]));
});

test('one address shows the metrics of all, apart by a label, and each series once', async () => {
  let text = '';
  const workersOf = (metric: string): string[] =>
    [...text.matchAll(new RegExp(`^${metric}\\{worker="(.*)"\\} [\\d.e+]+$`, 'gm'))].map(([, worker]) => worker!).toSorted();
  const counted = (): readonly RegExpExecArray[] => [
    ...text.matchAll(/^ntk_request_duration_seconds_count\{route="\/graphql",status="200",code="",worker="(.*)"\} (\d+)$/gm),
  ];
  const inTotal = (): number => counted().reduce((sum, [, , count]) => sum + Number(count), 0);
  const lines = (): number => gateway.lines().filter(({ route, status }) => route === '/graphql' && status === 200).length;
  // Each worker reads the size of the log in the background, and lines arrive by another way.
  await until(async () => {
    text = await (await fetch(metricsUrl)).text();
    return workersOf('ntk_access_log_bytes').length === 2 && inTotal() === lines();
  });
  expect(new Set(counted().map(([, worker]) => worker))).toEqual(new Set(['1', '2']));
  expect(Object.keys(metricCatalogue).filter((name) => text.split(`# TYPE ${name} `).length !== 2)).toEqual([]);
  for (const metric of ['process_start_time_seconds', 'process_cpu_seconds_total']) expect(workersOf(metric)).toEqual(['1', '2', 'parent']);
  // The log is the database's: each worker shows all of it.
  expect(workersOf('ntk_access_log_bytes')).toEqual(['1', '2']);
  const series = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(new Set(series.map((line) => line.slice(0, line.lastIndexOf(' ')))).size).toBe(series.length);
});

test('one of them numbers the log', async () => {
  await until(async () => (await home.database.asOwner('select from access_log.staged')).length === 0);
  const signedIn = await home.database.asOwner(
    `select from pg_stat_activity where usename = 'ntk_sequencer' and datname = current_database()`,
  );
  expect(signedIn).toHaveLength(1);
});

test('access that has ended is refused by both', async () => {
  const { principal } = personaNamed('resident');
  await home.database.asOwner('update recreation.resident set access_ended_at = now() where id = $1', [principal]);
  for (const { status, text } of await several(() => gateway.send()))
    expect([status, text]).toEqual([401, expect.stringContaining('ACCESS_ENDED')]);
  await home.database.asOwner('update recreation.resident set access_ended_at = null where id = $1', [principal]);
  expect((await gateway.send()).status).toBe(200);
});
