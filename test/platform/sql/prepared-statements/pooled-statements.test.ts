import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Pool, PoolClient } from 'pg';
import { prepareStatements } from '../../../../src/platform/sql/prepared-statements/prepare-statements.ts';
import { statementName } from '../../../../src/platform/sql/sql.ts';
import { copyDatabase, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { ownPool } from '../../../helpers/database/own-pool.ts';

// A pooler in transaction mode can run each transaction on another connection of the server. These tests put the connection
// into the state that such a connection can have. `npm run -s operate` tries a real pooler.
let database: TestDatabase;
let pool: Pool;
let client: PoolClient;

const text = 'select $1::int + 1 as next';
const ask = async (given: number): Promise<unknown> => (await client.query(text, [given])).rows;
const namesOf = async (): Promise<readonly string[]> =>
  (await client.query<{ name: string }>('select name from pg_prepared_statements')).rows.map(({ name }) => name);

beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  pool = ownPool(database.roles.gateway, { max: 1 });
  prepareStatements(pool);
  client = await pool.connect();
});
afterEach(async () => {
  client.release();
  await pool.end();
});

describe('a name that the server connection does not know', () => {
  beforeEach(async () => {
    await ask(1);
    await ask(2);
    if (!(await namesOf()).includes(statementName(text))) throw new Error('The statement has no name.');
    await client.query('deallocate all');
  });

  test('is left out at once, and from then on', async () => {
    expect(await ask(3)).toEqual([{ next: 4 }]);
    expect(await ask(4)).toEqual([{ next: 5 }]);
    expect(await namesOf()).toEqual([]);
  });

  test('is left out for a caller with a callback', async () => {
    client.release();
    expect((await pool.query(text, [3])).rows).toEqual([{ next: 4 }]);
    client = await pool.connect();
    expect(await namesOf()).toEqual([]);
  });

  test('fails a transaction, which works when it is repeated', async () => {
    await client.query('begin');
    await expect(ask(3)).rejects.toMatchObject({ code: '26000' });
    await expect(ask(3)).rejects.toMatchObject({ code: '25P02' });
    await client.query('rollback; begin');
    expect(await ask(3)).toEqual([{ next: 4 }]);
    await client.query('commit');
  });

  test('fails a transaction in the middle, and is not sent again within it', async () => {
    await client.query('begin');
    await client.query('select 1');
    await expect(ask(3)).rejects.toMatchObject({ code: '26000' });
    await client.query('rollback');
    expect(await ask(3)).toEqual([{ next: 4 }]);
  });

  test('does not hide another error of the statement', async () => {
    await expect(client.query(text, ['no number'])).rejects.toMatchObject({ code: '22P02' });
  });
});

describe('a name that the server connection knows from another gateway', () => {
  beforeEach(async () => {
    await client.query(`prepare "${statementName(text)}" (int) as ${text}`);
    await ask(1);
  });

  test('is left out at once, and from then on', async () => {
    expect(await ask(2)).toEqual([{ next: 3 }]);
    expect(await ask(3)).toEqual([{ next: 4 }]);
  });

  test('fails a transaction, which works when it is repeated', async () => {
    await client.query('begin');
    await expect(ask(2)).rejects.toMatchObject({ code: '42P05' });
    await client.query('rollback; begin');
    expect(await ask(2)).toEqual([{ next: 3 }]);
    await client.query('commit');
  });
});

describe('columns that have changed since the server connection was replaced', () => {
  const read = 'select * from pg_temp.shown where $1::int = 1';
  const readShown = async (): Promise<unknown> => (await client.query(read, [1])).rows;
  const replace = async (columns: string): Promise<void> => {
    await client.query(`deallocate all; drop table if exists shown; create temp table shown as select ${columns}`);
  };

  test('are read as PostgreSQL sends them where a pooler is in between', async () => {
    client.release();
    await pool.end();
    pool = ownPool(database.roles.owner, { max: 1 });
    // As a pooler does, it announces another process than the one that serves the connection.
    pool.on('connect', (connected) => Object.assign(connected, { processID: 1 }));
    prepareStatements(pool);
    client = await pool.connect();
    await replace(`'Ada' as "givenName", 'Lee' as "familyName"`);
    for (let turn = 0; turn < 3; turn += 1) expect(await readShown()).toEqual([{ givenName: 'Ada', familyName: 'Lee' }]);
    await replace(`'Lee' as "familyName", 42 as age`);
    await client.query(`prepare "${statementName(read)}" (int) as ${read}`);
    for (let turn = 0; turn < 3; turn += 1) expect(await readShown()).toEqual([{ familyName: 'Lee', age: 42 }]);
  });
});
