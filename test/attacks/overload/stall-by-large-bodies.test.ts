import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { createTimeShares, type TimeShares } from '../../../src/server/fairness/time-shares.ts';
import { openGateway, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { connectRaw, type RawConnection } from '../../helpers/asking/raw-connection.ts';
import { until } from '../../helpers/time/until.ts';

// One client sends bodies of 240 KB that take long to parse. The sender of a body is unknown before it is parsed, so its token can be
// forged.
let gateway: TestGateway;
let locks: Client;
/** The shares of time that were begun for the network of a client whose principal is not known yet. */
let sharesOfNetworks = 0;
beforeAll(async () => {
  const shares = createTimeShares();
  const begin: TimeShares['begin'] = (key, ...given) => {
    if (key.startsWith('body ')) sharesOfNetworks += 1;
    return shares.begin(key, ...given);
  };
  gateway = await openGateway({ timeShares: { ...shares, begin } });
  locks = new Client({ connectionString: gateway.database.roles.owner });
  await locks.connect();
});
afterAll(async () => {
  await locks.end();
  await gateway.close();
});

const many = 24;
const body = JSON.stringify({ query: '{ me { givenName } }', variables: { list: Array.from({ length: 60_000 }, () => [1]) } });

/** Sends a large body but for its last byte. */
async function beginLarge(): Promise<RawConnection> {
  const opened = connectRaw(gateway.url);
  const headers = `host: gateway\r\nauthorization: Bearer forged\r\ncontent-type: application/json\r\ncontent-length: ${body.length}`;
  opened.socket.write(`POST /graphql HTTP/1.1\r\n${headers}\r\n\r\n`);
  await new Promise((sent) => opened.socket.write(body.slice(0, -1), sent));
  return opened;
}

const answersWith = (code: string) => (one: RawConnection) => one.received().includes(`"${code}"`);

test('large bodies wait while others ask, and only so many; small ones of the same address do not wait', async () => {
  // A request of another principal is under way all the time.
  await locks.query('begin');
  await locks.query('lock table recreation.resident in access exclusive mode');
  const hanging = gateway.ask('neighbour', '{ me { givenName } }');
  // All end at once, so that a busy machine cannot parse each before the next has arrived.
  const all = await Promise.all(Array.from({ length: many }, beginLarge));
  for (const { socket } of all) socket.write(body.slice(-1));
  await until(() => sharesOfNetworks > 0 || all.some(answersWith('TOKEN_INVALID')));
  expect(sharesOfNetworks).toBeGreaterThan(0);
  await until(() => all.some(answersWith('TOO_MANY_REQUESTS')));
  expect((await gateway.ask(null, '{ privacyStatement { version } }')).codes).toEqual([]);
  await locks.query('commit');
  expect((await hanging).codes).toEqual([]);
  await until(() => all.every(({ received }) => received().includes('"code"')));
  const parsed = all.filter(answersWith('TOKEN_INVALID'));
  expect(parsed.length).toBeGreaterThan(0);
  expect(sharesOfNetworks).toBeGreaterThanOrEqual(parsed.length);
  expect(parsed.length + all.filter(answersWith('TOO_MANY_REQUESTS')).length).toBe(many);
  for (const { socket } of all) socket.destroy();
  // Nothing of it lasts.
  const again = await beginLarge();
  again.socket.write(body.slice(-1));
  await until(() => answersWith('TOKEN_INVALID')(again));
  again.socket.destroy();
});
