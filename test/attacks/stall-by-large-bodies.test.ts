import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { createTimeShares } from '../../src/gateway/time-shares.ts';
import { openGateway, type Answered, type TestGateway } from '../helpers/gateway.ts';
import { until } from '../helpers/until.ts';

// One client sends bodies of 240 KB that take long to parse. Nobody knows who sent a body before it is parsed, so its token can be forged.
let gateway: TestGateway;
let locks: Client;
beforeAll(async () => {
  gateway = await openGateway({ timeShares: createTimeShares() });
  locks = new Client({ connectionString: gateway.database.roles.owner });
  await locks.connect();
});
afterAll(async () => {
  await locks.end();
  await gateway.close();
});

const many = 40;
const sendLarge = (): Promise<Answered> =>
  gateway.ask(null, '{ me { givenName } }', {
    headers: { authorization: 'Bearer forged' },
    variables: { list: Array.from({ length: 60_000 }, () => [1]) },
  });

test('large bodies wait while others ask, and only so many; small ones of the same address do not wait', async () => {
  // Somebody's request is under way all the time.
  await locks.query('begin');
  await locks.query('lock table recreation.resident in access exclusive mode');
  const hanging = gateway.ask('neighbour', '{ me { givenName } }');
  const parsed: Answered[] = [];
  const refused: Answered[] = [];
  const all = Array.from({ length: many }, async () => {
    const answer = await sendLarge();
    (answer.status === 429 ? refused : parsed).push(answer);
  });
  await until(() => refused.length > 0 || parsed.length === many);
  // A busy machine may parse most of them by then, because it takes long to send them.
  expect(parsed.length).toBeLessThan(many);
  expect((await gateway.ask(null, '{ privacyStatement { version } }')).codes).toEqual([]);
  await locks.query('commit');
  expect((await hanging).codes).toEqual([]);
  await Promise.all(all);
  expect(new Set(refused.flatMap(({ codes }) => codes))).toEqual(new Set(['TOO_MANY_REQUESTS']));
  expect(new Set(parsed.flatMap(({ codes }) => codes))).toEqual(new Set(['TOKEN_INVALID']));
  // Nothing of it lasts.
  expect((await sendLarge()).codes).toEqual(['TOKEN_INVALID']);
}, 120_000);
