import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { cast, matters } from '../../../../demo/personas.ts';
import type { Answered, TestGateway } from '../../../helpers/gateway/gateway.ts';
import { captureStatements } from '../../../helpers/values/statements.ts';
import { openTwoInstances, outcome, perDay, perHour, refused, shown, type TwoInstances } from '../../../helpers/gateway/two-instances.ts';
import { until } from '../../../helpers/time/until.ts';

// Clause `safeguards`: no principal reads the data of all residents, by any query and over any number of instances.
let one: TestGateway;
let other: TestGateway;
let ids: readonly string[];
let pass: TwoInstances['pass'];
let ask: TwoInstances['ask'];
let look: TwoInstances['look'];
let counted: TwoInstances['counted'];
let close: TwoInstances['close'];
beforeEach(async () => {
  ({ one, other, ids, pass, ask, look, counted, close } = await openTwoInstances());
});
afterEach(() => close());

describe('a flood', () => {
  test('is stopped at the limit, which counts over two instances', async () => {
    expect(shown(await look(one, ids.slice(0, 10)))).toBe(10);
    expect(shown(await look(other, ids.slice(10, 18)))).toBe(8);
    const over = await look(one, ids.slice(18, 21));
    expect(outcome(over)).toEqual(refused);
    expect(over.errors[0]?.message).toBe('The read budget for this purpose is spent: ask about fewer people, or try again later.');
    expect(over.headers.get('retry-after')).toBe('3600');
    expect(over.privacy.budget).toEqual({ window: 'HOUR', limit: perHour, used: 18 });
    // Two more people can be read at either instance. Then the budget is spent at both.
    expect(shown(await look(other, ids.slice(18, 20)))).toBe(2);
    for (const gateway of [one, other]) expect(outcome(await look(gateway, ids.slice(20, 21)))).toEqual(refused);
    expect(await counted()).toBe(perHour);
  });

  test('of searches is stopped like any other', async () => {
    const search = (after: string | null): Promise<Answered> =>
      ask(one, 'query ($after: String) { residents(first: 8, after: $after) { edges { node { initials } } pageInfo { endCursor } } }', {
        variables: { after },
      });
    let cursor: string | null = null;
    for (let page = 0; page < 2; page += 1) {
      const found = await search(cursor);
      expect(found.data.residents.edges).toHaveLength(8);
      cursor = found.data.residents.pageInfo.endCursor;
    }
    expect(outcome(await search(cursor))).toEqual(refused);
  });

  test('of simultaneous requests at two instances gets exactly the limit', async () => {
    const asked = await Promise.all(ids.slice(0, 48).map((id, at) => look(at % 2 === 0 ? one : other, [id])));
    expect(asked.reduce((sum, answer) => sum + shown(answer), 0)).toBe(perHour);
    for (const answer of asked) if (shown(answer) === 0) expect(outcome(answer)).toEqual(refused);
    expect(await counted()).toBe(perHour);
    const threes = Array.from({ length: 16 }, (_, at) => ids.slice(at * 3, at * 3 + 3));
    pass(24);
    const more = await Promise.all(threes.map((people, at) => look(at % 2 === 0 ? one : other, people)));
    expect(more.map(shown).filter((count) => count > 0)).toEqual([3, 3, 3, 3, 3, 3]);
  });

  test('waits for what another instance has charged and not yet committed', async () => {
    await look(one, ids.slice(0, 10));
    const charging = new Client({ connectionString: one.database.roles.owner });
    await charging.connect();
    try {
      await charging.query('begin');
      await charging.query(
        `select access_log.spend(principal_id, purpose, period, counted_on, $1, $2, $3)
         from access_log.budget_subject where period like '%T%' limit 1`,
        [ids.slice(10, 18), perHour, perDay],
      );
      let answered = false;
      const asked = look(other, ids.slice(18, 21)).finally(() => (answered = true));
      const waiting = `select from pg_locks join pg_database on pg_database.oid = database
        where datname = current_database() and locktype = 'advisory' and not granted`;
      await until(async () => answered || (await one.database.asOwner(waiting)).length > 0);
      await charging.query('commit');
      expect(outcome(await asked)).toEqual(refused);
    } finally {
      await charging.end();
    }
    expect(await counted()).toBe(18);
  });

  test('is counted for each principal and each purpose separately', async () => {
    const officer = { persona: 'privacy-officer', headers: { 'privacy-purpose': 'MANDATE_ADMINISTRATION' } };
    expect(shown(await look(one, [cast.resident, ...ids.slice(0, 4)], officer))).toBe(5);
    expect(outcome(await look(one, ids.slice(5, 6), officer))).toEqual(refused);
    const request = { 'privacy-purpose': 'RIGHTS_FULFILMENT', 'privacy-case': matters.request };
    expect(shown(await look(one, [cast.resident], { persona: 'privacy-officer', headers: request }))).toBe(1);
    expect(
      await one.database.asOwner(
        "select purpose, count(*)::integer from access_log.budget_subject where period like '%T%' group by 1 order by 1",
      ),
    ).toEqual([
      { purpose: 'MANDATE_ADMINISTRATION', count: 5 },
      { purpose: 'RIGHTS_FULFILMENT', count: 1 },
    ]);
    expect(shown(await look(one, ids.slice(0, perHour)))).toBe(perHour);
    expect(outcome(await look(one, ids.slice(perHour, perHour + 1)))).toEqual(refused);
    expect(shown(await look(one, ids.slice(perHour, perHour + 1), { subject: cast.otherClerk }))).toBe(1);
  });
});

