import { afterAll, expect, test } from '@jest/globals';
import type { SchemaMigration } from '../../../src/platform/postgres/migrations/database-schema.ts';
import { tryMigrations, type Migrated } from '../../helpers/database/try-migrations.ts';
import { townDatabase } from '../../../src/town/shared/database/database.ts';

const { migrations } = townDatabase;
let released: Promise<Migrated> | undefined;
const tryReleased = (): Promise<Migrated> => (released ??= tryMigrations(migrations));
afterAll(async () => (await released?.catch(() => undefined))?.drop());

test('each migration runs on a database that holds data, keeps the rows, and makes the schema of a new database', async () => {
  await expect(tryReleased()).resolves.toMatchObject({ list: migrations });
});

/** Tries a sample of what a later migration may do, or of a mistake that only a database with data shows. */
async function trySample(sql: string): Promise<void> {
  const sample: SchemaMigration = { name: '9999-sample', sql: () => sql };
  const tried = await tryMigrations([sample], await tryReleased());
  await tried.drop();
}

test('a sample that adds a column and fills it is accepted', async () => {
  const sample = `
    alter table recreation.resident add column preferred_name text, add column notified boolean not null default false;
    update recreation.resident set preferred_name = given_name;
    alter table recreation.resident alter preferred_name set not null;`;
  await expect(trySample(sample)).resolves.toBeUndefined();
});

test.each([
  [
    'requires a value that existing rows lack',
    'alter table recreation.resident add column preferred_name text not null;',
    /9999-sample fails on a database that holds data: .*preferred_name/,
  ],
  [
    'adds a check that existing rows break',
    'alter table recreation.account add check (balance >= 0);',
    /9999-sample fails on a database that holds data/,
  ],
  ['loses rows', 'delete from web.visit;', /9999-sample loses rows of web\.visit/],
  ['adds a table without rows to try the next migration on', 'create table web.page (id uuid primary key);', /web\.page has none/],
  [
    'makes a schema that depends on the rows',
    `do $$ begin if exists (select from web.visit) then alter table web.visit add column more text; end if; end $$;`,
    /the schema depends on the rows: .*more/,
  ],
])('a sample that %s is refused', async (_what, sql, message) => {
  await expect(trySample(sql)).rejects.toThrow(message);
});
