import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { cast } from '../../demo/personas.ts';
import { openOrm } from '../../src/database/orm.ts';
import { createReplica, type Replica, type ReplicaSession } from '../../src/database/replica.ts';
import { PlainReads } from '../../src/gateway/plain-reads.ts';
import { sql, type Database } from '../../src/sql.ts';
import { copyDatabase, type TestDatabase } from '../helpers/cluster.ts';
import { openGateway } from '../helpers/gateway.ts';

// `npm run -s operate -- --only replicas` tries a real replica that streams, lags, hangs, is gone or is promoted.
let database: TestDatabase;
let orm: MikroORM;
let primary: Database;
beforeAll(async () => {
  database = await copyDatabase();
  orm = await openOrm(database.roles.gateway);
  primary = orm.em.getKysely<unknown>();
});
afterAll(async () => {
  await orm.close(true);
  await database.drop();
});

const statement = sql<{ one: number }>`select 1 as one`;

describe('a server that is no replica of the primary', () => {
  test('is refused at start, by the name of its setting', async () => {
    const replica = createReplica(orm, () => undefined);
    await expect(replica.verify(primary)).rejects.toMatchObject({
      code: 'SETTING_INVALID',
      message: expect.stringContaining('DATABASE_READ_URL: is no streaming replica of the server of DATABASE_URL'),
    });
  });

  test('is not read, and left alone for two seconds', async () => {
    let now = 0;
    const reported: unknown[] = [];
    const replica = createReplica(
      orm,
      (error) => reported.push(error),
      () => now,
    );
    expect(await replica.open(primary)).toBeUndefined();
    expect(reported).toHaveLength(1);
    now = 1_999;
    expect(await replica.open(primary)).toBeUndefined();
    expect(reported).toHaveLength(1);
    now = 2_000;
    expect(await replica.open(primary)).toBeUndefined();
    expect(reported).toHaveLength(2);
  });
});

test('a replica that cannot be reached does not keep the gateway from starting, and is not read', async () => {
  const url = new URL(database.roles.gateway);
  url.port = '1';
  const absent = await openOrm(url.href);
  const reported: unknown[] = [];
  const replica = createReplica(absent, (error) => reported.push(error));
  await replica.verify(primary);
  expect(await replica.open(primary)).toBeUndefined();
  expect(reported).toHaveLength(1);
  await absent.close(true);
});

describe('the plain reads of a request', () => {
  const ran: string[] = [];
  const running = (name: string, fails = false): Database['executeQuery'] => {
    return async (query) => {
      ran.push(name);
      if (fails) throw new Error('canceling statement due to conflict with recovery');
      return primary.executeQuery(query);
    };
  };
  const from = (session: ReplicaSession | undefined): PlainReads => {
    const replica: Replica = { verify: async () => undefined, open: async () => (ran.push('open'), session) };
    return new PlainReads(replica, () => ({ executeQuery: running('primary') }));
  };
  beforeEach(() => void ran.splice(0));

  test('share one connection of a replica that is current, until they end', async () => {
    const reads = from({ executeQuery: running('replica'), close: () => void ran.push('close') });
    await Promise.all([statement.execute(reads), statement.execute(reads)]);
    reads.close();
    await statement.execute(reads);
    expect(ran.toSorted()).toEqual(['close', 'open', 'primary', 'replica', 'replica']);
  });

  test('go to the primary where the replica is not current', async () => {
    const reads = from(undefined);
    expect((await statement.execute(reads)).rows).toEqual([{ one: 1 }]);
    reads.close();
    expect(ran).toEqual(['open', 'primary']);
  });

  test('go to the primary once a statement fails on the replica, that statement included', async () => {
    const reads = from({ executeQuery: running('replica', true), close: () => void ran.push('close') });
    for (let turn = 0; turn < 2; turn += 1) expect((await statement.execute(reads)).rows).toEqual([{ one: 1 }]);
    expect(ran).toEqual(['open', 'replica', 'primary', 'primary']);
  });
});

test('only the rows of people, accounts and purchases come from a replica, not cases, mandates, budgets or the log', async () => {
  const texts: string[] = [];
  const session: ReplicaSession = {
    executeQuery: (query) => {
      texts.push(query.sql);
      return primary.executeQuery(query);
    },
    close: () => undefined,
  };
  const replica: Replica = { verify: async () => undefined, open: async () => session };
  const gateway = await openGateway({ replica }, database);
  try {
    const own = `{ me { givenName household { members { givenName } } purchases(first: 2) { edges { node { amount } } }
      tickets(first: 2) { edges { node { subject } } } accessHistory(first: 2) { edges { node { purpose } } } } }`;
    expect((await gateway.ask('resident', own)).errors).toEqual([]);
    const served = await gateway.ask('customer-service', `{ resident(id: "${cast.resident}") { givenName account { balance } } }`, {
      purpose: 'SERVICE_PROVISION',
    });
    expect(served.data.resident.givenName).toEqual(expect.any(String));
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) {
      expect(text).toMatch(/ from recreation\.(resident resident|account account|purchase purchase)\s/);
      expect(text).not.toMatch(/access_log\.|recreation\.(mandate|ticket|request|encounter) /);
    }
  } finally {
    await gateway.close();
  }
});
