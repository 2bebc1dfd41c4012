import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { usualRequestLimits } from '../../../src/platform/settings/config.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { patientDeadlines } from '../../helpers/gateway/patient-deadlines.ts';
import { captureStatements } from '../../helpers/values/statements.ts';
import { until } from '../../helpers/time/until.ts';

// One resident, or one anonymous address, keeps many requests under way at once, so that everybody else waits.
const { requests, waiting, refusedDocuments } = usualRequestLimits;
let gateway: TestGateway;
let locks: Client;
beforeAll(async () => {
  gateway = await openGateway({ deadlines: patientDeadlines, requestLimits: { ...usualRequestLimits, trustedProxies: ['127.0.0.1'] } });
  locks = new Client({ connectionString: gateway.database.roles.owner });
  await locks.connect();
});
afterAll(async () => {
  await locks.end();
  await gateway.close();
});

/** Another principal's request. It comes without a sign-in, because the tables with ended access are also locked. */
const askOther = (): Promise<Answered> => gateway.ask(null, '{ privacyStatement { version } }');

/** Asks while reads of residents and services hang, until as many requests are refused as should be. */
async function whileReadsHang(ask: () => Promise<Answered>, many: number, meanwhile: () => Promise<void>): Promise<readonly Answered[]> {
  await locks.query('begin');
  await locks.query('lock table recreation.service, recreation.resident in access exclusive mode');
  const early: Answered[] = [];
  const all = Array.from({ length: many }, async () => {
    const answer = await ask();
    early.push(answer);
    return answer;
  });
  while (early.length < many - requests - waiting) await new Promise((done) => setTimeout(done, 10));
  await meanwhile();
  await locks.query('commit');
  const answers = await Promise.all(all);
  expect(early.slice(0, many - requests - waiting).map(({ status }) => status)).toEqual(
    Array.from({ length: many - requests - waiting }, () => 429),
  );
  return answers;
}

describe('requests at once', () => {
  const tooMany = requests + waiting + 5;

  test('of one resident are bounded; another principal is served meanwhile', async () => {
    const answers = await whileReadsHang(
      () => gateway.ask('resident', '{ me { givenName } }'),
      tooMany,
      async () => {
        expect((await askOther()).codes).toEqual([]);
      },
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.map(({ codes }) => codes)).toEqual(Array.from({ length: 5 }, () => ['TOO_MANY_REQUESTS']));
    expect(refused[0]!.headers.get('retry-after')).toBe('1');
    for (const { status, data } of answers) if (status === 200) expect(data.me.givenName).toEqual(expect.any(String));
    // Nothing of it lasts.
    expect((await gateway.ask('resident', '{ me { givenName } }')).status).toBe(200);
  });

  test('of one anonymous address are bounded; another address is served meanwhile', async () => {
    const from = (address: string, query: string): Promise<Answered> =>
      gateway.ask(null, query, { headers: { 'x-forwarded-for': address } });
    const answers = await whileReadsHang(
      () => from('2001:db8::1', '{ services(first: 1) { totalCount } }'),
      tooMany,
      async () => {
        // The same network of 64 bits belongs to the same client.
        expect((await from('2001:db8::2', '{ privacyStatement { version } }')).codes).toEqual(['TOO_MANY_REQUESTS']);
        // Only the proxy tells an address; what its client wrote before does not count.
        expect((await from('2001:db8:1::1, 2001:db8::3', '{ privacyStatement { version } }')).codes).toEqual(['TOO_MANY_REQUESTS']);
        expect((await from('2001:db8:1::1', '{ privacyStatement { version } }')).codes).toEqual([]);
      },
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(requests + waiting);
  });
});

test('one request uses at most two connections at once, however many reads it has', async () => {
  await locks.query('begin');
  await locks.query('lock table recreation.resident in access exclusive mode');
  const reads = Array.from({ length: 20 }, (_, at) => `a${at}: residents(first: ${at + 1}) { edges { node { id } } }`).join(' ');
  const answer = gateway.ask('guardian', `{ ${reads} }`);
  const sent = captureStatements(gateway.database.roles.gateway);
  const sentReads = (): number => sent.statements.filter(({ text }) => text.includes('resident.id')).length;
  await until(() => sentReads() >= 2);
  // Others need no connection of these: their statements are sent.
  expect((await askOther()).codes).toEqual([]);
  expect(sentReads()).toBe(2);
  sent.stop();
  await locks.query('commit');
  expect((await answer).codes).toEqual([]);
});

test('documents that are refused again and again are refused unread', async () => {
  const nonsense = '{ me { nothing } }';
  for (let count = 0; count < refusedDocuments; count += 1) {
    expect((await gateway.ask('neighbour', nonsense)).codes).toEqual(['DOCUMENT_INVALID']);
  }
  for (const query of [nonsense, '{ me { id } }']) {
    const { status, codes, headers } = await gateway.ask('neighbour', query);
    expect({ status, codes }).toEqual({ status: 429, codes: ['TOO_MANY_REQUESTS'] });
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
  }
  expect((await gateway.ask('guardian', '{ me { id } }')).codes).toEqual([]);
});
