import { beforeEach, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { noPause } from '../../../../src/engine/execution/pace.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { undividedTime } from '../../../helpers/gateway/undivided-time.ts';

// Shares in which each pause is noted, with whether it was prioritized, and each time that is measured.
let pauses: ('prioritized' | 'waited')[];
let measured: ('begun' | 'counted')[];
const gateway = useGateway({
  timeShares: {
    ...undividedTime,
    begin: async () => {
      let pause: (typeof pauses)[number] = 'waited';
      return {
        ...noPause,
        mustYield: true,
        isThrottled: false,
        prioritize: () => void (pause = 'prioritized'),
        yield: async () => void pauses.push(pause),
        begin: () => void measured.push('begun'),
        count: () => void measured.push('counted'),
        countBlocking: () => void measured.push('counted'),
        charge() {},
        end() {},
      };
    },
  },
});
beforeEach(() => {
  pauses = [];
  measured = [];
});

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
  expect(new Set(pauses)).toEqual(new Set(['prioritized']));
});

test('what is measured is counted: checking a document, introspection, and the end of each stage', async () => {
  for (const query of ['{ __schema { types { name } } }', '{ __typename }', '{ services { totalCount } }', '{ unknown }', '{']) {
    measured = [];
    await gateway.ask('resident', query);
    // The body, and what Apollo Server does with the document.
    expect(measured.slice(0, 3)).toEqual(['begun', 'counted', 'counted']);
    // Twice counted is once measured; begun and not counted is time that no principal is charged for.
    expect(measured.join(' ')).not.toContain('begun begun');
    expect(measured.at(-1)).toBe('counted');
  }
});
