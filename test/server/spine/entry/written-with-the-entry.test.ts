import { town } from '../../../../src/town/index.ts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CompiledQuery } from 'kysely';
import { Client } from 'pg';
import { cast } from '../../../../demo/personas.ts';
import { createReadBudgets, type Reading } from '../../../../src/engine/budgets/read-budgets.ts';
import type { Database } from '../../../../src/platform/sql/sql.ts';
import { openGateway, type TestGateway } from '../../../helpers/gateway/gateway.ts';

// A count of its own is written to the disk with the entry that is committed after it; one in a change's transaction with the change.
let gateway: TestGateway;
let client: Client;
beforeAll(async () => {
  gateway = await openGateway();
  client = new Client({ connectionString: gateway.database.roles.gateway });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await gateway.close();
});

const database = {
  executeQuery: async ({ sql, parameters }: CompiledQuery) => client.query(sql, [...parameters]),
} as unknown as Database;
const reading: Reading = {
  principalId: cast.neighbour,
  purpose: 'SERVICE_PROVISION',
  hour: '2026-06-15T18',
  day: '2026-06-15',
  subjects: [cast.resident],
  asked: true,
  perHour: 10,
  perDay: 20,
};
const waitsForDisk = async (): Promise<string> =>
  (await client.query<{ synchronous_commit: string }>('show synchronous_commit')).rows[0]!.synchronous_commit;

test.each([
  [true, 'off'],
  [false, 'on'],
])('a count of its own (%s) leaves the wait for the disk %s until its transaction ends', async (lasting, until) => {
  await client.query('begin');
  expect((await createReadBudgets(town.access).spend(database, reading, lasting)).within).toBe(true);
  expect(await waitsForDisk()).toBe(until);
  await client.query('commit');
  expect(await waitsForDisk()).toBe('on');
});
