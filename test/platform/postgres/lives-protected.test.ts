import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Client } from 'pg';
import { copyDatabase, type TestDatabase } from '../../helpers/database/cluster.ts';
import { emptyHomes, household, person, protectedNow } from '../../helpers/values/homes.ts';

// Clause `safeguards`: all residents of an address-protected person's household are protected too, after any change.
let database: TestDatabase;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(() => database.drop());

const asOwner = async (text: string, values: readonly unknown[] = []) => database.asOwner(text, values);

const someone = fc.nat(4);
const home = fc.nat(2);
/** One statement that changes one or more rows. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('protect' as const), who: fc.uniqueArray(someone, { minLength: 1 }), to: fc.boolean() }),
  fc.record({ kind: fc.constant('join' as const), who: fc.uniqueArray(someone, { minLength: 1 }), home, isHome: fc.boolean() }),
  fc.record({ kind: fc.constant('leave' as const), who: fc.uniqueArray(someone, { minLength: 1 }), home: fc.option(home) }),
  fc.record({ kind: fc.constant('move' as const), who: someone, home }),
  fc.record({ kind: fc.constant('swap' as const), home, other: home }),
  fc.record({ kind: fc.constant('rehome' as const), who: someone, isHome: fc.boolean() }),
  fc.record({ kind: fc.constant('replace' as const), who: someone, to: fc.boolean() }),
  fc.record({ kind: fc.constant('exchange' as const), who: someone, other: someone }),
  fc.record({ kind: fc.constant('say' as const), who: fc.uniqueArray(someone, { minLength: 1 }), to: fc.boolean() }),
);

/** The initial households, and the protected residents: two of five, so that the others show a difference. */
const atFirst = fc.array(
  fc.record({ home, hidden: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 2, arbitrary: fc.constant(true) }) }),
  { minLength: 5, maxLength: 5 },
);

type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

async function make(one: Change): Promise<void> {
  const members = 'recreation.household_member';
  switch (one.kind) {
    case 'protect':
      return void (await asOwner('update recreation.resident set address_protected = $2 where id = any($1)', [
        one.who.map(person),
        one.to,
      ]));
    case 'join':
      return void (await asOwner(`insert into ${members} select $2, unnest($1::uuid[]), $3`, [
        one.who.map(person),
        household(one.home),
        one.isHome,
      ]));
    case 'leave':
      return void (await asOwner(`delete from ${members} where resident_id = any($1) and ($2::uuid is null or household_id = $2)`, [
        one.who.map(person),
        one.home === null ? null : household(one.home),
      ]));
    case 'move':
      return void (await asOwner(`update ${members} set household_id = $2 where resident_id = $1 and is_home`, [
        person(one.who),
        household(one.home),
      ]));
    case 'swap':
      return void (await asOwner(
        `update ${members} set household_id = case household_id when $1 then $2::uuid else $1::uuid end where household_id in ($1, $2)`,
        [household(one.home), household(one.other)],
      ));
    case 'replace':
      // One statement may delete and insert a row although others refer to it.
      return void (await asOwner(
        `with gone as (delete from recreation.resident where id = $1 returning *)
         insert into recreation.resident (id, given_name, family_name, birth_date, registered_at, address_protected)
         select id, given_name, family_name, birth_date, registered_at, $2 from gone`,
        [person(one.who), one.to],
      ));
    case 'exchange':
      // No row refers to the one with the temporary id.
      return void (await asOwner(
        `with aside as (update recreation.resident set id = gen_random_uuid() where id = $1 and id <> $2 returning *)
         update recreation.resident set id = $1 where id = $2 and (select count(*) from aside) = 1
           and not exists (select from recreation.household_member where resident_id = $2)`,
        [person(one.who), person(one.other)],
      ));
    case 'say':
      return void (await asOwner('update recreation.resident set lives_protected = $2 where id = any($1)', [one.who.map(person), one.to]));
    case 'rehome':
      return void (await asOwner(`update ${members} set is_home = $2 where resident_id = $1`, [person(one.who), one.isHome]));
  }
}

test('after any change it is set for exactly the residents who live with a protected person', async () => {
  let some = 0;
  await fc.assert(
    fc.asyncProperty(atFirst, fc.array(change, { minLength: 1, maxLength: 8 }), async (homes, changes) => {
      await emptyHomes(database);
      for (const [who, { home, hidden }] of homes.entries()) {
        await make({ kind: 'join', who: [who], home, isHome: true });
        await make({ kind: 'protect', who: [who], to: hidden });
      }
      for (const one of changes) {
        // A key (one household, one membership) or a reference may refuse it. Then nothing has changed.
        await make(one).catch(({ code }: { code?: string }) => expect(code).toMatch(/^2350[35]$/));
        const { kept, true: right } = await protectedNow(database);
        expect(kept).toEqual(right);
        some += right.length;
      }
    }),
    // No shrinking: eight statements are short enough to read, and each attempt from an empty database is slow.
    { numRuns: 100, endOnFailure: true },
  );
  expect(some).toBeGreaterThan(0);
});

test('the gateway cannot set it when it registers a resident', async () => {
  const gateway = new Client(database.roles.gateway);
  await gateway.connect();
  try {
    await gateway.query('begin');
    const { rows } = await gateway.query(
      `insert into recreation.resident (id, given_name, family_name, birth_date, registered_at, lives_protected)
       values (gen_random_uuid(), 'A', 'B', '1990-01-01', now(), true) returning id`,
    );
    const found = await gateway.query('select lives_protected from recreation.resident where id = $1', [rows[0]!.id]);
    expect(found.rows).toEqual([{ lives_protected: false }]);
    await expect(gateway.query(`select recreation.spread_protection('{}', '{}')`)).rejects.toMatchObject({ code: '42501' });
  } finally {
    await gateway.end();
  }
});

test('emptying all households unsets it for every resident', async () => {
  const copy = await copyDatabase();
  try {
    await copy.asOwner('truncate recreation.household_member');
    expect(await copy.asOwner('select id from recreation.resident where lives_protected')).toEqual([]);
  } finally {
    await copy.drop();
  }
});
