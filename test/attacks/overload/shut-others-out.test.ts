import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { usualRequestLimits } from '../../../src/platform/settings/config.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { patientDeadlines } from '../../helpers/gateway/patient-deadlines.ts';
import { waitsForLock } from '../../helpers/database/waits-for-lock.ts';

// Requests that wait for their turn, or that come without a sign-in, take the places of those that could be served.
const mostRequests = 8;
const requests = 2;
const waiting = 6;
let gateway: TestGateway;
let locks: Client;
beforeAll(async () => {
  gateway = await openGateway({
    deadlines: { ...patientDeadlines, mostRequests },
    requestLimits: { ...usualRequestLimits, requests, waiting, trustedProxies: ['127.0.0.1'] },
  });
  locks = new Client({ connectionString: gateway.database.roles.owner });
  await locks.connect();
});
afterAll(async () => {
  await locks.end();
  await gateway.close();
});

/** Asks while a table is locked, until nothing more of it can be answered. */
async function whileLocked(table: string, ask: readonly (() => Promise<Answered>)[], early: number, meanwhile: () => Promise<void>) {
  await locks.query('begin');
  await locks.query(`lock table ${table} in access exclusive mode`);
  const refused: Answered[] = [];
  const all = ask.map(async (one) => {
    const answer = await one();
    refused.push(answer);
    return answer;
  });
  while (refused.length < early) await new Promise((done) => setTimeout(done, 10));
  await meanwhile();
  await locks.query('commit');
  return Promise.all(all);
}

/** The other principal's request reads nothing that is locked. */
const askOther = (address = '2001:db8:ffff::1'): Promise<Answered> =>
  gateway.ask(null, '{ privacyStatement { version } }', { headers: { 'x-forwarded-for': address } });

describe('others are served', () => {
  test('while requests of some addresses wait for their turn', async () => {
    const addresses = ['2001:db8:1::1', '2001:db8:2::1', '2001:db8:3::1'];
    const ask = addresses.flatMap((address) =>
      Array.from(
        { length: requests + waiting },
        () => () => gateway.ask(null, '{ services(first: 1) { totalCount } }', { headers: { 'x-forwarded-for': address } }),
      ),
    );
    const answers = await whileLocked('recreation.service', ask, 0, async () => {
      await waitsForLock(gateway.database, 3 * requests);
      expect((await askOther()).codes).toEqual([]);
    });
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  test.each(['/log/checkpoint', '/log/checkpoint/cosigned', '/log/tile/0/000'])(
    'while one address asks for %s many times',
    async (path) => {
      const many = mostRequests + requests + waiting + 4;
      const ask = Array.from({ length: many }, () => () => gateway.send({ path, headers: { 'x-forwarded-for': '2001:db8:9::1' } }));
      const answers = await whileLocked('access_log.checkpoint, access_log.tile', ask, many - requests - waiting, async () => {
        expect((await askOther()).codes).toEqual([]);
      });
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(many - requests - waiting);
    },
  );

  test('while one address sends forged tokens', async () => {
    const forged = `Bearer ${(await gateway.token('resident')).replace(/.{8}$/, 'AAAAAAAA')}`;
    const all = Array.from({ length: 60 }, () =>
      gateway.send({
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: forged, 'x-forwarded-for': '2001:db8:a::1' },
        body: '{"query":"{ me { givenName } }"}',
      }),
    );
    expect((await askOther()).codes).toEqual([]);
    const codes = (await Promise.all(all)).flatMap((answer) => answer.codes);
    expect(new Set(codes)).toEqual(new Set(['TOKEN_INVALID']));
  });
});
