import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { cast } from '../../demo/personas.ts';
import { noPause } from '../../src/execution/pace.ts';
import { openGateway, type TestGateway } from '../helpers/gateway.ts';
import { undividedTime } from '../helpers/undivided-time.ts';

// Shares in which each pause is noted, with whether it was in a hurry.
let pauses: ('hurried' | 'waited')[];
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openGateway({
    timeShares: {
      ...undividedTime,
      begin: async () => {
        let pause: (typeof pauses)[number] = 'waited';
        return {
          ...noPause,
          mustYield: true,
          isSpent: false,
          hurry: () => void (pause = 'hurried'),
          yield: async () => void pauses.push(pause),
          countWhole() {},
          charge() {},
          end() {},
        };
      },
    },
  });
});
beforeEach(() => {
  pauses = [];
});
afterAll(() => gateway.close());

const list = 'accessHistory(includeOwn: true) { edges { node { why } } }';

test('the lists of a query wait for their turn', async () => {
  expect((await gateway.ask('resident', `{ me { ${list} } }`)).codes).toEqual([]);
  expect(new Set(pauses)).toEqual(new Set(['waited']));
});

test('a change holds rows and a connection, so its lists only let others do what is there to be done', async () => {
  const { codes } = await gateway.ask(
    'resident',
    `mutation { updateContact(input: { residentId: "${cast.resident}", mobilePhone: "+14035550100" }) { resident { ${list} } } }`,
  );
  expect(codes).toEqual([]);
  expect(new Set(pauses)).toEqual(new Set(['hurried']));
});
