import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { openSilentServer, type SilentServer } from '../../helpers/processes/silent-server.ts';
import { lastingPort } from '../../helpers/processes/lasting-port.ts';
import { startPatience, until } from '../../helpers/time/until.ts';
import {
  isRunning,
  openWorkersHome,
  startWorkers,
  type Arrived,
  type RunningWorkers,
  type WorkersHome,
} from '../../helpers/gateway/workers.ts';

// The keys of this issuer never come, so that a request with its token is under way for some seconds.
const issuer = 'https://issuer.example';
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const waiting = `${part({ alg: 'ES256', typ: 'at+jwt', kid: 'a' })}.${part({ iss: issuer })}.AAAA`;

let home: WorkersHome;
let silent: SilentServer;
let gateway: RunningWorkers | undefined;
let workers: readonly number[] = [];
beforeAll(async () => {
  home = await openWorkersHome();
  silent = await openSilentServer();
});
afterEach(async () => {
  gateway?.kill('SIGKILL');
  await gateway?.ended;
  for (const worker of workers) if (isRunning(worker)) process.kill(worker, 'SIGKILL');
});
afterAll(async () => {
  silent.close();
  await home.drop();
});

async function start(more: Readonly<Record<string, string>> = {}): Promise<RunningWorkers> {
  gateway = await startWorkers(home, { TRUSTED_ISSUERS: JSON.stringify([{ issuer, jwks: `http://127.0.0.1:${silent.port}/` }]), ...more });
  workers = gateway.workers();
  return gateway;
}

/** Begins a request that is under way for some seconds. */
async function beginRequest({ send }: RunningWorkers): Promise<{ readonly answer: Promise<Arrived> }> {
  const before = silent.accepted();
  const answer = send('/graphql', waiting);
  answer.catch(() => undefined);
  await until(() => silent.accepted() > before);
  return { answer };
}

test.each(['SIGTERM', 'SIGINT'] as const)('%s stops all workers, and what they had begun is answered', async (signal) => {
  const { kill, ended, send, ...rest } = await start();
  const { answer } = await beginRequest({ kill, ended, send, ...rest });
  kill(signal);
  // A connection that comes while a worker closes its port is reset.
  const refused = (): Promise<string> =>
    send().then(
      ({ text }) => text,
      () => '',
    );
  let text = await refused();
  while (!text.includes('STOPPING')) text = await refused();
  expect([401, 503]).toContain((await answer).status);
  expect(await ended).toBe(0);
  expect(workers.some(isRunning)).toBe(false);
});

test('a terminal that signals all processes at once stops them as one', async () => {
  const { kill, ended } = await start();
  for (const worker of workers) process.kill(worker, 'SIGINT');
  kill('SIGINT');
  expect(await ended).toBe(0);
});

test('health and readiness are those of the process that answers', async () => {
  const port = await lastingPort();
  const running = await start({ METRICS_PORT: `${port}` });
  const isBusy = async (): Promise<boolean> =>
    (await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).includes('ntk_queue_length{queue="requests",worker="1"} 1');
  // The system chooses a worker for each connection.
  await until(async () => {
    await beginRequest(running);
    return isBusy();
  });
  process.kill(workers[0]!, 'SIGTERM');
  const said = new Set<string>();
  // The other worker may wait for the keys as long as this one serves on, so no answer is waited for before the next is asked for.
  const ask = (): void =>
    void running.send('/ready').then(
      ({ text }) => said.add(text.includes('stopping') ? 'stopping' : (JSON.parse(text) as { readonly status: string }).status),
      () => undefined,
    );
  await until(() => {
    ask();
    return said.size === 2;
  });
  expect(said).toEqual(new Set(['ready', 'stopping']));
  expect((await running.send('/health')).status).toBe(200);
  await until(() => running.lines().some(({ msg }) => msg === 'a worker was replaced'), startPatience);
  expect(running.lines()).toContainEqual(expect.objectContaining({ worker: 1, cause: '0', msg: 'a worker ended and is replaced' }));
});

test('a worker that hangs is killed in time, and the exit code says so', async () => {
  const { kill, ended, lines } = await start({ DEADLINE_QUEUE: '5000', DEADLINE_REQUEST: '5500', DEADLINE_STOP: '6000' });
  process.kill(workers[1]!, 'SIGSTOP');
  kill('SIGTERM');
  expect(await ended).toBe(3);
  expect(lines()).toContainEqual(expect.objectContaining({ msg: 'a worker did not stop in time, or failed while it stopped' }));
  await until(() => !workers.some(isRunning));
});
