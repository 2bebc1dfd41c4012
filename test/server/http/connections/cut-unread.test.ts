import { promisify } from 'node:util';
import { afterAll, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { usualDeadlines, type Deadlines } from '../../../../src/platform/settings/config.ts';
import { createHttpServer } from '../../../../src/server/http/connections/http-server.ts';
import { listen } from '../../../../src/server/http/connections/listen.ts';
import { Metrics } from '../../../../src/server/observe/metrics/metrics.ts';
import { connectRaw, type RawConnection } from '../../../helpers/asking/raw-connection.ts';
import { until } from '../../../helpers/time/until.ts';

/** More bytes than the system keeps for a client that does not read. */
const size = 32 * 1024 * 1024;
// Nothing is cut by the deadline of a request.
const hurried = await serve({ ...usualDeadlines, headers: 400, body: 800, request: 600_000 });
const usual = await serve(usualDeadlines);
afterAll(() => Promise.all([hurried.app.close(), usual.app.close()]));

async function serve(deadlines: Deadlines): Promise<{ readonly app: FastifyInstance; readonly url: string }> {
  const app = createHttpServer(deadlines, [], new Metrics());
  app.get('/large', () => Buffer.alloc(size, 'x'));
  return { app, url: await listen(app, { host: '127.0.0.1', port: 0 }) };
}

const { server } = hurried.app;
const connections = (): Promise<number> => promisify(server.getConnections.bind(server))();

function askWithoutReading(): RawConnection {
  const held = connectRaw(hurried.url);
  held.socket.removeAllListeners('data');
  held.socket.on('readable', () => undefined);
  held.socket.write('GET /large HTTP/1.1\r\nhost: gateway\r\n\r\n');
  return held;
}

test.each([
  ['at all', () => undefined],
  ['but a little from time to time', ({ socket }: RawConnection) => void socket.read(64)],
])('a client is cut that does not read its answer %s', async (_title, read) => {
  const held = askWithoutReading();
  const reads = setInterval(() => read(held), 50);
  try {
    await until(async () => (await connections()) === 1);
    await until(async () => (await connections()) === 0);
    expect(await connections()).toBe(0);
  } finally {
    clearInterval(reads);
    held.socket.destroy();
  }
});

test('a client that reads gets the whole answer', async () => {
  const answer = await fetch(`${usual.url}/large`);
  expect((await answer.text()).length).toBe(size);
});
