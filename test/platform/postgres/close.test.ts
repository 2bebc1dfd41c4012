import { town } from '../../../src/town/index.ts';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { usualDeadlines } from '../../../src/platform/settings/config.ts';
import { endOverdue } from '../../../src/platform/sql/end-overdue.ts';
import { openOrm } from '../../../src/platform/postgres/connections/orm.ts';
import { sql, type Database } from '../../../src/platform/sql/sql.ts';
import { copyDatabase, type TestDatabase } from '../../helpers/database/cluster.ts';
import { openGateway } from '../../helpers/gateway/gateway.ts';
import { overTcp } from '../../helpers/database/over-tcp.ts';
import { ownPool } from '../../helpers/database/own-pool.ts';

// A close ends soon, whatever its connections do. Their own deadlines are longer than the tests wait.
const deadlines = { ...usualDeadlines, queue: 100_000, statement: 90_000, lock: 80_000, request: 120_000 };
const soon = 20_000;
const one = sql`select 1`;

let database: TestDatabase;
/** Stands before PostgreSQL, and lets its bytes through after so many milliseconds; undefined: never. */
let proxy: Server;
let delay: number | undefined;
const sockets: Socket[] = [];
beforeAll(async () => {
  database = await copyDatabase();
  const { hostname, port } = overTcp(database.roles.gateway);
  proxy = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    if (delay === undefined) return;
    setTimeout(() => {
      const server = connect(Number(port), hostname).on('error', () => socket.destroy());
      socket.on('close', () => server.destroy());
      socket.pipe(server).pipe(socket);
    }, delay);
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  proxy.close();
  await database.drop();
});

const throughProxy = (): string => {
  const { port } = proxy.address() as AddressInfo;
  return Object.assign(overTcp(database.roles.gateway), { port: String(port) }).href;
};
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    () => 'failed',
  );

/** @returns whether it ended soon */
async function endsSoon(close: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((done) => {
    timer = setTimeout(() => done(false), soon);
  });
  return Promise.race([close.then(() => true), late]).finally(() => clearTimeout(timer));
}

describe('MikroORM closes', () => {
  test.each([
    ['while the first connection opens', 200],
    ['while the first connection is asked for', 0],
    ['while PostgreSQL does not answer', undefined],
  ] as const)(
    '%s',
    async (_when, milliseconds) => {
      delay = milliseconds;
      const orm = await openOrm(throughProxy(), town.entities, { deadlines });
      const statement = outcome(one.execute(orm.em.getKysely<unknown>()));
      const transaction = outcome(orm.em.transactional((manager) => one.execute(manager.getKysely<unknown>() as Database)));
      expect(await endsSoon(orm.close(true))).toBe(true);
      expect(await Promise.all([statement, transaction])).toEqual(['failed', 'failed']);
    },
    2 * soon,
  );

  test(
    'while a statement hangs, which then fails',
    async () => {
      const orm = await openOrm(database.roles.gateway, town.entities, { deadlines });
      const begun = new Promise<void>((done) => setTimeout(done, 500));
      const statement = outcome(sql`select pg_sleep(60)`.execute(orm.em.getKysely<unknown>()));
      await begun;
      expect(await endsSoon(orm.close(true))).toBe(true);
      expect(await statement).toBe('failed');
    },
    2 * soon,
  );
});

test(
  'a pool ends while a connection is in use and another opens',
  async () => {
    delay = undefined;
    const pool = ownPool(throughProxy());
    endOverdue(pool, deadlines.request);
    const opening = outcome(pool.query('select 1'));
    await new Promise((done) => setTimeout(done, 100));
    expect(await endsSoon(pool.end())).toBe(true);
    expect(await opening).toBe('failed');
  },
  2 * soon,
);

test(
  'a gateway closes while a request waits for a lock',
  async () => {
    const gateway = await openGateway({ deadlines });
    const locking = new Client({ connectionString: gateway.database.roles.owner });
    locking.on('error', () => undefined);
    await locking.connect();
    await locking.query('begin; lock table access_log.staged in access exclusive mode');
    const asked = outcome(gateway.ask('resident', '{ me { givenName } }'));
    await new Promise((done) => setTimeout(done, 500));
    expect(await endsSoon(outcome(gateway.close()))).toBe(true);
    await asked;
    await locking.end();
  },
  2 * soon,
);
