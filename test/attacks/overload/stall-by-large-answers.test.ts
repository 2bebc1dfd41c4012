import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { times } from '../../../bench/hostile/attacks.ts';
import { cast } from '../../../demo/personas.ts';
import { documentLimits } from '../../../src/engine/document/limits.ts';
import { usualRequestLimits } from '../../../src/platform/settings/config.ts';
import { openGateway, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { hangRequest } from '../../helpers/asking/hang-request.ts';
import { timeSharesByWork } from '../../helpers/gateway/time-shares-by-work.ts';
import { until } from '../../helpers/time/until.ts';

// One resident asks for as much as one operation may give: full pages of the access history under many names, some megabytes. The process
// that completes it answers no other client meanwhile.
const entries = 110;
const { timeShares, begun, stop, goOn } = timeSharesByWork((key) => key === cast.resident);
let gateway: TestGateway;
let locks: Client;
beforeAll(async () => {
  gateway = await openGateway({ timeShares });
  locks = new Client({ connectionString: gateway.database.roles.owner });
  await locks.connect();
  for (let count = 0; count < entries; count += 1) await gateway.ask('resident', '{ me { givenName } }');
  await gateway.sequence();
});
afterAll(async () => {
  await locks.end();
  await gateway.close();
});

const page =
  'accessHistory(first: 100, includeOwn: true) { edges { cursor node { entryId at by { role } purpose authority why fields case kind } } }';
const names = documentLimits.reads;
const everything = `{ me { ${times(names, (at) => `a${at}: ${page}`)} } }`;
const askOther = async (): Promise<void> => {
  const { data } = await gateway.ask('neighbour', '{ me { givenName } }');
  expect(data.me.givenName).toEqual(expect.any(String));
};

test('others are answered while a large answer is made, and it is whole', async () => {
  let isAnswered = false;
  const large = Array.from({ length: 3 }, async () => {
    const { data, codes } = await gateway.ask('resident', everything);
    isAnswered = true;
    expect(codes).toEqual([]);
    for (let at = 0; at < names; at += 1) {
      const { edges } = data.me[`a${at}`];
      expect(edges).toHaveLength(100);
      expect(new Set(edges.map(({ node }: { node: { entryId: string } }) => node.entryId)).size).toBe(100);
    }
  });
  for (let count = 0; count < 40; count += 1) await askOther();
  expect(isAnswered).toBe(false);
  await Promise.all(large);
});

test('others are answered while a person sends large documents that are new', async () => {
  await askOther();
  const letGo = await hangRequest(gateway, locks);
  stop();
  let answered = 0;
  const large = Array.from({ length: 12 }, async (_, number) => {
    const { codes } = await gateway.ask('resident', `{ me { ${times(documentLimits.places - 20, (at) => `a${at}: id`)} } } # ${number}`);
    answered += 1;
    expect(codes).toEqual([]);
  });
  await until(() => Math.max(begun(), answered) >= usualRequestLimits.requests);
  for (let count = 0; count < 40; count += 1) await askOther();
  const before = answered;
  goOn();
  await letGo();
  await Promise.all(large);
  // Those that had begun before the first of the others.
  expect(before).toBeLessThanOrEqual(8);
});