describe('a person who was counted already', () => {
  test('costs no statement, and is never stopped', async () => {
    const captured = captureStatements();
    // Whole, so that a failure shows what was counted, and when.
    const spending = () => captured.statements.splice(0).filter(({ text }) => text.includes('access_log.spend'));
    try {
      expect(shown(await look(one, ids.slice(0, perHour)))).toBe(perHour);
      expect(spending()).toHaveLength(1);
      for (let again = 0; again < 3; again += 1) expect(shown(await look(one, ids.slice(again, perHour)))).toBe(perHour - again);
      expect(spending()).toEqual([]);
      // The other instance makes one statement, and no further person is counted.
      for (const statements of [1, 0]) {
        expect(shown(await look(other, ids.slice(0, perHour)))).toBe(perHour);
        expect(spending()).toHaveLength(statements);
      }
      expect(await counted()).toBe(perHour);
      // The next hour begins a new count.
      pass(1);
      expect(shown(await look(one, ids.slice(0, perHour)))).toBe(perHour);
      expect(spending()).toHaveLength(1);
    } finally {
      captured.stop();
    }
  });

  test('no person is counted for a resident’s read, or without being shown', async () => {
    const captured = captureStatements();
    try {
      expect(
        (await ask(one, '{ me { givenName } residents { edges { node { givenName } } } }', { persona: 'resident' })).data.me.givenName,
      ).toEqual(expect.any(String));
      expect((await look(one, ['10000000-0000-4000-8000-00000000a11c'])).data).toEqual({ r0: null });
      expect((await look(one, [cast.resident], { headers: { 'privacy-purpose': 'PAYMENT' } })).data).toEqual({ r0: null });
      expect(captured.statements.filter(({ text }) => text.includes('access_log.spend'))).toEqual([]);
    } finally {
      captured.stop();
    }
  });
});

describe('time', () => {
  test('reads are possible an hour later until the day’s budget is spent, and again the next day', async () => {
    expect(shown(await look(one, ids.slice(0, perHour)))).toBe(perHour);
    expect(outcome(await look(one, ids.slice(20, 21)))).toEqual(refused);
    pass(1);
    expect(shown(await look(one, ids.slice(20, 30)))).toBe(10);
    const over = await look(other, ids.slice(30, 31));
    expect(outcome(over)).toEqual(refused);
    // 13:00 in the municipality.
    expect(over.headers.get('retry-after')).toBe(`${11 * 60 * 60}`);
    expect(over.privacy.budget).toEqual({ window: 'DAY', limit: perDay, used: 30 });
    // A person who was counted in the day costs nothing in another hour of it.
    expect(shown(await look(other, ids.slice(0, 10)))).toBe(10);
    pass(11);
    expect(shown(await look(other, ids.slice(30, 31)))).toBe(1);
  });

  test('counts that no budget needs any more are deleted', async () => {
    const daysKept = async (): Promise<string[]> =>
      (
        await one.database.asOwner<{ day: string }>('select distinct counted_on::text as day from access_log.budget_subject order by day')
      ).map(({ day }) => day);
    for (const [days, kept] of [
      [0, ['2026-06-15']],
      [2, ['2026-06-15', '2026-06-17']],
      [1, ['2026-06-17', '2026-06-18']],
    ] as const) {
      pass(days * 24);
      await look(one, ids.slice(0, 2));
      expect(await daysKept()).toEqual(kept);
    }
  });
});

describe('from 80 % of the budget on', () => {
  const warnings = (): object[] =>
    [...one.logged, ...other.logged].map((line) => JSON.parse(line) as { level: number }).filter(({ level }) => level === 40);

  test('every answer reports the budget, and the log reports it once for each window', async () => {
    expect((await look(one, ids.slice(0, 15))).privacy).not.toHaveProperty('budget');
    expect(warnings()).toEqual([]);
    expect((await look(other, ids.slice(15, 16))).privacy.budget).toEqual({ window: 'HOUR', limit: perHour, used: 16 });
    expect((await look(one, ids.slice(16, 18))).privacy.budget).toEqual({ window: 'HOUR', limit: perHour, used: 18 });
    // A repeated read reports it too.
    expect((await look(one, ids.slice(0, 1))).privacy.budget).toEqual({ window: 'HOUR', limit: perHour, used: 18 });
    const line = {
      level: 40,
      time: expect.any(Number),
      requestId: expect.any(String),
      traceId: expect.any(String),
      code: 'READ_BUDGET_NEARLY_SPENT',
      role: 'CUSTOMER_SERVICE',
      purpose: 'SERVICE_PROVISION',
      msg: 'At least 80 % of the read budget for this purpose is spent.',
    };
    expect(warnings()).toEqual([{ ...line, window: 'HOUR', percentage: 80 }]);
    pass(1);
    expect((await look(one, ids.slice(18, 23))).privacy).not.toHaveProperty('budget');
    expect((await look(one, ids.slice(23, 25))).privacy.budget).toEqual({ window: 'DAY', limit: perDay, used: 25 });
    expect(warnings()).toEqual([
      // One instance passed the day's threshold, the other the hour's.
      { ...line, window: 'DAY', percentage: 83 },
      { ...line, window: 'HOUR', percentage: 80 },
    ]);
  });
});
