import { describe, expect, test } from '@jest/globals';
import { times } from '../../../bench/hostile/attacks.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

// The attacker asks for a list of texts under hundreds of names, about each person of each entry of a page: an entry can name a hundred
// people, so that the answer of one request takes more memory than the process has.
const gateway = useGateway();

const aliases = 100;
const released = times(aliases, (at) => `r${at}: released`);

describe.each([
  [
    'collection-agency',
    'DEBT_COLLECTION',
    (texts: string) => `{ myMandate { disclosures(first: 100) { edges { node { people { ${texts} } } } } } }`,
  ],
  ['auditor', 'CONTROL_AUDIT', (texts: string) => `{ accessEntries(first: 100) { edges { node { subjects { ${texts} } } } } }`],
  ['resident', 'SELF_SERVICE', (texts: string) => `{ accessEntries(first: 100) { edges { node { subjects { ${texts} } } } } }`],
] as const)('%s', (persona, purpose, about) => {
  test('reads a page with the people of each entry', async () => {
    await gateway.ask(persona, persona === 'collection-agency' ? '{ residents { totalCount } }' : '{ services { totalCount } }');
    await gateway.sequence();
    const { codes, data } = await gateway.ask(persona, about('pseudonym: __typename released'), { purpose });
    expect(codes).toEqual([]);
    expect(data).not.toBeNull();
  });

  test('is refused what would fill the memory', async () => {
    const { codes, status } = await gateway.ask(persona, about(released), { purpose });
    expect({ codes, status }).toEqual({ codes: ['TOO_MANY_ROWS'], status: 400 });
  });
});
