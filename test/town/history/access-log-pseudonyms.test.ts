import { beforeAll, expect, test } from '@jest/globals';
import { secret } from '../../../src/platform/postgres/secrets/secrets.ts';
import { createPseudonyms } from '../../../src/engine/rows/pseudonyms.ts';
import { testSecrets } from '../../helpers/database/cluster.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const pseudonyms = createPseudonyms(secret(testSecrets(), 'pseudonyms'));
const made: string[] = [];

const gateway = useGateway({
  pseudonyms: {
    ...pseudonyms,
    disguise: (reader, id) => (made.push(reader.split(' ')[0]!), pseudonyms.disguise(reader, id)),
  },
});
beforeAll(async () => {
  for (let times = 0; times < 3; times += 1) {
    await gateway.ask('customer-service', '{ residents(first: 100) { edges { node { givenName } } } }', {
      purpose: 'SERVICE_PROVISION',
    });
    await gateway.sequence();
  }
});

test('a page of the log makes one pseudonym for each person and each entry, and sorts people by it', async () => {
  made.length = 0;
  const { data, errors } = await gateway.ask(
    'reviewer',
    '{ accessEntries(first: 100, filter: { role: CUSTOMER_SERVICE }) { edges { node { id subjects { pseudonym } } } } }',
    { purpose: 'ACCESS_REVIEW' },
  );
  const [names, ids] = ['subject', 'entry'].map((kind) => made.filter((one) => one === kind).length);
  expect(errors).toEqual([]);
  const entries: string[][] = data.accessEntries.edges.map(({ node }: any) => node.subjects.map(({ pseudonym }: any) => pseudonym));
  const people = new Set(entries.flat());
  expect(entries.length).toBeGreaterThanOrEqual(3);
  expect(entries.flat().length).toBeGreaterThan(people.size);
  for (const shown of entries) expect(shown).toEqual(shown.toSorted());
  expect(names).toBe(people.size);
  expect(ids).toBe(entries.length);
});
