import type { Budget, Limits } from '../../../src/engine/policy/declaration/lines.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { actBudgetOf } from '../../../src/engine/policy/decision/enter.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { askLater, lifetime } from '../../helpers/asking/ask-later.ts';
import { withBudget } from '../../helpers/policy/changed-policy.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway/gateway.ts';

// The attacker is a clerk who knows one value of a person and guesses another, one check after another.
const purpose = 'SERVICE_PROVISION';
const { perHour, perDay } = actBudgetOf(policyInForce, 'CUSTOMER_SERVICE', purpose, 'IDENTITY_CHECK');
const minute = 60_000;
const confirm = 'mutation ($input: ConfirmIdentityInput!) { confirmIdentity(input: $input) { outcome } }';
const unknownId = '99999999-9999-4999-8999-999999999999';
const sentence = 'This was done too often in the last hour or day: try again later.';
const spent = { codes: ['ACT_BUDGET_SPENT'], data: { confirmIdentity: null } };

let clock = testNow;
let one: TestGateway;
let other: TestGateway;
let email: string;
let birthDate: string;
beforeAll(async () => {
  const given = { tokenMaxLifetime: lifetime, now: () => clock };
  one = await openGateway(given);
  other = await openGateway(given, one.database);
  const [row] = await one.database.asOwner<{ email: string; day: string }>(
    'select email, birth_date::text as day from recreation.resident where id = $1',
    [cast.neighbour],
  );
  [email, birthDate] = [row!.email, row!.day];
});
afterAll(async () => {
  await other.close();
  await one.close();
});
beforeEach(async () => {
  clock = testNow;
  await one.database.asOwner('delete from access_log.budget_act');
});

const guess = (input: object, gateway = one): Promise<Answered> =>
  askLater(gateway, 'customer-service', confirm, { purpose, variables: { input } });
const wrong = (at: number): object => ({ email, birthDate: `1950-01-${`${(at % 28) + 1}`.padStart(2, '0')}` });
const seen = ({ codes, data }: Answered): object => ({ codes, data });

/** Makes wrong guesses, one after another. @returns the codes of their errors */
async function guessWrongly(times: number, gateway = one): Promise<string[]> {
  const codes: string[] = [];
  for (let at = 0; at < times; at += 1) codes.push(...(await guess(wrong(at), gateway)).codes);
  return codes;
}

