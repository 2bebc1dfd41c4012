import { testNow, testToday } from '../../../helpers/database/cluster.ts';
import { expect, test } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { Deadline } from '../../../../src/platform/time/deadline.ts';
import { OperationRecords } from '../../../../src/server/spine/entry/operation-records.ts';

// PostgreSQL's answers do not matter here.
const connection = { executeQuery: async () => ({ rows: [] }) };
const executor = { provideConnection: (use: (one: typeof connection) => unknown) => use(connection) };
const orm = { em: { getKysely: () => ({ getExecutor: () => executor }) } } as unknown as MikroORM;

test('the statements of one request count from the eleventh on, and wait while its principal has used much', async () => {
  const events: string[] = [];
  const share = {
    isThrottled: true,
    charge: () => void events.push('counted'),
    yield: async () => void events.push('waited'),
  };
  const { database } = new OperationRecords(orm, { now: testNow, today: testToday }, new Deadline(60_000), undefined, share);
  for (let count = 0; count < 10; count += 1) await database.executeQuery(CompiledQuery.raw('select 1'));
  expect(events).toEqual([]);
  await database.executeQuery(CompiledQuery.raw('select 1'));
  expect(events).toEqual(['waited', 'counted']);
  share.isThrottled = false;
  await database.executeQuery(CompiledQuery.raw('select 1'));
  expect(events).toEqual(['waited', 'counted', 'counted']);
});
