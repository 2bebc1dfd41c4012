import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { copyDatabase, type TestDatabase } from '../../helpers/database/cluster.ts';
import { emptyHomes, household, person, protectedNow } from '../../helpers/values/homes.ts';

// Clause `safeguards`: no resident stays unprotected because of two concurrent changes.
let database: TestDatabase;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(() => database.drop());

describe('two concurrent changes of one household', () => {
  const joinsHome = (who: number, to: number): string =>
    `insert into recreation.household_member values ('${household(to)}', '${person(who)}', true)`;
  const moves = (who: number, to: number): string =>
    `update recreation.household_member set household_id = '${household(to)}' where resident_id = '${person(who)}'`;
  const protects = (who: number, to: boolean): string =>
    `update recreation.resident set address_protected = ${to} where id = '${person(who)}'`;

  test.each([
    ['one member becomes protected, and another moves in', [joinsHome(0, 0)], protects(0, true), joinsHome(1, 0)],
    ['one member becomes protected and moves to others', [joinsHome(0, 0), joinsHome(1, 1)], protects(0, true), moves(0, 1)],
    [
      'one member is no longer protected, and another moves to a protected home',
      [joinsHome(0, 0), joinsHome(1, 0), joinsHome(2, 1), protects(0, true), protects(2, true)],
      protects(0, false),
      moves(1, 1),
    ],
    ['a protected and an unprotected resident move in', [protects(0, true), joinsHome(2, 0)], joinsHome(0, 0), joinsHome(1, 0)],
  ])('%s: the later change sees the earlier one, in either order', async (_name, before, first, second) => {
    for (const [earlier, later] of [
      [first, second],
      [second, first],
    ] as const) {
      await emptyHomes(database);
      for (const statement of before) await database.asOwner(statement);
      const [one, other] = [new Client(database.roles.owner), new Client(database.roles.owner)];
      await Promise.all([one.connect(), other.connect()]);
      try {
        await one.query('begin');
        await one.query(earlier);
        const waiting = other.query(later);
        await new Promise((done) => setTimeout(done, 50));
        await one.query('commit');
        await waiting;
      } finally {
        await Promise.all([one.end(), other.end()]);
      }
      const { kept, true: right } = await protectedNow(database);
      expect(right.length).toBeGreaterThan(1);
      expect(kept).toEqual(right);
    }
  });

  test.each(['repeatable read', 'serializable'])('a transaction that could not see the other change fails: %s', async (isolation) => {
    await emptyHomes(database);
    const client = new Client(database.roles.owner);
    await client.connect();
    try {
      for (const statement of [joinsHome(0, 0), protects(0, true)]) {
        await client.query(`begin isolation level ${isolation}`);
        await expect(client.query(statement)).rejects.toMatchObject({ code: '25001' });
        await client.query('rollback');
      }
    } finally {
      await client.end();
    }
  });
});
