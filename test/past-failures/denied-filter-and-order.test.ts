import { describe, expect, test } from '@jest/globals';
import { cast } from '../../demo/personas.ts';
import type { Answered } from '../helpers/gateway/gateway.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { askFrom, standpointNamed, type StandpointName } from '../helpers/asking/standpoints.ts';

// A field that may not be read could be queried indirectly. zenstack#1454, zenstack#1661 and neo4j/graphql#3560 filtered by
// it. Azure/data-api-builder#3553 sorted by it, and revealed its value in a base64 cursor.
const gateway = useGateway();

const filters = {
  familyName: 'Castellow',
  givenName: 'Peregrine',
  birthDate: '2008-12-15',
  ageBand: 'FROM_13_TO_17',
  email: 'kestrelpost@example.org',
  phone: '+17805550110',
  locality: 'Saltgrass',
} as const;
type FilterName = keyof typeof filters;

function filterBy(name: StandpointName, filter: Partial<Record<FilterName, string | null>>): Promise<Answered> {
  const query = 'query ($filter: ResidentFilter) { residents(filter: $filter) { totalCount edges { node { id } } } }';
  return askFrom(gateway, standpointNamed(name), query, { filter });
}

// The filters that each standpoint may use, among the standpoints that can list residents.
const mayFilter: readonly (readonly [StandpointName, readonly FilterName[]])[] = [
  ['guardian', ['familyName', 'givenName']],
  ['clerk', ['familyName', 'givenName', 'ageBand']],
  ['support on the ticket', ['familyName', 'givenName', 'email']],
  ['officer on the request', ['familyName', 'givenName', 'birthDate', 'ageBand', 'email']],
  ['officer for mandates', ['familyName', 'givenName', 'birthDate']],
  ['maintenance', ['ageBand']],
  ['credit bureau', []],
  ['collection agency', []],
  ['police', ['familyName', 'givenName', 'birthDate', 'locality']],
];

describe('zenstack#1454, zenstack#1661, neo4j/graphql#3560: a field that may not be read for every row is refused as a filter', () => {
  test.each(mayFilter)('%s', async (name, may) => {
    for (const field of Object.keys(filters) as FilterName[]) {
      const [hit, miss] = [
        await filterBy(name, { [field]: filters[field] }),
        await filterBy(name, { [field]: field === 'ageBand' ? 'UNDER_6' : field === 'birthDate' ? '1901-01-01' : 'x' }),
      ];
      if (may.includes(field)) {
        expect({ field, codes: hit.codes }).toEqual({ field, codes: [] });
        expect(JSON.stringify(hit.data)).not.toBe(JSON.stringify(miss.data));
      } else {
        // A correct guess is refused like a wrong one.
        for (const { codes, data, errors } of [hit, miss]) {
          expect({ field, codes, data }).toEqual({ field, codes: ['ARGUMENT_NOT_PERMITTED'], data: { residents: null } });
          expect(errors[0]!.extensions.coordinates).toEqual([`ResidentFilter.${field}`]);
        }
      }
    }
  });

  test('such a filter is refused together with a permitted one, and with an empty value', async () => {
    expect((await filterBy('clerk', { familyName: 'Castellow' })).data.residents.totalCount).toBe(1);
    for (const filter of [{ familyName: 'Castellow', email: filters.email }, { familyName: 'Castellow', email: null }, { email: '' }]) {
      expect((await filterBy('clerk', filter)).codes).toEqual(['ARGUMENT_NOT_PERMITTED']);
    }
  });

  test('a filter by a related record’s field is refused (neo4j/graphql#3560): overdue accounts', async () => {
    const accounts = (name: StandpointName, overdue: boolean) =>
      askFrom(gateway, standpointNamed(name), `{ accounts(overdue: ${overdue}) { totalCount } }`);
    expect((await accounts('officer for mandates', true)).data.accounts.totalCount).toBeGreaterThan(0);
    expect((await accounts('clerk', true)).codes).toEqual(['FIELD_NOT_PERMITTED']);
    for (const overdue of [true, false]) expect((await accounts('collection agency', overdue)).codes).toEqual(['ARGUMENT_NOT_PERMITTED']);
  });
});

describe('Azure/data-api-builder#3553: a field that may not be read is refused as a sort key, and no cursor contains it', () => {
  const ordered = (order: string) => `{ residents(first: 1, orderBy: ${order}) { pageInfo { endCursor } edges { cursor node { id } } } }`;
  const mayOrder: readonly (readonly [StandpointName, readonly string[]])[] = [
    ['guardian', ['FAMILY_NAME', 'GIVEN_NAME']],
    ['clerk', ['FAMILY_NAME', 'GIVEN_NAME']],
    ['officer for mandates', ['FAMILY_NAME', 'GIVEN_NAME', 'BIRTH_DATE']],
    ['maintenance', []],
    ['credit bureau', []],
    ['police', ['FAMILY_NAME', 'GIVEN_NAME', 'BIRTH_DATE', 'LOCALITY']],
  ];

  test.each(mayOrder)('%s', async (name, may) => {
    for (const order of ['FAMILY_NAME', 'GIVEN_NAME', 'BIRTH_DATE', 'LOCALITY']) {
      const { codes, data } = await askFrom(gateway, standpointNamed(name), ordered(order));
      expect({ order, codes }).toEqual({ order, codes: may.includes(order) ? [] : ['ARGUMENT_NOT_PERMITTED'] });
      if (!may.includes(order)) expect(data).toEqual({ residents: null });
    }
  });

  test('a cursor holds no sort value, in base64 or plain, even for a principal who may sort by it', async () => {
    const rows = await gateway.database.asOwner<Record<string, string>>(
      'select id, family_name, given_name, birth_date::text, registered_at::date::text as registered from recreation.resident',
    );
    const known = new Map(rows.map((row) => [row['id']!, Object.values(row)]));
    for (const order of ['FAMILY_NAME', 'GIVEN_NAME', 'BIRTH_DATE', 'REGISTRATION']) {
      const { data } = await askFrom(gateway, standpointNamed('officer for mandates'), ordered(order));
      const [{ cursor, node }] = data.residents.edges;
      expect(data.residents.pageInfo.endCursor).toBe(cursor);
      const texts = ['base64url', 'base64', 'hex'].map((encoding) => Buffer.from(cursor, encoding as BufferEncoding).toString('latin1'));
      for (const text of [cursor, ...texts]) {
        for (const value of known.get(node.id)!) expect(text.toLowerCase()).not.toContain(value.toLowerCase());
      }
    }
  });
});

test('zenstack#1454: the filters of these tests match real people', async () => {
  const { data } = await askFrom(
    gateway,
    standpointNamed('officer on the request'),
    `{ resident(id: "${cast.resident}") { givenName familyName birthDate ageBand email phone address { locality } } }`,
  );
  const { address, ...person } = data.resident;
  expect({ ...person, ...address }).toEqual(filters);
});
