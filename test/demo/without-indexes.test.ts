import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { cast } from '../../demo/personas.ts';
import { withoutIndexes } from '../../demo/population/without-indexes.ts';
import { copyDatabase, type TestDatabase } from '../helpers/database/cluster.ts';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await copyDatabase();
  client = new Client({ connectionString: database.roles.owner });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function made(): Promise<readonly string[]> {
  const { rows } = await client.query<{ line: string }>(`
    select pg_get_indexdef(indexrelid) || ' ' || indisprimary as line from pg_index join pg_class on pg_class.oid = indexrelid
    where relnamespace::regnamespace::text in ('recreation', 'web')
    union all select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
    where connamespace::regnamespace::text in ('recreation', 'web') order by line`);
  return rows.map(({ line }) => line);
}

const addMember = (residentId: string): string =>
  `insert into recreation.household_member select household_id, '${residentId}', false from recreation.household_member
   where resident_id = '${cast.neighbour}'`;

test('indexes and references are gone during the load, and the same afterwards', async () => {
  const before = await made();
  expect(before.filter((line) => line.startsWith('CREATE')).length).toBeGreaterThan(30);
  await client.query('begin');
  const during = await withoutIndexes(client, async () => {
    const lines = await made();
    await client.query(addMember(cast.guardian));
    return lines;
  });
  await client.query('commit');
  expect(during.filter((line) => /^CREATE|FOREIGN KEY|PRIMARY KEY|UNIQUE/.test(line))).toEqual([]);
  expect(await made()).toEqual(before);
  const { rows: off } = await client.query(`select tgname from pg_trigger where tgenabled <> 'O'`);
  expect(off).toEqual([]);
});

test('a person who moves in with a protected person during the load is protected afterwards', async () => {
  const lives = `select lives_protected from recreation.resident where id = '${cast.neighbour}'`;
  expect((await client.query(lives)).rows).toEqual([{ lives_protected: false }]);
  await client.query('begin');
  await withoutIndexes(client, () =>
    client.query(
      `update recreation.household_member set household_id = (
         select household_id from recreation.household_member where resident_id = $1 and is_home) where resident_id = $2 and is_home`,
      [cast.protectedPerson, cast.neighbour],
    ),
  );
  expect((await client.query(lives)).rows).toEqual([{ lives_protected: true }]);
  await client.query('rollback');
  expect((await client.query(lives)).rows).toEqual([{ lives_protected: false }]);
});

test('a row that violates a reference or a key is refused at the end, and nothing changes', async () => {
  const before = await made();
  for (const [residentId, code] of [
    ['00000000-0000-4000-8000-000000000000', '23503'],
    [cast.neighbour, '23505'],
  ] as const) {
    await client.query('begin');
    await expect(withoutIndexes(client, () => client.query(addMember(residentId)))).rejects.toMatchObject({ code });
    await client.query('rollback');
    expect(await made()).toEqual(before);
  }
});
