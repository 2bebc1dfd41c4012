import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Connection, type Pool } from 'pg';
import { prepareStatements, statementNames } from '../../../../src/platform/sql/prepared-statements/prepare-statements.ts';
import { statementName } from '../../../../src/platform/sql/sql.ts';
import { copyDatabase, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { until } from '../../../helpers/time/until.ts';
import { ownPool } from '../../../helpers/database/own-pool.ts';

describe('a name', () => {
  test('is given to a text at its second execution, and stays', () => {
    const nameOf = statementNames(() => 0);
    expect(nameOf('select 1')).toBeUndefined();
    const name = nameOf('select 1');
    expect(name).toBe(statementName('select 1'));
    expect(nameOf('select 1')).toBe(name);
    nameOf('select 2');
    expect(nameOf('select 2')).not.toBe(name);
  });

  test('is the same in every process, is different for every text, and is not cut by PostgreSQL', () => {
    // Calculated outside: printf 'select $1::int' | openssl dgst -sha256 -binary | basenc --base64url
    expect(statementName('select $1::int')).toBe('ZAlKUhrvxlwtqT0OEPHmexfDiOpErIiqWrIcOSZ9tt0');
    const texts = Array.from({ length: 2_000 }, (_, at) => `select $1::int + ${at}`);
    const names = new Set(texts.map(statementName));
    expect(names.size).toBe(texts.length);
    expect([...names].every((name) => name.length < 64)).toBe(true);
    const [one, other] = [statementNames(() => 0), statementNames(() => 0)];
    for (const text of [...texts.slice(0, 50), ...texts.slice(0, 50)]) one(text);
    for (const text of [...texts.slice(20, 90).toReversed(), ...texts.slice(20, 90)]) other(text);
    for (const text of texts.slice(20, 50)) expect(one(text)).toBe(other(text));
  });

  test('is not given to any number of texts that are executed once', () => {
    const nameOf = statementNames(() => 0);
    for (let at = 0; at < 5_000; at += 1) expect(nameOf(`select ${at}`)).toBeUndefined();
  });

  test('is given to a limited number of texts, until one has been idle', () => {
    let now = 0;
    const nameOf = statementNames(() => now);
    const names = Array.from({ length: 250 }, (_, at) => (nameOf(`select ${at}`), nameOf(`select ${at}`)));
    expect(names.filter((name) => name !== undefined)).toHaveLength(200);
    now += 10 * 60 * 1_000;
    nameOf('select 1');
    nameOf('select 300');
    const fresh = nameOf('select 300');
    expect(fresh).toBeDefined();
    expect(fresh).toBe(statementName('select 300'));
    expect(nameOf('select 1')).toBe(names[1]);
  });
});

describe('with PostgreSQL', () => {
  let database: TestDatabase;
  let pool: Pool;
  beforeAll(async () => {
    database = await copyDatabase();
    pool = ownPool(database.roles.gateway, { max: 1 });
    prepareStatements(pool);
  });
  afterAll(async () => {
    await pool.end();
    await database.drop();
  });

  test('a repeated statement is prepared, and its result is the same', async () => {
    const ask = async (given: number): Promise<unknown> => (await pool.query('select $1::int + 1 as next', [given])).rows;
    expect([await ask(1), await ask(2), await ask(3)]).toEqual([[{ next: 2 }], [{ next: 3 }], [{ next: 4 }]]);
    const { rows } = await pool.query('select statement, generic_plans::int as generic from pg_prepared_statements');
    expect(rows).toEqual([{ statement: 'select $1::int + 1 as next', generic: 2 }]);
  });

  test('rows equal those of the driver, for every kind of caller', async () => {
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

  test('a statement is described once per connection, even if that execution fails', async () => {
    const describes = jest.spyOn(Connection.prototype, 'describe');
    const client = await pool.connect();
    try {
      const text = `select 10 / $1::int as "quotient", 'once' as word`;
      const asked = async (by: number): Promise<unknown> => (await client.query(text, [by])).rows;
      await asked(1);
      await expect(asked(0)).rejects.toMatchObject({ code: '22012' });
      expect(describes).toHaveBeenCalledTimes(2);
      expect(await asked(2)).toEqual([{ quotient: 5, word: 'once' }]);
      await expect(asked(0)).rejects.toMatchObject({ code: '22012' });
      const { rows, rowCount, command, fields } = await client.query(text, [5]);
      expect({ rows, rowCount, command }).toEqual({ rows: [{ quotient: 2, word: 'once' }], rowCount: 1, command: 'SELECT' });
      expect(fields.map(({ name }) => name)).toEqual(['quotient', 'word']);
      expect(describes).toHaveBeenCalledTimes(2);
    } finally {
      describes.mockRestore();
      client.release();
    }
  });

  test('a value that cannot be parsed fails its statement, not the process or the connection', async () => {
    const own = ownPool(database.roles.gateway, {
      max: 1,
      types: {
        getTypeParser: () => (text: string | Buffer) => {
          if (String(text) === '13') throw new Error('unlucky');
          return String(text);
        },
      },
    });
    prepareStatements(own);
    const client = await own.connect();
    try {
      const asked = async (number: number): Promise<unknown> =>
        (await client.query('select * from generate_series($1::int, 14) as n', [number])).rows;
      await asked(14);
      expect(await asked(14)).toEqual([{ n: '14' }]);
      await expect(asked(12)).rejects.toThrow('unlucky');
      expect(await asked(14)).toEqual([{ n: '14' }]);
    } finally {
      client.release();
      await own.end();
    }
  });

  test('a cut connection fails its statements', async () => {
    const own = ownPool(database.roles.gateway, { max: 1 });
    prepareStatements(own);
    const client = await own.connect();
    client.on('error', () => undefined);
    try {
      const asked = (seconds: number): Promise<unknown> => client.query('select pg_sleep($1)', [seconds]);
      await asked(0);
      await asked(0);
      const cut = asked(30).catch((error: { code?: string }) => error.code);
      await database.cutGateway();
      expect(await cut).toBe('57P01');
      // The connections of the other pool are cut as well.
      await until(() => pool.totalCount === 0);
      await expect(asked(0)).rejects.toThrow(/not queryable|terminated/);
    } finally {
      client.release(true);
      await own.end();
    }
  });

  test('one plan serves all parameters', async () => {
    expect((await pool.query('show plan_cache_mode')).rows).toEqual([{ plan_cache_mode: 'force_generic_plan' }]);
  });
});
