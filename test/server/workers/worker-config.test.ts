import { expect, test } from '@jest/globals';
import { demoApp } from '../../../demo/demo-app.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { appsOf } from '../../../src/server/start/parts/apps-of.ts';
import { workerConfig } from '../../../src/server/workers/worker-config.ts';

const settings = { NODE_ENV: 'test', DATABASE_URL: 'postgres://127.0.0.1/x', METRICS_PORT: '9464', POPULATION: 'demo', WORKERS: '3' };
const assigned = (number: number, of: number, more: Record<string, string> = {}) =>
  workerConfig(readConfig({ ...settings, ...more }), { kind: 'assignment', number, of, port: 4001, database: 'postgres://127.0.0.1/y' });

test('what bounds the machine or the database is divided, rounded up, and what bounds a processor is not', () => {
  const { deadlines, requestLimits } = assigned(2, 3);
  expect(deadlines).toMatchObject({ mostRequests: 67, mostConnections: 667, mostBodyBytes: 22_369_622, mostStaged: 100_000 });
  expect(requestLimits).toMatchObject({
    requests: 2,
    waiting: 32,
    refusedDocuments: 30,
    anonymousSenders: { perAddress: 5, inTotal: 200 },
  });
});

test('no worker gets less than it needs', () => {
  const few = { MOST_REQUESTS: '1', MOST_CONNECTIONS: '10', REQUESTS_PER_PRINCIPAL: '1' };
  const { deadlines, requestLimits } = assigned(1, 99, few);
  expect(deadlines).toMatchObject({ mostRequests: 1, mostConnections: 10, mostBodyBytes: 8_388_608 });
  expect(requestLimits.requests).toBe(1);
});

test('the first worker numbers the log, unless another process does', () => {
  expect([1, 2, 3].map((number) => assigned(number, 3).sequencer)).toEqual([true, false, false]);
  expect(assigned(1, 3, { SEQUENCER: 'off' }).sequencer).toBe(false);
});

test('a worker starts no PostgreSQL, populates nothing, serves no metrics, and stops before its parent does', () => {
  const config = assigned(1, 3);
  expect(config).toMatchObject({ port: 4001, workers: 1, databaseUrls: { gateway: 'postgres://127.0.0.1/y' }, demoPopulation: false });
  expect(config.metrics).toBeUndefined();
  expect(config.deadlines.stop).toBeLessThan(readConfig(settings).deadlines.stop);
});

test('people sign in through the same apps at each worker as at one process', () => {
  const app = { id: 'town-app', name: 'Town app', redirectUris: ['ca.example.town:/signed-in'] };
  const own = { IDENTITY_ISSUER: 'https://town.example/oidc', IDENTITY_CLIENTS: JSON.stringify([app]) };
  const appsAt = (more: Record<string, string>) => {
    const config = readConfig({ ...settings, ...own, ...more });
    const worker = workerConfig(config, { kind: 'assignment', number: 2, of: 3, port: 4001, database: 'postgres://127.0.0.1/y' }, [
      demoApp,
    ]);
    // The start of a worker asks again, and adds no app twice.
    return appsOf(worker, [demoApp]);
  };
  expect(appsAt({})).toEqual([app, demoApp]);
  expect(appsAt({ POPULATION: 'none' })).toEqual([app]);
});
