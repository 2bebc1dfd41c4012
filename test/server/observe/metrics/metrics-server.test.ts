import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { Metrics } from '../../../../src/server/observe/metrics/metrics.ts';
import { serveMetrics } from '../../../../src/server/observe/metrics/metrics-server.ts';
import { until } from '../../../helpers/time/until.ts';

describe('the port of the metrics', () => {
  test('serves them as Prometheus reads them, with those of the process, and nothing else', async () => {
    const metrics = new Metrics();
    metrics.countRequest('/graphql', 200, undefined, 0.002);
    metrics.measureProcess();
    const server = await serveMetrics(metrics.registry, { host: '127.0.0.1', port: 0 });
    try {
      const answer = await fetch(server.url);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
      const text = await answer.text();
      expect(text).toContain('ntk_request_duration_seconds_count{route="/graphql",status="200",code=""} 1');
      expect(text).toContain('process_cpu_seconds_total');
      for (const path of ['/', '/graphql', '/metrics/x']) expect((await fetch(new URL(path, server.url))).status).toBe(404);
      expect((await fetch(server.url, { method: 'POST' })).status).toBe(404);
    } finally {
      await server.close();
    }
  });

  test('has a few connections, and closes more', async () => {
    const server = await serveMetrics(new Metrics().registry, { host: 'localhost', port: 0 });
    const { hostname, port } = new URL(server.url);
    const sockets = Array.from({ length: 30 }, () => connect(Number(port), hostname).on('error', () => undefined));
    try {
      await until(() => sockets.filter(({ destroyed }) => destroyed).length >= 10);
      expect(sockets.filter(({ destroyed }) => destroyed)).toHaveLength(10);
      for (const socket of sockets) socket.destroy();
      await until(async () => (await fetch(server.url).catch(() => undefined))?.status === 200);
    } finally {
      for (const socket of sockets) socket.destroy();
      await server.close();
    }
  });

  test('names its setting where something else listens there', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as AddressInfo;
    await expect(serveMetrics(new Metrics().registry, { host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'SETTING_INVALID',
      message: expect.stringContaining('METRICS_PORT'),
    });
    await new Promise((done) => other.close(done));
  });
});
