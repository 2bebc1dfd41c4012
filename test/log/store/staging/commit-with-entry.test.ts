import { town } from '../../../../src/town/index.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { CompiledQuery } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { cast } from '../../../../demo/personas.ts';
import { commitWithEntry } from '../../../../src/log/store/staging/stage.ts';
import { createEntry } from '../../../../src/log/store/staging/create-entry.ts';
import { prepareStatements } from '../../../../src/platform/sql/prepared-statements/prepare-statements.ts';
import type { HeldAccess } from '../../../../src/log/store/staging/access-condition.ts';
import type { Database } from '../../../../src/platform/sql/sql.ts';
import type { Entry } from '../../../../src/log/entry/entry.ts';
import { copyDatabase, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { ownPool } from '../../../helpers/database/own-pool.ts';

let database: TestDatabase;
let pool: Pool;
let client: PoolClient;
beforeAll(async () => (database = await copyDatabase()));
afterAll(() => database.drop());
beforeEach(async () => {
  await database.asOwner(`update recreation.resident set phone = '+17805550100' where id = '${cast.resident}'`);
  pool = ownPool(database.roles.gateway, { max: 1 });
  prepareStatements(pool);
  client = await pool.connect();
});
afterEach(async () => {
  client.release();
  await pool.end();
});

const minute = 60_000;
const clerk: HeldAccess = { id: cast.clerk, role: 'CUSTOMER_SERVICE', authorityId: undefined };

function anEntry(): Entry {
  const header = {
    id: randomUUID(),
    at: '2026-06-15T18:00:00.000Z',
    role: 'CUSTOMER_SERVICE',
    purpose: 'SERVICE_PROVISION',
    authority: null,
    operationHash: 'ab'.repeat(32),
    operationType: 'mutation',
    rootFields: [],
    inputs: [],
    policyVersion: '1',
    statementVersion: '1',
    outcome: 'ANSWERED',
  } as const;
  const subject = { kind: 'subject', id: cast.resident, relationship: 'NONE', released: [], withheld: [] } as const;
  return createEntry(header, [{ kind: 'principal', id: cast.clerk }, { kind: 'case', case: null, authority: null }, subject]);
}

/** The transaction that the connection is in. */
const transaction: Database = {
  async executeQuery<Row>({ sql, parameters }: CompiledQuery<Row>) {
    const { rows } = await client.query(sql, [...parameters]);
    return { rows: rows as Row[] };
  },
};

/** Changes a record and commits that with an entry. */
async function change(held: HeldAccess, lasts: number, pause = 0): Promise<Entry> {
  const entry = anEntry();
  try {
    await client.query('begin');
    await client.query('update recreation.resident set phone = $2 where id = $1', [cast.resident, '+17805550199']);
    if (pause > 0) await client.query('select pg_sleep($1)', [pause]);
    await commitWithEntry(town.access, transaction, entry, held, lasts);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  return entry;
}

/** Whether the change was committed, and which entries were. */
async function committed(): Promise<{ isChanged: boolean; entries: readonly string[] }> {
  const [row] = await database.asOwner<{ isChanged: boolean; entries: string[] }>(`
    select phone = '+17805550199' as "isChanged", (select coalesce(array_agg(id::text), '{}') from access_log.staged) as entries
    from recreation.resident where id = '${cast.resident}'`);
  return row!;
}

test('a change and its entry are committed in one round trip, each time', async () => {
  const ids = [];
  for (let time = 0; time < 3; time += 1) {
    ids.push((await change(clerk, minute)).header.id);
    const { isChanged, entries } = await committed();
    expect({ isChanged, entries: entries.toSorted() }).toEqual({ isChanged: true, entries: ids.toSorted() });
    expect(client.getTransactionStatus()).toBe('I');
  }
  await database.asOwner('delete from access_log.staged');
});

describe('nothing is committed', () => {
  test.each([
    ['that does not have the role', { ...clerk, role: 'SECURITY' }],
    ['whom nobody knows', { ...clerk, id: randomUUID() }],
    ['without an id', { ...clerk, id: undefined }],
    ['of a role that nobody knows', { ...clerk, role: 'NOBODY' }],
    ['without a role', { ...clerk, role: null as unknown as string }],
  ] as const)('for a principal %s', async (_name, held) => {
    for (let time = 0; time < 3; time += 1) {
      await expect(change(held, minute)).rejects.toMatchObject({ code: 'ACCESS_ENDED' });
      expect(await committed()).toEqual({ isChanged: false, entries: [] });
      expect(client.getTransactionStatus()).toBe('I');
    }
  });

  test('once the time of the request is over by PostgreSQL’s clock', async () => {
    await expect(change(clerk, 100, 0.2)).rejects.toMatchObject({ code: 'REQUEST_OVERDUE' });
    await expect(change(clerk, Number.NaN)).rejects.toMatchObject({ code: '22008' });
    expect(await committed()).toEqual({ isChanged: false, entries: [] });
  });

  test('where the entry can’t be stored', async () => {
    await database.asOwner('alter table access_log.staged add constraint refused check (false) not valid');
    try {
      await expect(change(clerk, minute)).rejects.toMatchObject({ code: '23514' });
      expect(await committed()).toEqual({ isChanged: false, entries: [] });
    } finally {
      await database.asOwner('alter table access_log.staged drop constraint refused');
    }
  });
});
