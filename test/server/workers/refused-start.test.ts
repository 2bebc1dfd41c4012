import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bareEnvironment } from '../../helpers/processes/bare-environment.ts';
import { startOnce } from '../../helpers/processes/start-once.ts';
import { until } from '../../helpers/time/until.ts';
import {
  childrenOf,
  isRunning,
  openWorkersHome,
  settingsOfWorkers,
  startWorkers,
  type WorkersHome,
} from '../../helpers/gateway/workers.ts';

let home: WorkersHome;
beforeAll(async () => {
  home = await openWorkersHome();
});
afterAll(async () => home.drop());

const lineOf = (output: string): string => {
  expect(output.trim().split('\n')).toHaveLength(1);
  return output;
};

test('a port where something else listens is named once', async () => {
  const other = createServer();
  await new Promise<void>((done) => void other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as AddressInfo;
  const { code, output } = await startOnce({ ...settingsOfWorkers(home), PORT: `${port}` });
  await new Promise((done) => other.close(done));
  expect([code, lineOf(output)]).toEqual([1, expect.stringContaining('PORT: something else listens there')]);
});

test('two gateways of several workers do not share a port', async () => {
  const gateway = await startWorkers(home);
  const { code, output } = await startOnce({ ...settingsOfWorkers(home), PORT: new URL(gateway.ready).port });
  gateway.kill('SIGTERM');
  expect(await gateway.ended).toBe(0);
  expect([code, lineOf(output)]).toEqual([1, expect.stringContaining('PORT: something else listens there')]);
});

test('what only a worker finds wrong is named once, and all end', async () => {
  const trusted = JSON.stringify([{ issuer: 'https://x.example', jwks: '/nowhere/keys.json' }]);
  const { code, output } = await startOnce({ ...settingsOfWorkers(home), TRUSTED_ISSUERS: trusted });
  expect([code, lineOf(output)]).toEqual([1, expect.stringContaining('TRUSTED_ISSUERS: ')]);
});

test('a worker that is killed before it serves fails the start', async () => {
  const child = spawn('node', ['src/main.ts'], {
    env: { ...bareEnvironment, ...settingsOfWorkers(home) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise((done) => child.once('close', done));
  await until(() => childrenOf(child.pid!).length === 2);
  const workers = childrenOf(child.pid!);
  process.kill(workers[1]!, 'SIGKILL');
  expect(await ended).toBe(1);
  expect(lineOf(output)).toContain('A worker ended before it was ready. worker 2: SIGKILL');
  expect(workers.some(isRunning)).toBe(false);
});
