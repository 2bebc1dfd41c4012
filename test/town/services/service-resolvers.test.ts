import { expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { captureStatements } from '../../helpers/values/statements.ts';

const gateway = useGateway();

const purchases = (page: string) => `purchases(${page}) {
  totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id quantity amount purchasedAt service { name price } } } }`;

test('an anonymous client reads the services by name, page by page', async () => {
  const catalogue = `query ($after: String) { services(first: 7, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id name description price minimumAge } } } }`;
  const first = await gateway.ask(null, catalogue);
  expect(first.errors).toEqual([]);
  const { endCursor: after } = first.data.services.pageInfo;
  const second = await gateway.ask(null, catalogue, { variables: { after } });
  expect(second.data.services.pageInfo.hasNextPage).toBe(false);
  const found = [...first.data.services.edges, ...second.data.services.edges].map(({ node }: any) => node);
  const rows = await gateway.database.asOwner(
    'select id, name, description, price::text, minimum_age as "minimumAge" from recreation.service order by name, id',
  );
  expect(found).toEqual(rows);
  expect(first.data.services.totalCount).toBe(rows.length);
  expect(first.privacy.receipt).toBeUndefined();
});

test('an anonymous client reads one service by its id, and nothing by another id', async () => {
  const [row] = await gateway.database.asOwner('select id, name, price::text from recreation.service order by id limit 1');
  const one = 'query ($id: ID!) { service(id: $id) { id name price } }';
  const found = await gateway.ask(null, one, { variables: { id: String(row!.id).toUpperCase() } });
  expect(found.data.service).toEqual(row);
  expect(found.privacy.receipt).toBeUndefined();
  expect((await gateway.ask(null, one, { variables: { id: cast.resident } })).data.service).toBeNull();
  const invalid = await gateway.ask(null, one, { variables: { id: 'pass' } });
  expect(invalid.errors[0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', coordinates: ['Query.service(id:)'] });
});

test('a resident sees their own purchases, newest first, with the services', async () => {
  const { data, errors } = await gateway.ask('resident', `{ me { ${purchases('first: 2')} } }`);
  expect(errors).toEqual([]);
  expect(data.me.purchases.totalCount).toBe(3);
  expect(data.me.purchases.pageInfo.hasNextPage).toBe(true);
  expect(data.me.purchases.edges.map(({ node }: any) => node)).toMatchObject([
    {
      quantity: 3,
      amount: '195.00',
      purchasedAt: '2026-06-04T18:00:00.000Z',
      service: { name: 'Swimming pass, 10 visits', price: '65.00' },
    },
    { quantity: 1, amount: '214.95', service: { name: 'Lifeguard course', price: '214.95' } },
  ]);
});

test('the next page continues the list, and a cursor opens only one person’s list', async () => {
  const first = await gateway.ask('resident', `{ me { ${purchases('first: 2')} } }`);
  const after = first.data.me.purchases.pageInfo.endCursor;
  expect(after).toBe(first.data.me.purchases.edges[1].cursor);
  const second = await gateway.ask('resident', `query ($after: String) { me { ${purchases('first: 2, after: $after')} } }`, {
    variables: { after },
  });
  expect(second.data.me.purchases).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false } });
  expect(second.data.me.purchases.edges.map(({ node }: any) => node.service.name)).toEqual(['Youth pass, monthly']);
  const foreign = await gateway.ask('neighbour', `query ($after: String) { me { ${purchases('first: 2, after: $after')} } }`, {
    variables: { after },
  });
  expect(foreign.codes).toEqual(['CURSOR_INVALID']);
});

test('a cursor of one person’s list is invalid for another person’s, even if the same guardian may see both', async () => {
  const minors = `query ($after: String) { resident(id: "${cast.resident}") { ${purchases('first: 1, after: $after')} } }`;
  const { data } = await gateway.ask('guardian', minors);
  const after = data.resident.purchases.pageInfo.endCursor;
  expect((await gateway.ask('guardian', minors, { variables: { after } })).errors).toEqual([]);
  const own = await gateway.ask('guardian', `query ($after: String) { me { ${purchases('first: 1, after: $after')} } }`, {
    variables: { after },
  });
  expect(own.codes).toEqual(['CURSOR_INVALID']);
});

test('aliases with different pages do not share rows', async () => {
  const { data } = await gateway.ask('resident', `{ me { one: ${purchases('first: 1')} all: ${purchases('first: 100')} } }`);
  expect(data.me.one.edges).toHaveLength(1);
  expect(data.me.one.pageInfo.hasNextPage).toBe(true);
  expect(data.me.all.edges).toHaveLength(3);
  expect(data.me.all.pageInfo.hasNextPage).toBe(false);
});

test('a page has 1 to 100 rows', async () => {
  for (const first of [0, 101, -1]) {
    const { codes, errors } = await gateway.ask('resident', `{ me { ${purchases(`first: ${first}`)} } }`);
    expect(codes).toEqual(['INPUT_INVALID']);
    expect(errors[0]!.extensions.coordinates).toEqual(['Resident.purchases(first:)']);
  }
});

test('purchases of an adult of the household and their count are withheld', async () => {
  const family = `{ residents { edges { node { id ${purchases('first: 5')} } } } }`;
  const { data } = await gateway.ask('guardian', family);
  const byId = new Map<string, any>(data.residents.edges.map(({ node }: any) => [node.id, node.purchases]));
  expect(byId.get(cast.resident)).toMatchObject({ totalCount: 3 });
  expect(byId.get(cast.guardian)).toMatchObject({ totalCount: 1, edges: [{ node: { quantity: 2, amount: '279.00' } }] });
  expect(byId.has(cast.housemate)).toBe(true);
  expect(byId.get(cast.housemate)).toBeNull();
});

test('many minors in care take no more statements than one', async () => {
  const care = `{ me { guardianships { minor { id account { balance resident { id } } household { members { residentId } } ${purchases('first: 3')} } } } }`;
  const count = async (minors: number): Promise<number> => {
    const captured = captureStatements();
    try {
      const { data } = await gateway.ask('guardian', care);
      expect(data.me.guardianships).toHaveLength(minors);
      return captured.statements.filter(({ text }) => text.includes('recreation.')).length;
    } finally {
      captured.stop();
    }
  };
  const one = await count(1);
  const added = await gateway.database.asOwner(
    `insert into recreation.guardianship select $1, id, '{HOUSEHOLD}', '2026-01-01' from recreation.resident
     where birth_date > '2010-01-01' and id::text not like '10000000%' order by id limit 30 returning minor_id`,
    [cast.guardian],
  );
  expect(await count(1 + added.length)).toBe(one);
});

test('the counter sees purchases only of the served person in the encounter', async () => {
  const one = `query ($id: ID!) { resident(id: $id) { givenName ${purchases('first: 5')} } }`;
  const asked = { purpose: 'SERVICE_PROVISION', case: matters.encounter };
  const served = await gateway.ask('customer-service', one, { ...asked, variables: { id: cast.resident } });
  expect(served.data.resident.purchases.totalCount).toBe(3);
  const other = await gateway.ask('customer-service', one, { ...asked, variables: { id: cast.neighbour } });
  expect(other.data.resident).toEqual({ givenName: 'Ottoline', purchases: null });
});
