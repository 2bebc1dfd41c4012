import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import type { Asked } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

// The data subjects that a count discloses are in its entry, whether or not they are on the page.
const gateway = useGateway();

const search =
  'query($after: String, $filter: ResidentFilter) { residents(first: 1, after: $after, filter: $filter) { totalCount pageInfo { endCursor } } }';
const counter = { purpose: 'SERVICE_PROVISION' };

interface Counted {
  readonly totalCount: number | null;
  readonly endCursor: string | null;
  readonly people: readonly string[];
}

/** A list's count and cursor, and the data subjects in its entry. */
async function count(persona: string, query: string, asked: Asked): Promise<Counted> {
  const { data, privacy } = await gateway.ask(persona, query, asked);
  const [list] = Object.values<{ totalCount: number | null; pageInfo?: { endCursor: string | null } }>(data);
  const rows = await gateway.database.asOwner<{ people: string[] }>(
    'select subjects::text[] as people from access_log.staged where id = $1 union all select array(select subject_id::text from access_log.segment where seq = entry.seq and ordinal > 1) from access_log.entry where id = $1',
    [privacy.receipt!.entry],
  );
  return { totalCount: list!.totalCount, endCursor: list!.pageInfo?.endCursor ?? null, people: rows[0]!.people };
}
const clerkCounts = (filter: object, after?: string | null): Promise<Counted> =>
  count('customer-service', search, { ...counter, variables: { filter, after } });

describe('where a personal filter narrows the list', () => {
  test('every counted person is named', async () => {
    const { totalCount, people } = await clerkCounts({ familyName: 's' });
    expect(totalCount).toBeGreaterThan(1);
    expect(new Set(people).size).toBe(totalCount);
    expect(people).toHaveLength(totalCount!);
  });

  test('the names are in an order that reveals nothing and does not depend on PostgreSQL’s plan', async () => {
    const counted = 'query($filter: ResidentFilter) { residents(filter: $filter) { totalCount } }';
    const { totalCount, people } = await count('customer-service', counted, { ...counter, variables: { filter: { familyName: 's' } } });
    expect(totalCount).toBeGreaterThan(5);
    expect(people).toHaveLength(totalCount!);
    expect(people).toEqual(people.toSorted());
  });

  test('people who are counted after the last row are named as well', async () => {
    const filter = { familyName: 'Castellow', givenName: 'Peregrine' };
    const found = await clerkCounts(filter);
    expect(found).toMatchObject({ totalCount: 1, people: [cast.resident] });
    expect(await clerkCounts(filter, found.endCursor)).toEqual({ totalCount: 1, endCursor: null, people: [cast.resident] });
  });

  test('people outside the row scope are not named', async () => {
    const [own] = await gateway.database.asOwner<{ familyName: string; givenName: string }>(
      'select family_name as "familyName", given_name as "givenName" from recreation.resident where id = $1',
      [cast.clerkAsResident],
    );
    expect(await clerkCounts(own!)).toEqual({ totalCount: 0, endCursor: null, people: [] });
    expect((await clerkCounts(own!)).people).toEqual((await clerkCounts({ familyName: 'Nobody at all' })).people);
  });

  test('above a hundred the count is not exact, and names everybody whom it came across', async () => {
    await gateway.database.asOwner(`update recreation.resident set family_name = 'Manifold' where id in (
      select id from recreation.resident where id::text not like '10000000%' order by id limit 101)`);
    expect(await clerkCounts({ familyName: 'Manifold' })).toMatchObject({ totalCount: null, people: { length: 101 } });
    await gateway.database.asOwner(`update recreation.resident set family_name = 'Simple' where id = (
      select id from recreation.resident where family_name = 'Manifold' order by id desc limit 1)`);
    expect(await clerkCounts({ familyName: 'Manifold' })).toMatchObject({ totalCount: 100, people: { length: 100 } });
  });

  test.each([
    ['hasNextPage', 'first: 1', 2],
    ['hasPreviousPage', 'last: 1', 2],
    // Towards the beginning and without a cursor it says nothing about a row.
    ['hasNextPage', 'last: 1', 1],
    ['hasPreviousPage', 'first: 1', 1],
  ])('%s of a page with %s discloses one person more, if it looks beyond the page', async (name, size, people) => {
    const query = `query($filter: ResidentFilter) { residents(${size}, filter: $filter) { pageInfo { ${name} } } }`;
    const asked = { ...counter, variables: { filter: { familyName: 's' } } };
    expect((await gateway.ask('customer-service', query, asked)).data.residents.pageInfo).toEqual({ [name]: people === 2 });
    expect((await count('customer-service', query, asked)).people).toHaveLength(people);
  });
});

describe('where no personal filter narrows the list', () => {
  test.each<[string, string, string, Asked]>([
    ['a person of the mandate', 'collection-agency', 'residents', {}],
    ['an account holder of the mandate', 'collection-agency', 'accounts', {}],
    ['a family member', 'guardian', 'residents', {}],
    ['an account holder in the guardian’s care', 'guardian', 'accounts', {}],
  ])('%s is named, because the scope holds few people', async (_name, persona, list, asked) => {
    const { totalCount, people } = await count(persona, `{ ${list}(first: 1) { totalCount } }`, asked);
    expect(totalCount).toBeGreaterThan(1);
    expect(people).toHaveLength(totalCount!);
  });

  test('a count of all residents names its page', async () => {
    const { totalCount, people } = await count('customer-service', '{ residents(first: 1) { totalCount } }', counter);
    expect(totalCount).toBeNull();
    expect(people).toHaveLength(1);
  });

  test('a count of a queue names no data subject', async () => {
    const query = `{ tickets(first: 1) { totalCount } currentCase { ... on Ticket { number } } }`;
    const { totalCount, people } = await count('support', query, { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket });
    expect(totalCount).toBeGreaterThan(1);
    expect(people).toEqual([cast.resident]);
  });
});
