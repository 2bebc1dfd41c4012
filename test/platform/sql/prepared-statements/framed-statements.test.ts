import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Connection, type Pool, type PoolClient } from 'pg';
import { andCommit } from '../../../../src/platform/sql/prepared-statements/frame.ts';
import { prepareStatements } from '../../../../src/platform/sql/prepared-statements/prepare-statements.ts';
import { statementName } from '../../../../src/platform/sql/sql.ts';
import { copyDatabase, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { ownPool } from '../../../helpers/database/own-pool.ts';

let database: TestDatabase;
let pool: Pool;
let client: PoolClient;
/** How often the connection waited for PostgreSQL since the test began. */
let syncs: ReturnType<typeof jest.spyOn>;

beforeAll(async () => {
  database = await copyDatabase();
  await database.asOwner('create table recreation.kept (number int primary key); grant insert, select on recreation.kept to ntk_gateway');
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.asOwner('truncate recreation.kept');
  pool = ownPool(database.roles.gateway, { max: 1 });
  prepareStatements(pool);
  client = await pool.connect();
  // A new connection is asked once which process serves it.
  await client.query('select 1');
  await client.query('select 1');
  syncs = jest.spyOn(Connection.prototype, 'sync');
});
afterEach(async () => {
  syncs.mockRestore();
  client.release();
  await pool.end();
});

const insert = 'insert into recreation.kept values ($1::int) returning number';
const keep = async (number: unknown): Promise<unknown> => (await client.query(insert, [number])).rows;
const keepAndCommit = async (number: unknown): Promise<unknown> => (await client.query(`${insert}${andCommit}`, [number])).rows;
/** The rows that other connections see. */
const kept = async (): Promise<readonly number[]> =>
  (await database.asOwner<{ number: number }>('select number from recreation.kept order by number')).map(({ number }) => number);

describe('begin', () => {
  test('travels with the statement that follows it', async () => {
    await client.query('begin');
    expect(syncs).not.toHaveBeenCalled();
    expect(client.getTransactionStatus()).toBe('I');
    expect(await keep(1)).toEqual([{ number: 1 }]);
    expect(syncs).toHaveBeenCalledTimes(1);
    expect(client.getTransactionStatus()).toBe('T');
    await client.query('rollback');
    expect(await kept()).toEqual([]);
  });

  test('travels with a statement without parameters too, or with several', async () => {
    await client.query('begin');
    expect((await client.query('select 2 as two')).rows).toEqual([{ two: 2 }]);
    expect(client.getTransactionStatus()).toBe('T');
    await client.query('rollback');
    await client.query('begin');
    expect((await client.query('insert into recreation.kept values (1); select 3 as three')).rows).toEqual([{ three: 3 }]);
    await client.query('rollback');
    expect(await kept()).toEqual([]);
  });

  test.each(['commit', 'rollback'])('is not sent where %s follows it', async (end) => {
    const sent = jest.spyOn(Connection.prototype, 'query');
    await client.query('begin');
    await client.query(end);
    expect([sent.mock.calls, syncs.mock.calls]).toEqual([[], []]);
    sent.mockRestore();
    await keep(1);
    expect(await kept()).toEqual([1]);
  });

  test('is forgotten where the connection is given back', async () => {
    await client.query('begin');
    client.release();
    client = await pool.connect();
    await keep(1);
    expect(await kept()).toEqual([1]);
  });

  test('that fails keeps its statement from being executed', async () => {
    const parse = Connection.prototype.parse;
    const spy = jest.spyOn(Connection.prototype, 'parse').mockImplementation(function (this: Connection, message, more) {
      return Reflect.apply(parse, this, [message.text === 'begin' ? { ...message, text: 'begin nothing' } : message, more]);
    });
    await client.query('begin');
    await expect(keep(1)).rejects.toMatchObject({ code: '42601' });
    spy.mockRestore();
    await client.query('rollback');
    expect(await kept()).toEqual([]);
    // The connection does not believe that the statement is prepared.
    for (const number of [2, 3, 4]) expect(await keep(number)).toEqual([{ number }]);
  });

  test('is followed by something that is no text: nothing is sent', async () => {
    await client.query('begin');
    expect(() => client.query({ text: insert, values: [1] })).toThrow('A transaction begins and ends with a text.');
    expect(await kept()).toEqual([]);
  });
});

describe('commit', () => {
  test('travels with the statement that says so, and is not sent again', async () => {
    for (const number of [1, 2, 3, 4]) {
      syncs.mockClear();
      await client.query('begin');
      await client.query('select $1::int', [number]);
      expect(await keepAndCommit(number)).toEqual([{ number }]);
      expect(client.getTransactionStatus()).toBe('I');
      expect((await kept()).at(-1)).toBe(number);
      await client.query('commit');
      expect(syncs).toHaveBeenCalledTimes(2);
    }
    const names = (await client.query<{ name: string; statement: string }>('select name, statement from pg_prepared_statements')).rows;
    expect(names).toContainEqual({ name: statementName(`${insert}${andCommit}`), statement: insert });
  });

  test('travels with begin, where there is one statement', async () => {
    await client.query('begin');
    expect(await keepAndCommit(1)).toEqual([{ number: 1 }]);
    expect(syncs).toHaveBeenCalledTimes(1);
    expect([await kept(), client.getTransactionStatus()]).toEqual([[1], 'I']);
  });

  test('is not made after a statement that fails', async () => {
    for (const number of [1, 2, 3]) {
      await client.query('begin');
      await keep(number);
      await expect(keepAndCommit(number)).rejects.toMatchObject({ code: '23505' });
      await client.query('rollback');
      expect([await kept(), client.getTransactionStatus()]).toEqual([[], 'I']);
    }
  });

  test('is not made where a parameter can’t be sent', async () => {
    const unsendable = { toPostgres: () => Reflect.apply(JSON.parse, JSON, ['no JSON']) as string };
    for (const number of [1, 2, 3]) {
      await client.query('begin');
      await keep(number);
      await expect(keepAndCommit(unsendable)).rejects.toThrow(SyntaxError);
      await client.query('rollback');
      expect([await kept(), client.getTransactionStatus()]).toEqual([[], 'I']);
    }
  });

  test('fails where PostgreSQL rolls back instead', async () => {
    const parse = Connection.prototype.parse;
    const spy = jest.spyOn(Connection.prototype, 'parse').mockImplementation(function (this: Connection, message, more) {
      return Reflect.apply(parse, this, [message.text === 'commit' ? { ...message, text: 'rollback' } : message, more]);
    });
    await client.query('begin');
    await expect(keepAndCommit(1)).rejects.toThrow('The transaction was not committed.');
    spy.mockRestore();
    await client.query('rollback');
    expect(await kept()).toEqual([]);
  });

  test('does not travel with a text without parameters', async () => {
    expect(() => client.query(`select 1${andCommit}`)).toThrow('A transaction begins and ends with a text.');
  });
});

test('a statement whose name was refused fails with its transaction, and is not sent again', async () => {
  await keep(1);
  await keep(2);
  await client.query('deallocate all');
  await client.query('begin');
  await expect(keep(3)).rejects.toMatchObject({ code: '26000' });
  await client.query('rollback');
  await client.query('begin');
  expect(await keepAndCommit(4)).toEqual([{ number: 4 }]);
  expect(await kept()).toEqual([1, 2, 4]);
});
