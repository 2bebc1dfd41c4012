import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { usualRequestLimits } from '../../../src/platform/settings/config.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { patientDeadlines } from '../../helpers/gateway/patient-deadlines.ts';
import { until } from '../../helpers/time/until.ts';
import { waitsForLock } from '../../helpers/database/waits-for-lock.ts';

// The attacker has bodies wait for their turn. Parsed JSON can take twenty times its bytes.
const mostBodyBytes = 1024 * 1024;
const { requests } = usualRequestLimits;
const [attacker, victim] = ['2001:db8:1::1', '2001:db8:2::1'];
let gateway: TestGateway;
beforeAll(async () => {
  const deadlines = { ...patientDeadlines, mostBodyBytes };
  gateway = await openGateway({ deadlines, requestLimits: { ...usualRequestLimits, trustedProxies: ['127.0.0.1'] } });
});
afterAll(() => gateway.close());

async function heldBytes(): Promise<number> {
  const text = await gateway.observed.observability.metrics.registry.getSingleMetricAsString('ntk_unfinished_body_bytes');
  return Number(/^ntk_unfinished_body_bytes (\d+)$/m.exec(text)?.[1] ?? 0);
}
const ask = (address: string, query: string): Promise<Answered> => gateway.ask(null, query, { headers: { 'x-forwarded-for': address } });

describe('the memory of bodies that wait is bounded', () => {
  const hanging = '{ services(first: 1) { totalCount } }';
  const lock = async (): Promise<Client> => {
    const locks = new Client({ connectionString: gateway.database.roles.owner });
    await locks.connect();
    await locks.query('begin');
    await locks.query('lock table recreation.service in access exclusive mode');
    return locks;
  };

  test('while they wait for their turn, and those of the address that has the most are refused', async () => {
    const locks = await lock();
    const served = Array.from({ length: requests }, () => ask(attacker, hanging));
    await waitsForLock(gateway.database, requests);
    expect(await heldBytes()).toBe(0);
    // Each takes a little more than half of the bound once it is parsed.
    const variables = { text: 'x'.repeat(28_000) };
    const early: Answered[] = [];
    const waiting = Array.from({ length: 3 }, async () => {
      const answer = await gateway.ask(null, hanging, { variables, headers: { 'x-forwarded-for': attacker } });
      early.push(answer);
    });
    await until(() => early.length === 2);
    for (const { status, codes, headers } of early) {
      expect([status, codes, headers.get('retry-after')]).toEqual([503, ['OVERLOADED'], '5']);
    }
    expect(await heldBytes()).toBeGreaterThan(mostBodyBytes / 2);
    expect(await heldBytes()).toBeLessThanOrEqual(mostBodyBytes);
    expect((await ask(victim, `{ privacyStatement { version } } #${'x'.repeat(10_000)}`)).status).toBe(200);
    await locks.query('commit');
    await locks.end();
    await Promise.all(waiting);
    expect(early.at(-1)!.status).toBe(200);
    expect((await Promise.all(served)).map(({ status }) => status)).toEqual(Array.from({ length: requests }, () => 200));
  });

  test('and counts nothing once their client has gone away', async () => {
    const locks = await lock();
    const served = Array.from({ length: requests }, () => ask(attacker, hanging));
    await waitsForLock(gateway.database, requests);
    const body = JSON.stringify({ query: hanging });
    const away = new AbortController();
    const waiting = Array.from({ length: 3 }, () =>
      gateway.send({
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': attacker },
        body,
        signal: away.signal,
      }),
    );
    await until(async () => (await heldBytes()) >= 3 * body.length);
    away.abort();
    await Promise.allSettled(waiting);
    await until(async () => (await heldBytes()) === 0);
    await locks.query('commit');
    await locks.end();
    expect((await Promise.all(served)).map(({ status }) => status)).toEqual(Array.from({ length: requests }, () => 200));
  });
});

describe('large bodies do not wait for their turn', () => {
  const small = '{ services(first: 1) { totalCount } }';
  // Objects of three bytes each take twenty times as much once they are parsed.
  const large = JSON.stringify({ query: small, other: Array.from({ length: 12_000 }, () => ({})) });
  const send = (address: string, body: string | ReadableStream): Promise<Answered> =>
    gateway.send({
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body,
      // A body that is sent as a stream has no declared length.
      ...(body instanceof ReadableStream && { duplex: 'half' as const }),
    });
  const stream = (): ReadableStream => new Blob([JSON.stringify({ query: small })]).stream();

  test('and are refused while all turns of their address are taken; small ones wait', async () => {
    expect((await send(attacker, large)).status).toBe(200);
    expect((await send(attacker, stream())).status).toBe(200);
    const locks = new Client({ connectionString: gateway.database.roles.owner });
    await locks.connect();
    await locks.query('begin');
    await locks.query('lock table recreation.service in access exclusive mode');
    const served = Array.from({ length: requests }, () => ask(attacker, small));
    await waitsForLock(gateway.database, requests);
    const waits = ask(attacker, small);
    for (const body of [large, stream()]) {
      const { status, codes, headers } = await send(attacker, body);
      expect([status, codes, headers.get('retry-after')]).toEqual([429, ['TOO_MANY_REQUESTS'], '1']);
    }
    await locks.query('commit');
    await locks.end();
    expect((await Promise.all([...served, waits])).map(({ status }) => status)).toEqual(Array.from({ length: requests + 1 }, () => 200));
  });
});
