import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { readConfig, usualDeadlines } from '../../../../src/platform/settings/config.ts';
import { assertReady } from '../../../../src/server/start/check/assert-ready.ts';
import { shownCode } from '../../../../src/server/spine/answer/show-error.ts';
import { copyDatabase, testCluster, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { townDatabase } from '../../../../src/town/shared/database/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(() => database.drop());

const start = (settings: Record<string, string> = {}): Promise<void> =>
  assertReady(
    readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory, ...settings }),
    'gateway',
    database.roles.gateway,
    townDatabase,
  );

test('a gateway starts with the deadlines for which its role was prepared, and with no others', async () => {
  await start();
  await expect(start({ DEADLINE_STATEMENT: '4000', DEADLINE_LOCK: '1000', DEADLINE_IDLE_TRANSACTION: '9000' })).rejects.toMatchObject({
    code: 'SETTING_INVALID',
    problems: [
      expect.stringContaining('DEADLINE_STATEMENT: is 4000, but the role of DATABASE_URL has statement_timeout = 5000'),
      expect.stringContaining('DEADLINE_LOCK: is 1000, but the role of DATABASE_URL has lock_timeout = 2000'),
      expect.stringContaining('DEADLINE_IDLE_TRANSACTION: is 9000'),
    ],
  });
});

test('PostgreSQL ends a statement, a wait for a lock and an idle transaction, and a client is told that the database is unavailable', async () => {
  await database.keepDeadlines({ ...usualDeadlines, statement: 300, lock: 100, idleTransaction: 200 });
  const gateway = new Client({ connectionString: database.roles.gateway });
  const errors: unknown[] = [];
  const ended = new Promise<void>((done) => gateway.on('error', (error) => void errors.push(error)).once('end', () => done()));
  await gateway.connect();
  const failure = async (statement: string): Promise<unknown> => {
    const error: unknown = await gateway.query(statement).catch((caught: unknown) => caught);
    expect(shownCode(error)).toBe('DATABASE_UNAVAILABLE');
    return error;
  };
  expect(await failure('select pg_sleep(60)')).toMatchObject({ code: '57014' });
  const owner = new Client({ connectionString: database.roles.owner });
  await owner.connect();
  await owner.query('begin; lock table recreation.resident in access exclusive mode');
  expect(await failure('select count(*) from recreation.resident')).toMatchObject({ code: '55P03' });
  await owner.end();
  await gateway.query('begin');
  await ended;
  expect(errors).toContainEqual(expect.objectContaining({ code: '25P03' }));
  expect(errors.map(shownCode)).toContain('DATABASE_UNAVAILABLE');
});
