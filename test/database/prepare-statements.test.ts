import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Pool } from 'pg';
import { prepareStatements, statementNames } from '../../src/database/prepare-statements.ts';
import { copyDatabase, type TestDatabase } from '../helpers/cluster.ts';

describe('a name', () => {
  test('is given to a text that comes again, and stays', () => {
    const nameOf = statementNames(() => 0);
    expect(nameOf('select 1')).toBeUndefined();
    const name = nameOf('select 1');
    expect(name).toMatch(/^read-\d+$/);
    expect(nameOf('select 1')).toBe(name);
    nameOf('select 2');
    expect(nameOf('select 2')).not.toBe(name);
  });

  test('is not given to texts that come once, however many', () => {
    const nameOf = statementNames(() => 0);
    for (let at = 0; at < 5_000; at += 1) expect(nameOf(`select ${at}`)).toBeUndefined();
  });

  test('is given to so many and no more, until one was idle', () => {
    let now = 0;
    const nameOf = statementNames(() => now);
    const names = Array.from({ length: 250 }, (_, at) => (nameOf(`select ${at}`), nameOf(`select ${at}`)));
    expect(names.filter((name) => name !== undefined)).toHaveLength(200);
    now += 10 * 60 * 1_000;
    nameOf('select 1');
    nameOf('select 300');
    const fresh = nameOf('select 300');
    expect(fresh).toBeDefined();
    expect(names).not.toContain(fresh);
    expect(nameOf('select 1')).toBe(names[1]);
  });
});

describe('over PostgreSQL', () => {
  let database: TestDatabase;
  let pool: Pool;
  beforeAll(async () => {
    database = await copyDatabase();
    pool = new Pool({ connectionString: database.accounts.gateway, max: 1 });
    prepareStatements(pool);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  test('what comes again is prepared, and gives the same', async () => {
    const ask = async (given: number): Promise<unknown> => (await pool.query('select $1::int + 1 as next', [given])).rows;
    expect([await ask(1), await ask(2), await ask(3)]).toEqual([[{ next: 2 }], [{ next: 3 }], [{ next: 4 }]]);
    const { rows } = await pool.query('select statement, generic_plans::int as generic from pg_prepared_statements');
    expect(rows).toEqual([{ statement: 'select $1::int + 1 as next', generic: 2 }]);
  });

  test('rows are what the driver would make of them, whoever asks', async () => {
    const text = `select $1::text as one, null as "~two", array[1, 2] as "Three", 4 as one`;
    const client = await pool.connect();
    try {
      const asked = async (): Promise<unknown> => (await client.query(text, ['1'])).rows;
      const [plain, prepared, again] = [await asked(), await asked(), await asked()];
      expect(plain).toEqual([{ one: 4, '~two': null, Three: [1, 2] }]);
      expect([prepared, again]).toEqual([plain, plain]);
      await expect(client.query(text, ['1', '2'])).rejects.toMatchObject({ code: '08P01' });
      const { rowCount, command } = await client.query(text, ['1']);
      expect({ rowCount, command }).toEqual({ rowCount: 1, command: 'SELECT' });
    } finally {
      client.release();
    }
  });

  test('one plan serves all parameters', async () => {
    expect((await pool.query('show plan_cache_mode')).rows).toEqual([{ plan_cache_mode: 'force_generic_plan' }]);
  });
});
