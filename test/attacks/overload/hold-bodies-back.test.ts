import { afterEach, describe, expect, test } from '@jest/globals';
import { usualRequestLimits } from '../../../src/platform/settings/config.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { patientDeadlines } from '../../helpers/gateway/patient-deadlines.ts';
import { connectRaw, type RawConnection } from '../../helpers/asking/raw-connection.ts';
import { until } from '../../helpers/time/until.ts';

// The attacker sends large bodies and holds back the last byte of each, so that the gateway keeps them until they are too slow.
const mostBodyBytes = 1024 * 1024;
const bodyLimit = 256 * 1024;
const deadlines = { ...patientDeadlines, headers: 60_000, body: 60_000, mostBodyBytes };
const [attacker, another, victim] = ['2001:db8:1::1', '2001:db8:2::1', '2001:db8:3::1'];
let connections: RawConnection[] = [];
const gateway = useGateway({ deadlines, requestLimits: { ...usualRequestLimits, trustedProxies: ['127.0.0.1'] } });
afterEach(async () => {
  for (const { socket } of connections) socket.destroy();
  connections = [];
  await until(async () => (await heldBytes()) === 0);
});

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 10));

async function heldBytes(): Promise<number> {
  const text = await gateway.observed.observability.metrics.registry.getSingleMetricAsString('ntk_unfinished_body_bytes');
  return Number(/^ntk_unfinished_body_bytes (\d+)$/m.exec(text)?.[1] ?? 0);
}

function open(): RawConnection {
  const opened = connectRaw(gateway.url);
  connections.push(opened);
  return opened;
}

/** Sends the headers of a request whose body has `length` bytes, and `sent`. */
function begin(address: string, length: number, sent: string, path = '/graphql'): RawConnection {
  const opened = open();
  const headers = `host: gateway\r\nx-forwarded-for: ${address}\r\ncontent-type: application/json\r\ncontent-length: ${length}`;
  opened.socket.write(`POST ${path} HTTP/1.1\r\n${headers}\r\n\r\n${sent}`);
  return opened;
}

/** Sends all of a large body but its last byte. */
const holdBack = (address: string, length = bodyLimit, path?: string): RawConnection =>
  begin(address, length, `{"query":"${'x'.repeat(length - 11)}`, path);

const refusal = /^HTTP\/1\.1 503 [^]*retry-after: 5\r\n[^]*"OVERLOADED"/;
const refused = (all: readonly RawConnection[]): number => all.filter(({ received }) => refusal.test(received())).length;
const ask = (address: string, query = '{ privacyStatement { version } }'): Promise<Answered> =>
  gateway.ask(null, query, { headers: { 'x-forwarded-for': address } });

