import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { createTimeShares } from '../../src/gateway/time-shares.ts';
import { openGateway, type TestGateway } from '../helpers/gateway.ts';

// One client, who need not sign in, sends what is refused before anybody knows who sent it, or asks for the schema again and again.
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openGateway({ timeShares: createTimeShares() });
  // The first requests of a process take much longer than later ones.
  for (let count = 0; count < 30; count += 1) await gateway.ask('neighbour', '{ me { givenName } }');
});
afterAll(() => gateway.close());

// So many that a busy machine, on which they have more time, does not answer most of them.
const many = 60;
const values = Array.from({ length: 10_000 }, () => ({}));
const attacks = [
  {
    what: 'bodies without a document',
    ask: () => gateway.ask(null, 1 as unknown as string, { variables: { values } }),
    codes: ['BODY_INVALID'],
    many,
  },
  {
    what: 'bodies with a forged token',
    ask: () => gateway.ask(null, '{ me { id } }', { headers: { authorization: 'Bearer forged' }, variables: { values } }),
    codes: ['TOKEN_INVALID'],
    many,
  },
  // More of one address would be refused.
  { what: 'the schema', ask: () => gateway.ask(null, getIntrospectionQuery()), codes: [], many: 36 },
];

test.each(attacks)(
  'others are answered first while one client sends $what',
  async ({ ask, codes, many: requests }) => {
    const askOther = async (): Promise<void> => expect((await gateway.ask('neighbour', '{ me { givenName } }')).codes).toEqual([]);
    await askOther();
    let answered = 0;
    const all = Array.from({ length: requests }, async () => {
      const answer = await ask();
      answered += 1;
      expect(answer.codes).toEqual(codes);
    });
    for (let count = 0; count < 3; count += 1) await askOther();
    expect(answered).toBeLessThan(requests * 0.75);
    await Promise.all(all);
  },
  120_000,
);
