import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { usualDeadlines } from '../../../../src/platform/settings/config.ts';
import { createHttpServer } from '../../../../src/server/http/connections/http-server.ts';
import { listen } from '../../../../src/server/http/connections/listen.ts';
import { Metrics } from '../../../../src/server/observe/metrics/metrics.ts';
import { until } from '../../../helpers/time/until.ts';

test('a gateway at localhost has one server, whose connections are bounded', async () => {
  const app = createHttpServer({ ...usualDeadlines, mostConnections: 10 }, [], new Metrics());
  const { hostname, port } = new URL(await listen(app, { host: 'localhost', port: 0 }));
  try {
    expect(app.addresses()).toHaveLength(1);
    const sockets = Array.from({ length: 14 }, () => connect(Number(port), hostname.replace(/^\[|\]$/g, '')).on('error', () => undefined));
    await until(() => sockets.filter(({ destroyed }) => destroyed).length === 4);
    for (const socket of sockets) socket.destroy();
  } finally {
    await app.close();
  }
});

test('a host that is no address of this machine is refused by the name of the setting', async () => {
  const app = createHttpServer(usualDeadlines, [], new Metrics());
  await expect(listen(app, { host: '192.0.2.1', port: 0 })).rejects.toMatchObject({
    code: 'SETTING_INVALID',
    message: expect.stringContaining('HOST: the gateway cannot listen there'),
  });
  await app.close();
});