describe('the memory of unfinished bodies is bounded', () => {
  test.each([
    ['/graphql', bodyLimit],
    ['/log/cosignatures', 64 * 1024],
    ['/nowhere', bodyLimit],
  ])('at %s, and the address that holds the most is refused', async (path, length) => {
    // Each counts a little more than its bytes.
    const fit = Math.floor(mostBodyBytes / (length + 1024));
    const held = Array.from({ length: fit + 5 }, () => holdBack(attacker, length, path));
    await until(() => refused(held) === 5);
    await until(async () => (await heldBytes()) >= fit * (length - 1));
    expect(await heldBytes()).toBeLessThanOrEqual(mostBodyBytes);
    expect(held.filter(({ received }) => received() === '')).toHaveLength(fit);
  });

  test('and a smaller body of another address arrives meanwhile', async () => {
    const held = Array.from({ length: 8 }, () => holdBack(attacker));
    await until(() => refused(held) === 5);
    const body = JSON.stringify({ query: `{ privacyStatement { version } } #${'x'.repeat(60_000)}` });
    const slow = begin(victim, Buffer.byteLength(body), body.slice(0, 100));
    await until(async () => (await heldBytes()) > 3 * bodyLimit);
    expect((await ask(victim)).status).toBe(200);
    for (let at = 100; at < body.length - 1; at += 10_000) {
      slow.socket.write(body.slice(at, Math.min(at + 10_000, body.length - 1)));
      await pause();
    }
    const more = holdBack(attacker);
    await until(() => refused([...held, more]) >= 6);
    slow.socket.write(body.slice(-1));
    await until(() => slow.received() !== '');
    expect(slow.received()).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('and the larger share is what is refused where several addresses attack', async () => {
    const first = Array.from({ length: 3 }, () => holdBack(attacker));
    await until(async () => (await heldBytes()) > 3 * (bodyLimit - 1));
    const second = Array.from({ length: 2 }, () => holdBack(another, 150 * 1024));
    await until(() => refused(first) + refused(second) > 0);
    await until(async () => (await heldBytes()) > 2 * (bodyLimit - 1) + 2 * (150 * 1024 - 1));
    expect([refused(first), refused(second)]).toEqual([1, 0]);
    expect((await ask(victim)).status).toBe(200);
  });

  test('and a body that is sent byte by byte counts as what it costs', async () => {
    const { socket, received } = begin(attacker, bodyLimit, '{"query":"');
    socket.setNoDelay(true);
    const bytes = bodyLimit - 20;
    for (let sent = 0; sent < bytes && received() === ''; sent += 1) {
      socket.write('x');
      await new Promise((done) => setImmediate(done));
    }
    await until(() => received() !== '');
    expect(received()).toMatch(refusal);
  });

  test('and bodies that no one reads are no failure', async () => {
    const { socket, received } = open();
    const size = 2 * mostBodyBytes;
    socket.write(`GET /health HTTP/1.1\r\nhost: gateway\r\nx-forwarded-for: ${attacker}\r\ncontent-length: ${size}\r\n\r\n`);
    socket.write('x'.repeat(size - 1));
    await until(() => received() !== '');
    expect(received()).toMatch(/^HTTP\/1\.1 200 /);
    expect((await ask(attacker)).status).toBe(200);
  });
});

describe('a body that is answered before it ended counts nothing afterwards', () => {
  const json = 'content-type: application/json';
  const health = `GET /health HTTP/1.1\r\n${json}`;
  test.each([
    ['a GET with a body', `${health}\r\ncontent-length: 20000`, /^HTTP\/1\.1 200 /],
    ['a method that is not allowed', 'PUT /graphql HTTP/1.1\r\ncontent-type: x/y\r\ncontent-length: 20000', /^HTTP\/1\.1 415 /],
    ['a GET of the operations', `GET /graphql HTTP/1.1\r\n${json}\r\ncontent-length: 20000`, /^HTTP\/1\.1 405 /],
    ['a declared length beyond the limit', `POST /graphql HTTP/1.1\r\n${json}\r\ncontent-length: 999999`, /^HTTP\/1\.1 413 /],
    [
      'more than the limit',
      `POST /graphql HTTP/1.1\r\n${json}\r\ntransfer-encoding: chunked`,
      /^HTTP\/1\.1 413 /,
      `50000\r\n${'x'.repeat(0x50000 - 100)}`,
    ],
    ['an unknown content type', 'POST /graphql HTTP/1.1\r\ncontent-type: x/y\r\ncontent-length: 20000', /^HTTP\/1\.1 415 /],
    ['an unknown method', `PROPFIND /graphql HTTP/1.1\r\n${json}\r\ncontent-length: 20000`, /^HTTP\/1\.1 4/],
  ])('%s', async (_name, head, expected, begun = 'xx') => {
    for (const [early, end] of [
      [false, 'reset'],
      [false, 'end'],
      [true, 'reset'],
      [false, 'stay'],
    ] as const) {
      const { socket, received, closed } = open();
      socket.write(`${head}\r\nhost: gateway\r\nx-forwarded-for: ${attacker}\r\n\r\n${early || begun.length > 2 ? begun : ''}`);
      await until(() => received() !== '');
      expect(received()).toMatch(expected);
      for (let piece = 0; piece < 3 && !socket.destroyed; piece += 1) {
        socket.write('x');
        await pause();
      }
      if (end === 'reset') socket.resetAndDestroy();
      if (end === 'end') socket.end();
      if (end === 'reset') await closed;
      await until(async () => (await heldBytes()) === 0);
    }
  });
});
