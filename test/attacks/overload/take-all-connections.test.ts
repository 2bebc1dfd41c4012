import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { usualRequestLimits } from '../../../src/platform/settings/config.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { patientDeadlines } from '../../helpers/gateway/patient-deadlines.ts';
import { until } from '../../helpers/time/until.ts';

// The attacker opens connections from some addresses and sends nothing, so that no other client gets one.
const mostConnections = 24;
const deadlines = { ...patientDeadlines, headers: 60_000, body: 60_000, mostConnections };
const attackers = ['127.0.0.2', '127.0.0.3'];
const proxy = '127.0.0.9';
let sockets: Socket[] = [];
const gateway = useGateway({ deadlines, requestLimits: { ...usualRequestLimits, trustedProxies: [proxy] } });
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  await until(async () => (await scraped('ntk_queue_length')) <= 1);
});

/** Opens connections from an address, one after the other. */
async function open(localAddress: string, many: number): Promise<readonly Socket[]> {
  const { hostname, port } = new URL(gateway.url);
  const opened: Socket[] = [];
  for (let count = 0; count < many; count += 1) {
    const socket = connect({ host: hostname, port: Number(port), localAddress });
    // It can be reset.
    socket.on('error', () => undefined);
    opened.push(socket);
    // A connection that is reset at once may never count as connected here.
    await new Promise((done) => socket.once('connect', done).once('close', done));
  }
  sockets.push(...opened);
  return opened;
}

/** Waits until no more of these are open. */
async function untilAtMost(of: readonly Socket[], many: number): Promise<void> {
  await until(() => of.filter(({ destroyed }) => !destroyed).length <= many);
}

async function scraped(name: string): Promise<number> {
  const text = await gateway.observed.observability.metrics.registry.getSingleMetricAsString(name);
  return Number(/^\w+(?:\{queue="connections"\})? (\d+)$/m.exec(text)?.[1] ?? 0);
}

// Other systems may have one loopback address.
(process.platform === 'linux' ? describe : describe.skip)('connections are bounded for several addresses', () => {
  test('those of others are answered while some addresses hold all of them', async () => {
    const held = (await Promise.all(attackers.map((address) => open(address, mostConnections)))).flat();
    await untilAtMost(held, mostConnections);
    expect(await scraped('ntk_queue_length')).toBe(mostConnections);
    expect((await gateway.ask('resident', '{ me { givenName } }')).data.me.givenName).toEqual(expect.any(String));
    // The one that is answered took the place of an attacker.
    await untilAtMost(held, mostConnections - 1);
    await open(attackers[0]!, 4);
    expect((await gateway.ask('resident', '{ me { givenName } }')).status).toBe(200);
    for (const address of attackers) {
      const own = held.filter((socket) => !socket.destroyed && socket.localAddress === address);
      expect(own.length).toBeLessThanOrEqual(mostConnections / 2);
    }
  });

  test('those of a trusted proxy count each by itself', async () => {
    const proxied = await open(proxy, mostConnections - 4);
    const held = await open(attackers[0]!, mostConnections);
    await untilAtMost(held, 4);
    // As many more as there are places: each takes that of the attacker, and none that of the proxy.
    const more = await open(proxy, 2);
    await untilAtMost(held, 2);
    expect([...proxied, ...more].every(({ destroyed }) => !destroyed)).toBe(true);
  });
});

describe('connections are bounded', () => {
  test('for one address, which loses those that it opened last', async () => {
    const before = await scraped('ntk_connections_reset_total');
    const held = await open('127.0.0.1', 2 * mostConnections);
    await untilAtMost(held, mostConnections);
    // A connection of an earlier answer may be open as well.
    expect(held.slice(0, mostConnections - 1).every(({ destroyed }) => !destroyed)).toBe(true);
    expect((await scraped('ntk_connections_reset_total')) - before).toBeGreaterThanOrEqual(mostConnections);
    expect(await scraped('ntk_queue_length')).toBe(mostConnections);
  });

  test('and what is closed makes room', async () => {
    const held = await open('127.0.0.1', mostConnections);
    for (const socket of held) socket.destroy();
    await until(async () => (await scraped('ntk_queue_length')) <= 1);
    const again = await open('127.0.0.1', mostConnections - 1);
    expect(again.filter(({ destroyed }) => destroyed)).toEqual([]);
    expect((await gateway.ask('resident', '{ me { givenName } }')).status).toBe(200);
  });
});