describe('guesses', () => {
  test('are refused beyond the budget, right or wrong, of a person or of none, and a refusal is logged', async () => {
    expect((await guess({ email, birthDate })).data).toEqual({ confirmIdentity: { outcome: 'MATCH' } });
    expect(await guessWrongly(perHour - 1)).toEqual([]);
    for (const input of [
      { email, birthDate },
      wrong(0),
      { email, birthDate, residentId: cast.neighbour },
      { email, birthDate, residentId: unknownId },
      { email, birthDate, residentId: cast.clerkAsResident },
    ]) {
      const over = await guess(input);
      expect(seen(over)).toEqual(spent);
      expect(over.errors[0]!.message).toBe(sentence);
      expect(over.headers.get('retry-after')).toBe('3600');
      await one.sequence();
      const [entry] = await one.database.asOwner(
        `select header ->> 'outcome' as outcome, (select count(*)::int from access_log.segment about
           where about.seq = entry.seq and about.month = entry.month and about.subject_id is not null) as named
         from access_log.full_entry entry where id = $1`,
        [over.privacy.receipt!.entry],
      );
      expect(entry).toEqual({ outcome: 'REFUSED', named: 0 });
    }
  });

  test('count the same whether they are right or wrong', async () => {
    const left = async (input: object): Promise<number> => {
      await one.database.asOwner('delete from access_log.budget_act');
      for (let made = 0; ; made += 1) if ((await guess(input)).codes.length > 0) return made;
    };
    for (const input of [{ email, birthDate }, wrong(0), { email, birthDate, residentId: unknownId }]) {
      expect(await left(input)).toBe(perHour);
    }
  });

  test('count over two instances, also at once', async () => {
    const answers = await Promise.all(Array.from({ length: perHour + 6 }, (_each, at) => guess(wrong(at), at % 2 === 0 ? one : other)));
    expect(answers.filter(({ codes }) => codes.length === 0)).toHaveLength(perHour);
    expect(new Set(answers.flatMap(({ codes }) => codes))).toEqual(new Set(spent.codes));
  });

  test('count in any 60 minutes and any 24 hours', async () => {
    expect(await guessWrongly(perHour)).toEqual([]);
    clock = new Date(testNow.getTime() + 40 * minute);
    expect((await guess(wrong(0))).headers.get('retry-after')).toBe(`${20 * 60}`);
    for (let hour = 1; hour < perDay / perHour; hour += 1) {
      clock = new Date(testNow.getTime() + hour * 60 * minute);
      expect(await guessWrongly(perHour)).toEqual([]);
    }
    clock = new Date(testNow.getTime() + 5 * 60 * minute);
    const day = await guess({ email, birthDate });
    expect(seen(day)).toEqual(spent);
    expect(day.headers.get('retry-after')).toBe(`${19 * 60 * 60}`);
    clock = new Date(testNow.getTime() + 24 * 60 * minute);
    expect(await guessWrongly(1)).toEqual([]);
  });

  test('of one value alone compare nothing: the hint of an address cannot be tried out', async () => {
    for (const input of [{ email }, { birthDate }, { email, residentId: cast.neighbour }, { birthDate, residentId: cast.neighbour }]) {
      expect((await guess(input)).codes).toEqual(['INPUT_INVALID']);
    }
    expect((await guess({ email, birthDate, residentId: cast.neighbour })).data).toEqual({ confirmIdentity: { outcome: 'MATCH' } });
  });

  test('are answered alike with a spent read budget: a refusal would tell the outcome and undo the count', async () => {
    const limit = (line: Budget): Budget => ({ ...line, perHour: 1, perDay: 1 });
    const poor = await openGateway(
      { tokenMaxLifetime: lifetime, now: () => clock, policy: withBudget('CUSTOMER_SERVICE', purpose, limit, policyInForce) },
      one.database,
    );
    const search = '{ residents(first: 1, filter: { familyName: "A" }) { edges { node { id } } } }';
    expect((await askLater(poor, 'customer-service', search, { purpose })).codes).toEqual([]);
    expect((await askLater(poor, 'customer-service', search, { purpose })).codes).toEqual(['READ_BUDGET_SPENT']);
    expect((await guess({ email, birthDate }, poor)).data).toEqual({ confirmIdentity: { outcome: 'MATCH' } });
    expect((await guess(wrong(0), poor)).data).toEqual({ confirmIdentity: { outcome: 'NO_MATCH' } });
    expect(await one.database.asOwner('select from access_log.budget_act')).toHaveLength(2);
    await poor.close();
  });

  test('have the limits of the policy in force, and none without', async () => {
    const limited = async (limits: Limits): Promise<string[]> => {
      const limit = (line: Budget): Budget => ({ ...line, acts: { ...line.acts, IDENTITY_CHECK: limits } });
      const policy = withBudget('CUSTOMER_SERVICE', purpose, limit, policyInForce);
      const strict = await openGateway({ tokenMaxLifetime: lifetime, now: () => clock, policy }, one.database);
      const codes = await guessWrongly(3, strict);
      await strict.close();
      return codes;
    };
    expect(await limited({ perHour: 2, perDay: 2 })).toEqual(spent.codes);
  });

  test.each([
    [0, 0, 24 * 60 * 60],
    [0, 5, 60 * 60],
  ])('are refused where the limits are %s in an hour and %s in a day, from the first on', async (inAnHour, inADay, retryAfter) => {
    const spend = 'select retry_after as "retryAfter" from access_log.spend_act($1, $2, $3, $4, $5)';
    expect(await one.database.asOwner(spend, [cast.clerk, 'IDENTITY_CHECK', clock, inAnHour, inADay])).toEqual([{ retryAfter }]);
    expect(await one.database.asOwner('select from access_log.budget_act')).toEqual([]);
  });

  test('cannot be forgotten by the gateway, which counts them through a function alone', async () => {
    const [may] = await one.database.asOwner(
      `select has_function_privilege('ntk_gateway', 'access_log.spend_act(uuid, text, timestamptz, integer, integer)', 'execute') as counts,
         has_table_privilege('ntk_gateway', 'access_log.budget_act', 'select, insert, update, delete, truncate') as touches`,
    );
    expect(may).toEqual({ counts: true, touches: false });
  });
});

test('four fifths of the budget are a finding in the log, in the answer and in the metrics, whatever comes out', async () => {
  const lines = (): string[] =>
    one.logged
      .join('')
      .split('\n')
      .filter((line) => line.includes('ACT_BUDGET_NEARLY_SPENT'));
  const useOf = async (input: object): Promise<unknown> => (await guess(input)).privacy.actBudget;
  const before = lines().length;
  expect(await guessWrongly(perHour * 0.8 - 2)).toEqual([]);
  expect(await useOf({ email, birthDate })).toBeUndefined();
  expect(lines()).toHaveLength(before);
  expect(await useOf(wrong(0))).toEqual({ act: 'IDENTITY_CHECK', window: 'HOUR', limit: perHour, used: perHour * 0.8 });
  expect(await useOf({ email, birthDate })).toEqual({ act: 'IDENTITY_CHECK', window: 'HOUR', limit: perHour, used: perHour * 0.8 + 1 });
  expect(lines()).toHaveLength(before + 1);
  expect(JSON.parse(lines().at(-1)!)).toMatchObject({
    code: 'ACT_BUDGET_NEARLY_SPENT',
    act: 'IDENTITY_CHECK',
    role: 'CUSTOMER_SERVICE',
    purpose,
    window: 'HOUR',
    percentage: 80,
  });
  expect(await guessWrongly(perHour)).toContain('ACT_BUDGET_SPENT');
  const metrics = (await one.observed.texts()).join('\n');
  for (const state of ['WITHIN', 'NEARLY_SPENT', 'SPENT']) {
    expect(metrics).toContain(`ntk_act_budget_charges_total{act="IDENTITY_CHECK",role="CUSTOMER_SERVICE",state="${state}"}`);
  }
});
