import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { Client } from 'pg';
import { usualRequestLimits } from '../../../src/platform/settings/config.ts';
import { openGateway, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { hangRequest } from '../../helpers/asking/hang-request.ts';
import { timeSharesByWork } from '../../helpers/gateway/time-shares-by-work.ts';
import { until } from '../../helpers/time/until.ts';

// One client, who need not sign in, sends requests that are refused before their sender is known, or asks for the schema repeatedly. Its
// key is its address; others have signed in.
const { timeShares, begun, stop, goOn } = timeSharesByWork((key) => key.includes(' '));
let gateway: TestGateway;
let locks: Client;
beforeAll(async () => {
  gateway = await openGateway({ timeShares });
  locks = new Client({ connectionString: gateway.database.roles.owner });
  await locks.connect();
});
afterAll(async () => {
  await locks.end();
  await gateway.close();
});

const many = 60;
const values = Array.from({ length: 10_000 }, () => ({}));
const attacks = [
  {
    what: 'bodies without a document',
    ask: () => gateway.ask(null, 1 as unknown as string, { variables: { values } }),
    codes: ['BODY_INVALID'],
    many,
    counted: many,
  },
  {
    what: 'bodies with a forged token',
    ask: () => gateway.ask(null, '{ me { id } }', { headers: { authorization: 'Bearer forged' }, variables: { values } }),
    codes: ['TOKEN_INVALID'],
    many,
    counted: many,
  },
  // More of one address would be refused, and only so many are served at a time.
  { what: 'the schema', ask: () => gateway.ask(null, getIntrospectionQuery()), codes: [], many: 36, counted: usualRequestLimits.requests },
];

test.each(attacks)('others are answered first while one client sends $what', async ({ ask, codes, many: requests, counted }) => {
  const askOther = async (): Promise<void> => expect((await gateway.ask('neighbour', '{ me { givenName } }')).codes).toEqual([]);
  await askOther();
  const letGo = await hangRequest(gateway, locks);
  stop();
  let answered = 0;
  const all = Array.from({ length: requests }, async () => {
    const answer = await ask();
    answered += 1;
    expect(answer.codes).toEqual(codes);
  });
  await until(() => Math.max(begun(), answered) >= counted);
  for (let count = 0; count < 3; count += 1) await askOther();
  const before = answered;
  goOn();
  await letGo();
  await Promise.all(all);
  expect(before).toBeLessThan(requests * 0.75);
});
