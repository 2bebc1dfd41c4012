import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

// In the order of the code points of their lower case.
const names = [
  'Xa%b',
  'XA_b',
  'Xaab',
  'xa\\b',
  'Xab',
  'XAB',
  'xaß',
  'Xaé',
  'XAÉ',
  'xaοδος',
  'XAΟΔΟΣ',
  'XaŁ',
  'Xa\u{10FFFF}',
  'xa\u{10FFFF}\u{10FFFF}z',
];

const gateway = useGateway();
beforeAll(async () => {
  for (const name of [...names, 'Xb', 'X', 'Wxa']) {
    await gateway.database.asOwner(
      `insert into recreation.resident (id, given_name, family_name, birth_date, registered_at) values ($1, $2, $2, '1990-01-01', now())`,
      [randomUUID(), name],
    );
  }
});

async function search(key: 'familyName' | 'givenName', begins: string): Promise<readonly string[]> {
  const orderBy = key === 'familyName' ? 'FAMILY_NAME' : 'GIVEN_NAME';
  const query = `query ($begins: String, $after: String) { residents(filter: { ${key}: $begins }, orderBy: ${orderBy}, first: 4, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } edges { node { ${key} } } } }`;
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors } = await gateway.ask('customer-service', query, { purpose: 'SERVICE_PROVISION', variables: { begins, after } });
    expect(errors).toEqual([]);
    const { edges, pageInfo, totalCount } = data.residents;
    for (const { node } of edges) found.push(node[key]);
    if (pageInfo.hasNextPage) after = pageInfo.endCursor;
    else {
      expect(found).toHaveLength(totalCount);
      return found;
    }
  }
}

test.each(['familyName', 'givenName'] as const)(
  'a prefix of a %s finds all names with it, ignoring case, in one order over all pages',
  async (key) => {
    const found = await search(key, 'xA');
    expect(found.toSorted()).toEqual(names.toSorted());
    const lower = found.map((name) => Buffer.from(name.toLowerCase().replaceAll('ς', 'σ')));
    expect(lower).toEqual(lower.toSorted((one, other) => one.compare(other)));
    expect(await search(key, 'XB')).toEqual(['Xb']);
  },
);

test.each<[begins: string, found: readonly string[]]>([
  ['xa%', ['Xa%b']],
  ['xa_', ['XA_b']],
  ['xa\\', ['xa\\b']],
  ['XaÉ', ['Xaé', 'XAÉ']],
  ['XAΟΔΟΣ', ['XAΟΔΟΣ']],
  ['xał', ['XaŁ']],
  ['xa\u{10FFFF}', ['Xa\u{10FFFF}', 'xa\u{10FFFF}\u{10FFFF}z']],
  ['xa\u{10FFFF}\u{10FFFF}', ['xa\u{10FFFF}\u{10FFFF}z']],
  ['xac', []],
])('%j is searched literally', async (begins, found) => {
  expect((await search('familyName', begins)).toSorted()).toEqual(found.toSorted());
});
