import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Client } from 'pg';
import { uuidList } from '../../../../src/log/store/staging/stage.ts';
import { copyDatabase, type TestDatabase } from '../../../helpers/database/cluster.ts';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await copyDatabase();
  client = new Client({ connectionString: database.roles.gateway });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** The list as PostgreSQL reads it. */
async function readBack(ids: readonly string[]): Promise<unknown> {
  const { rows } = await client.query('select $1::uuid[]::text[] as ids', [uuidList(ids)]);
  return rows[0].ids;
}

test('PostgreSQL reads the same ids from the binary form', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uuid({ version: [1, 4, 7] })), async (ids) => {
      expect(uuidList(ids)).toBeInstanceOf(Buffer);
      expect(await readBack(ids)).toEqual(ids);
    }),
    { numRuns: 50 },
  );
});

const id = '10000000-0000-4000-8000-00000000000a';

test('UUIDs in other notations are left to PostgreSQL', async () => {
  for (const other of [id.toUpperCase(), id.replaceAll('-', '')]) {
    expect(typeof uuidList([id, other])).toBe('string');
    expect(await readBack([id, other])).toEqual([id, id]);
  }
});

test('values that are not UUIDs are refused', async () => {
  for (const none of [
    'nobody',
    '',
    `${id}0`,
    id.slice(1),
    id.replace('a', 'g'),
    id.replace('1', '\u0131'),
    id.replace('-', '0'),
    `${id.slice(0, 35)}\u0100`,
  ]) {
    expect(typeof uuidList([id, none])).toBe('string');
    await expect(readBack([id, none])).rejects.toMatchObject({ code: '22P02' });
  }
});
