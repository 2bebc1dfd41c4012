import { beforeAll, expect, test } from '@jest/globals';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

// Two filters that one person tells apart: the difference of their totals reveals about the person what the filter says, and if a total was
// large, no entry of the log named a person.
/** By place: the person whom a search with that many letters of the family name finds, and one with a letter more does not. */
const last: string[] = [];
/** All of them, in the order of the list. */
const listed: string[] = [];
const letters = 50;
const alike = 80;
const gateway = useGateway();
beforeAll(async () => {
  const people = await gateway.database.asOwner<{ id: string }>(
    `select id from recreation.resident where id::text not like '10000000%' order by id limit $1`,
    [letters + alike],
  );
  listed.push(...people.map(({ id }) => id));
  last.push(...listed.slice(0, letters));
  const names = people.map((_person, at) => `Q${'a'.repeat(Math.min(at, letters))}`);
  await gateway.database.asOwner(
    `update recreation.resident set family_name = named.name
     from unnest($1::uuid[], $2::text[]) named(id, name) where resident.id = named.id`,
    [people.map(({ id }) => id), names],
  );
});

interface Total {
  readonly total: number | null;
  readonly named: ReadonlySet<string>;
}

async function totalOf(prefix: string, list: string): Promise<Total> {
  const query = `query ($familyName: String) { residents(first: 1, orderBy: FAMILY_NAME, filter: { familyName: $familyName }) { ${list} } }`;
  const { data, errors, privacy } = await gateway.ask('customer-service', query, {
    purpose: 'SERVICE_PROVISION',
    variables: { familyName: prefix },
  });
  expect(errors).toEqual([]);
  const [row] = await gateway.database.asOwner<{ subjects: string[] }>('select subjects::text[] from access_log.staged where id = $1', [
    privacy.receipt!.entry,
  ]);
  return { total: data.residents.totalCount, named: new Set(row!.subjects) };
}

test('every person by whom two totals differ is named by the log', async () => {
  const totals: Total[] = [];
  for (let given = 0; given <= letters; given += 1) totals.push(await totalOf(`Q${'a'.repeat(given)}`, 'totalCount'));
  // Below the bound the totals are exact, and differ by one person each time.
  const exact = Array.from({ length: 100 - alike + 1 }, (_none, at) => 100 - at);
  const beyond = Array.from({ length: totals.length - exact.length }, () => null);
  expect(totals.map(({ total }) => total)).toEqual([...beyond, ...exact]);
  const unnamed = last.filter((id, at) => totals[at]!.total !== totals[at + 1]!.total && !totals[at]!.named.has(id));
  expect(unnamed).toEqual([]);
});

// The order in which PostgreSQL finds rows depends on values that the reader may not see.
test('of more people than are counted, those are named who come first in the list, wherever they are stored', async () => {
  const before = await totalOf('Q', 'totalCount');
  await gateway.database.asOwner('update recreation.resident set family_name = family_name where id = any($1)', [last]);
  const after = await totalOf('Q', 'totalCount');
  expect(after.named).toEqual(before.named);
  expect(listed.flatMap((id, at) => (after.named.has(id) ? [at] : []))).toEqual([...Array(101).keys()]);
});
