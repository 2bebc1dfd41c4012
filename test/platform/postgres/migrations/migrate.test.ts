import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { migrate } from '../../../../src/platform/postgres/migrations/migrate.ts';
import type { SchemaMigration } from '../../../../src/platform/postgres/migrations/database-schema.ts';
import { roleNames, type RoleNames } from '../../../../src/platform/postgres/roles/role-names.ts';
import { errorCatalogue } from '../../../../src/platform/errors/errors.ts';
import { asRole } from '../../../helpers/database/as-role.ts';
import { readCatalogue } from '../../../helpers/database/catalogue.ts';
import { copyDatabase, emptyDatabase, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { captureStatements } from '../../../helpers/values/statements.ts';
import { waitsForLock } from '../../../helpers/database/waits-for-lock.ts';
import { townDatabase } from '../../../../src/town/shared/database/database.ts';

const { migrations } = townDatabase;
let database: TestDatabase;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(() => database.drop());

const names = (list: readonly SchemaMigration[]): readonly string[] => list.map(({ name }) => name);
const done = async (from = database): Promise<readonly string[]> =>
  (await from.asOwner<{ name: string }>('select name from migration order by id')).map(({ name }) => name);
const schemaOf = (from: TestDatabase): Promise<readonly string[]> => asRole(from.roles.owner, readCatalogue);
const next: SchemaMigration = {
  name: '0999-next',
  sql: ({ gateway }) => `create table web.next (); grant select on web.next to ${gateway};`,
};

async function onEmpty(use: (empty: TestDatabase) => Promise<void>): Promise<void> {
  const empty = await emptyDatabase();
  try {
    await use(empty);
  } finally {
    await empty.drop();
  }
}

test('a database that is up to date costs one query and stays unchanged', async () => {
  expect(await done()).toEqual(names(migrations));
  const captured = captureStatements(database.roles.owner);
  await migrate(database.roles.owner, migrations);
  captured.stop();
  expect(captured.statements.map(({ text }) => text).filter((text) => !text.startsWith('select 1 '))).toEqual([
    'select name from migration order by id',
  ]);
});

test('a missing migration runs, and grants to the roles that it is told', async () => {
  await onEmpty(async (empty) => {
    await migrate(empty.roles.owner, migrations);
    await migrate(empty.roles.owner, [...migrations, next]);
    expect(await done(empty)).toEqual(names([...migrations, next]));
    expect(await asRole(empty.roles.gateway, async (client) => (await client.query('select from web.next')).rows)).toEqual([]);
  });
});

test('a role that the server lacks is named, and nothing is changed', async () => {
  await onEmpty(async (empty) => {
    const lacking = { ...roleNames(), identity: 'ntk_no_identity' };
    await expect(migrate(empty.roles.owner, migrations, { roles: lacking })).rejects.toMatchObject({
      code: 'SETTING_INVALID',
      message: expect.stringMatching(/no role ntk_no_identity; .*`privacy database prepare`/),
    });
    expect(await empty.asOwner(`select from pg_namespace where nspname in ('recreation', 'access_log', 'web')`)).toEqual([]);
  });
});

test('a migration that fails leaves the schema and the list of migrations as they were', async () => {
  const before = await schemaOf(database);
  const bad = { name: '1000-bad', sql: () => 'create table web.half (); select 1 / 0;' };
  await expect(migrate(database.roles.owner, [...migrations, next, bad])).rejects.toMatchObject({ code: '22012' });
  expect(await schemaOf(database)).toEqual(before);
  expect(await done()).toEqual(names(migrations));
});

test('an older version refuses the schema of a newer one, and names the migration that it does not know', async () => {
  await onEmpty(async (empty) => {
    await migrate(empty.roles.owner, [...migrations, next]);
    const before = await schemaOf(empty);
    const refused = { code: 'SCHEMA_TOO_NEW', message: expect.stringContaining('DATABASE_URL: the database has run 0999-next, which') };
    await expect(migrate(empty.roles.owner, migrations)).rejects.toMatchObject(refused);
    // Also if it lacks a migration of this version.
    await expect(migrate(empty.roles.owner, [...migrations, { name: '0998-other', sql: next.sql }])).rejects.toMatchObject(refused);
    expect(await schemaOf(empty)).toEqual(before);
  });
});

test('an older version that waited while a newer one migrated refuses too', async () => {
  await onEmpty(async (empty) => {
    const slow = { ...next, sql: (roles: RoleNames) => `select pg_advisory_xact_lock(1); ${next.sql(roles)}` };
    const holder = new Client({ connectionString: empty.roles.owner });
    await holder.connect();
    try {
      await holder.query('select pg_advisory_lock(1)');
      const newer = migrate(empty.roles.owner, [...migrations, slow]);
      await waitsForLock(empty);
      const older = migrate(empty.roles.owner, migrations).catch((error: unknown) => error);
      await waitsForLock(empty, 2);
      await holder.query('select pg_advisory_unlock(1)');
      expect(await older).toMatchObject({ code: 'SCHEMA_TOO_NEW' });
      await newer;
    } finally {
      await holder.end();
    }
    expect(await done(empty)).toEqual(names([...migrations, slow]));
  });
});

test('processes that migrate an empty database at once take turns, and each migration runs once', async () => {
  await onEmpty(async (empty) => {
    await Promise.all(Array.from({ length: 4 }, () => migrate(empty.roles.owner, migrations)));
    expect(await done(empty)).toEqual(names(migrations));
    expect(await schemaOf(empty)).toEqual(await schemaOf(database));
  });
});

test.each([
  ['another process that migrates', `select pg_advisory_xact_lock(hashtextextended('need-to-know migrations', 0))`],
  ['a transaction that holds a table', 'lock table recreation.resident in access share mode'],
])('%s is waited for until a deadline', async (_what, statement) => {
  const alter = { name: '0999-alter', sql: () => 'alter table recreation.resident add column more text;' };
  const holder = new Client({ connectionString: database.roles.owner });
  await holder.connect();
  try {
    await holder.query(`begin; ${statement}`);
    const blocked = migrate(database.roles.owner, [...migrations, alter], { lockTimeout: 100 });
    await expect(blocked).rejects.toMatchObject({ code: 'MIGRATION_BLOCKED', message: errorCatalogue.MIGRATION_BLOCKED[1] });
  } finally {
    await holder.end();
  }
  expect(await done()).toEqual(names(migrations));
});

test('an unreadable table of migrations does not count as empty', async () => {
  await database.asOwner('alter table migration rename column name to called');
  await expect(migrate(database.roles.owner, migrations)).rejects.toMatchObject({ code: '42703' });
});
