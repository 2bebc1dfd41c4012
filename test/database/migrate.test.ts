import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migrations } from '../../src/database/orm-options.ts';
import { migrate } from '../../src/database/orm.ts';
import { copyDatabase, type TestDatabase } from '../helpers/cluster.ts';
import { captureStatements } from '../helpers/statements.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(() => database.drop());

const done = async (): Promise<readonly string[]> =>
  (await database.asOwner<{ name: string }>('select name from migration order by name')).map(({ name }) => name);

test('a database that is up to date costs one query and stays unchanged', async () => {
  expect(await done()).toEqual(migrations.map(({ name }) => name));
  const captured = captureStatements(database.roles.owner);
  await migrate(database.roles.owner);
  captured.stop();
  expect(captured.statements.map(({ text }) => text).filter((text) => !text.startsWith('select 1 '))).toEqual([
    'select name from migration',
  ]);
});

test('a missing migration runs', async () => {
  // The state before that migration.
  await database.asOwner(`delete from migration where name = '0009-orders'`);
  await database.asOwner('create index ticket_assignee on recreation.ticket (assignee_id)');
  await database.asOwner('create index ticket_sensitive on recreation.ticket (resident_id) where sensitive');
  await database.asOwner('create index guardianship_minor on recreation.guardianship (minor_id)');
  await migrate(database.roles.owner);
  expect(await done()).toEqual(migrations.map(({ name }) => name));
});

test('an unreadable table of migrations does not count as empty', async () => {
  await database.asOwner('alter table migration rename column name to called');
  await expect(migrate(database.roles.owner)).rejects.toMatchObject({ code: '42703' });
});
