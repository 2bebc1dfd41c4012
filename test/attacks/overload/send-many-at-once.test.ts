import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { createAdmission } from '../../../src/server/fairness/fair-queue.ts';
import { usualRequestLimits } from '../../../src/platform/settings/config.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { patientDeadlines } from '../../helpers/gateway/patient-deadlines.ts';
import { connectRaw, type RawConnection } from '../../helpers/asking/raw-connection.ts';
import { until } from '../../helpers/time/until.ts';

// The attacker sends many requests over one connection without waiting for the answers (HTTP pipelining), and many that are refused.
const deadlines = { ...patientDeadlines, mostRequests: 2 };
const [attacker, victim] = ['2001:db8:1::1', '2001:db8:2::1'];
const limits = { requests: 1, waiting: 2 };
const admission = createAdmission(deadlines);
let gateway: TestGateway;
let locks: Client;
let connections: RawConnection[] = [];
beforeAll(async () => {
  const requestLimits = { ...usualRequestLimits, ...limits, trustedProxies: ['127.0.0.1'] };
  gateway = await openGateway({ deadlines, requestLimits, admission });
  locks = new Client({ connectionString: gateway.database.roles.owner });
  await locks.connect();
});
afterEach(async () => {
  for (const { socket } of connections) socket.destroy();
  connections = [];
  await until(async () => admission.active === 0 && (await heldBytes()) === 0);
});
afterAll(async () => {
  await locks.end();
  await gateway.close();
});

const hanging = '{ services(first: 1) { totalCount } }';
const quick = '{ privacyStatement { version } }';
const ask = (address: string, query: string): Promise<Answered> => gateway.ask(null, query, { headers: { 'x-forwarded-for': address } });

async function heldBytes(): Promise<number> {
  const text = await gateway.observed.observability.metrics.registry.getSingleMetricAsString('ntk_unfinished_body_bytes');
  return Number(/^ntk_unfinished_body_bytes (\d+)$/m.exec(text)?.[1] ?? 0);
}

async function whileReadsHang(work: () => Promise<void>): Promise<void> {
  await locks.query('begin');
  await locks.query('lock table recreation.service in access exclusive mode');
  try {
    await work();
  } finally {
    await locks.query('commit');
  }
}

const headers = `POST /graphql HTTP/1.1\r\nhost: gateway\r\nx-forwarded-for: ${attacker}\r\ncontent-type: application/json`;

function request(query: string): string {
  const body = JSON.stringify({ query });
  return `${headers}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

/** A request that does not declare the length of its body. */
function requestInChunks(query: string): string {
  const body = JSON.stringify({ query });
  return `${headers}\r\ntransfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
}

/** Sends requests at once over one connection. @returns the connection, and the names in the answers so far */
function send(
  queries: readonly string[],
  encode = request,
): { readonly socket: RawConnection['socket']; readonly names: () => readonly string[] } {
  const opened = connectRaw(gateway.url);
  connections.push(opened);
  const { socket, received } = opened;
  socket.write(queries.map((query) => encode(query)).join(''));
  return { socket, names: () => [...received().matchAll(/"data":\{"(\w+)"/g)].map(([, name]) => name!) };
}

const many = 50;
const names = Array.from({ length: many }, (_, at) => `a${at}`);
const named = names.map((name, at) => (at === 0 ? hanging.replace('services', `${name}: services`) : quick.replace('{', `{ ${name}:`)));

test('the requests of one connection are served one at a time, in their order; others are served at the same time', async () => {
  const { names: answered } = await (async () => {
    let sent: ReturnType<typeof send> | undefined;
    await whileReadsHang(async () => {
      sent = send(named);
      await until(async () => (await heldBytes()) > (many - 2) * 8 * 1024);
      expect(admission.active).toBe(1);
      expect((await ask(victim, quick)).status).toBe(200);
      expect(admission.active).toBe(1);
      expect(sent.names()).toEqual([]);
    });
    return sent!;
  })();
  await until(() => answered().length === many);
  expect(answered()).toEqual(names);
});

test('nothing counts of a connection that is closed in between', async () => {
  await whileReadsHang(async () => {
    const { socket } = send(named);
    await until(async () => (await heldBytes()) > (many - 2) * 8 * 1024);
    socket.resetAndDestroy();
    await until(async () => (await heldBytes()) === 0);
  });
  await until(() => admission.active === 0);
  expect((await ask(attacker, quick)).status).toBe(200);
});

test('a body of no declared length counts what can wait of it', async () => {
  const padding = `#${'x'.repeat(60_000)}`;
  await whileReadsHang(async () => {
    const { socket } = send([hanging, ...Array.from({ length: 10 }, () => quick + padding)], requestInChunks);
    await until(async () => (await heldBytes()) >= 10 * padding.length);
    expect(socket.destroyed).toBe(false);
  });
});

test('a connection with too many requests is reset', async () => {
  await whileReadsHang(async () => {
    const { socket } = send([...named, ...named, ...named]);
    await until(() => socket.destroyed);
    expect((await ask(victim, quick)).status).toBe(200);
  });
});

test('requests that are refused take no place from others', async () => {
  await whileReadsHang(async () => {
    const waiting = Array.from({ length: limits.requests + limits.waiting }, () => ask(attacker, hanging));
    await until(() => admission.active === waiting.length);
    let isOver = false;
    let refused = 0;
    // As many as may be there at all, of each of which only its refusal is left.
    const refusals = Array.from({ length: 10 * deadlines.mostRequests }, async () => {
      while (!isOver) {
        expect((await ask(attacker, hanging)).codes).toEqual(['TOO_MANY_REQUESTS']);
        refused += 1;
      }
    });
    for (let count = 0; count < 5 || refused < 60; count += 1) expect((await ask(victim, quick)).codes).toEqual([]);
    isOver = true;
    await Promise.all(refusals);
    expect(admission.active).toBe(waiting.length);
  });
});
