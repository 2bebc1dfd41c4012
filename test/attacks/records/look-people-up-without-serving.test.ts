import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { services } from '../../../demo/population/services.ts';
import { actBudgetOf } from '../../../src/engine/policy/decision/enter.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import type { Purpose } from '../../../src/town/shared/graphql/generated/schema.ts';
import { askLater, lifetime } from '../../helpers/asking/ask-later.ts';
import { withBudget } from '../../helpers/policy/changed-policy.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway/gateway.ts';

// The attacker is a clerk who opens an encounter with one resident after another, reads what the encounter shows, and does not serve them.
const perHour = 4;
const perDay = 6;
const minute = 60_000;
const purpose = 'SERVICE_PROVISION';
const limitsOf = (of: Purpose) => actBudgetOf(policyInForce, 'CUSTOMER_SERVICE', of, 'UNSERVED_ENCOUNTER');
const policy = (['SERVICE_PROVISION', 'PAYMENT'] as const).reduce(
  (before, of) =>
    withBudget('CUSTOMER_SERVICE', of, (line) => ({ ...line, acts: { ...line.acts, UNSERVED_ENCOUNTER: { perHour, perDay } } }), before),
  policyInForce,
);
const start = 'mutation ($input: StartEncounterInput!) { startEncounter(input: $input) { encounter { id } } }';
const buy = 'mutation ($input: PurchaseInput!) { purchase(input: $input) { resident { id } } }';
const update = 'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { id } } }';
const unknownId = '99999999-9999-4999-8999-999999999999';
const sentence = 'This was done too often in the last hour or day: try again later.';

let clock = testNow;
let one: TestGateway;
let other: TestGateway;
let usual: TestGateway;
let people: readonly string[];
beforeAll(async () => {
  const given = { tokenMaxLifetime: lifetime, now: () => clock };
  one = await openGateway({ ...given, policy });
  other = await openGateway({ ...given, policy }, one.database);
  usual = await openGateway(given, one.database);
  const rows = await one.database.asOwner<{ id: string }>(
    `select id from recreation.resident where id::text not like '10000000-%' order by id limit 90`,
  );
  people = rows.map(({ id }) => id);
});
afterAll(async () => {
  await usual.close();
  await other.close();
  await one.close();
});
beforeEach(async () => {
  clock = testNow;
  for (const clerk of [cast.clerk, cast.otherClerk]) {
    await one.database.asOwner('delete from recreation.encounter where employee_id = $1', [clerk]);
  }
});

const begin = (gateway: TestGateway, residentId: string, asked: { purpose: string } = { purpose }): Promise<Answered> =>
  askLater(gateway, 'customer-service', start, { ...asked, variables: { input: { residentId, identifiedBy: 'PHOTO_CARD' } } });
const idOf = ({ data }: Answered): string => data.startEncounter.encounter.id;
async function beginWith(gateway: TestGateway, residents: readonly string[], asked?: { purpose: string }): Promise<string[]> {
  const codes: string[] = [];
  for (const id of residents) codes.push(...(await begin(gateway, id, asked)).codes);
  return codes;
}
const refused = { status: 294, codes: ['ACT_BUDGET_SPENT'], data: { startEncounter: null } };
const outcome = ({ status, codes, data }: Answered): object => ({ status, codes, data });
const openOnes = () =>
  one.database.asOwner<{ resident_id: string }>(
    'select resident_id from recreation.encounter where employee_id = $1 and ended_at is null',
    [cast.clerk],
  );

describe('encounters in which no person is served', () => {
  test('are refused beyond the budget of the policy in force, while a search still answers', async () => {
    const { perHour: most } = limitsOf(purpose);
    expect(await beginWith(usual, people.slice(0, most))).toEqual([]);
    const read = '{ currentCase { ... on Encounter { resident { email address { street } } } } }';
    const last = await begin(usual, people[most - 1]!);
    const shown = await askLater(usual, 'customer-service', read, { purpose, case: idOf(last) });
    expect(shown.data.currentCase.resident).toMatchObject({ email: expect.any(String) });
    expect(outcome(await begin(usual, people[most]!))).toEqual(refused);
    const search = await askLater(usual, 'customer-service', '{ residents(first: 1) { edges { node { initials } } } }', { purpose });
    expect(search.codes).toEqual([]);
  });

  test('are refused when they go on for a purpose whose limit they exceed', async () => {
    const change = 'mutation ($input: ChangeEncounterPurposeInput!) { changeEncounterPurpose(input: $input) { encounter { purpose } } }';
    const goOn = (encounterId: string, into: Purpose): Promise<Answered> =>
      askLater(one, 'customer-service', change, { purpose: into, variables: { input: { encounterId } } });
    expect(await beginWith(one, people.slice(0, perHour - 1), { purpose: 'AGE_VERIFICATION' })).toEqual([]);
    const within = idOf(await begin(one, people[perHour - 1]!, { purpose: 'AGE_VERIFICATION' }));
    expect((await goOn(within, purpose)).data.changeEncounterPurpose.encounter).toEqual({ purpose });
    const beyond = idOf(await begin(one, people[perHour]!, { purpose: 'AGE_VERIFICATION' }));
    expect(outcome(await goOn(beyond, purpose))).toEqual({ ...refused, data: { changeEncounterPurpose: null } });
    expect((await goOn(beyond, 'AGE_VERIFICATION')).codes).toEqual([]);
  });

  test('count over two instances, and a refusal changes nothing and is logged', async () => {
    expect(await beginWith(one, people.slice(0, 2))).toEqual([]);
    expect(await beginWith(other, people.slice(2, perHour))).toEqual([]);
    const before = await openOnes();
    expect(before).toEqual([{ resident_id: people[perHour - 1] }]);
    for (const gateway of [one, other]) {
      const over = await begin(gateway, people[perHour]!);
      expect(outcome(over)).toEqual(refused);
      expect(over.errors[0]!.message).toBe(sentence);
      expect(over.headers.get('retry-after')).toBe('3600');
      await gateway.sequence();
      const [entry] = await one.database.asOwner(`select header ->> 'outcome' as outcome from access_log.full_entry entry where id = $1`, [
        over.privacy.receipt!.entry,
      ]);
      expect(entry).toEqual({ outcome: 'REFUSED' });
    }
    expect(await openOnes()).toEqual(before);
  });

  test('are refused exactly beyond the budget where they begin and end at once at two instances', async () => {
    const end = 'mutation ($input: EndEncounterInput!) { endEncounter(input: $input) { encounter { id } } }';
    const answers = await Promise.all(
      people.slice(0, 24).map(async (id, at) => {
        const gateway = at % 2 === 0 ? one : other;
        const begun = await begin(gateway, id);
        if (begun.codes.length === 0) {
          await askLater(gateway, 'customer-service', end, { purpose, variables: { input: { encounterId: idOf(begun) } } });
        }
        return begun;
      }),
    );
    expect(answers.filter(({ codes }) => codes.length === 0)).toHaveLength(perHour);
    expect(new Set(answers.flatMap(({ codes }) => codes))).toEqual(new Set(['ACT_BUDGET_SPENT']));
  });

  test('are refused alike for a resident, an unknown id and the clerk’s own record', async () => {
    expect((await begin(one, unknownId)).codes).toEqual(['NOT_FOUND']);
    expect(await beginWith(one, people.slice(0, perHour))).toEqual([]);
    for (const id of [people[perHour]!, unknownId, cast.clerkAsResident]) expect(outcome(await begin(one, id))).toEqual(refused);
  });

  test('count in any 60 minutes and any 24 hours', async () => {
    for (let at = 0; at < perHour; at += 1) {
      clock = new Date(testNow.getTime() + at * 10 * minute);
      expect(await beginWith(one, [people[at]!])).toEqual([]);
    }
    clock = new Date(testNow.getTime() + 40 * minute);
    const early = await begin(one, people[perHour]!);
    expect(early.headers.get('retry-after')).toBe(`${20 * 60}`);
    clock = new Date(testNow.getTime() + 60 * minute);
    expect(await beginWith(one, people.slice(perHour, perHour + 2))).toEqual(['ACT_BUDGET_SPENT']);
    clock = new Date(testNow.getTime() + 75 * minute);
    expect(await beginWith(one, people.slice(perHour + 1, perDay))).toEqual([]);
    clock = new Date(testNow.getTime() + 5 * 60 * minute);
    const day = await begin(one, people[perDay]!);
    expect(outcome(day)).toEqual(refused);
    expect(day.headers.get('retry-after')).toBe(`${19 * 60 * 60}`);
    clock = new Date(testNow.getTime() + 24 * 60 * minute);
    expect(await beginWith(one, [people[perDay]!])).toEqual([]);
  });

  test('are counted for each clerk, and a person once', async () => {
    expect(await beginWith(one, people.slice(0, perHour))).toEqual([]);
    expect(await beginWith(one, [...people.slice(0, perHour), ...people.slice(0, perHour)])).toEqual([]);
    expect(await beginWith(one, [people[perHour]!])).toEqual(['ACT_BUDGET_SPENT']);
    await one.database.asOwner('update recreation.encounter set ended_at = now() where ended_at is null and employee_id = $1', [
      cast.clerk,
    ]);
    await one.database.asOwner('update recreation.encounter set employee_id = $2 where employee_id = $1', [cast.clerk, cast.otherClerk]);
    expect(await beginWith(one, [people[perHour]!])).toEqual([]);
  });

  test('of all purposes count together, and a person once', async () => {
    expect(await beginWith(one, people.slice(0, 3))).toEqual([]);
    expect(await beginWith(one, people.slice(0, 4), { purpose: 'PAYMENT' })).toEqual([]);
    for (const which of [purpose, 'PAYMENT']) expect(await beginWith(one, [people[4]!], { purpose: which })).toEqual(['ACT_BUDGET_SPENT']);
  });

  test('reach no more people than the largest budget of a purpose, however the purposes change', async () => {
    const most = limitsOf('AGE_VERIFICATION').perHour;
    const reached: string[] = [];
    for (const which of [purpose, 'PAYMENT', 'AGE_VERIFICATION'] as const) {
      for (const id of people.slice(reached.length)) {
        if ((await begin(usual, id, { purpose: which })).codes.length > 0) break;
        reached.push(id);
      }
      expect(reached).toHaveLength(limitsOf(which).perHour);
    }
    expect(reached).toHaveLength(most);
  });
});

describe('encounters that serve people', () => {
  const serve = async (query: string, residentId: string, input: object): Promise<Answered> => {
    const encounter = idOf(await begin(one, residentId));
    return askLater(one, 'customer-service', query, { purpose, case: encounter, variables: { input: { residentId, ...input } } });
  };

  test('by a purchase do not count', async () => {
    for (const id of people.slice(0, 3 * perHour)) expect((await serve(buy, id, { serviceId: services[0]!.id })).errors).toEqual([]);
    expect(await beginWith(one, people.slice(40, 40 + perHour))).toEqual([]);
    expect(await beginWith(one, [people[50]!])).toEqual(['ACT_BUDGET_SPENT']);
  });

  test.each<[string, string, object, readonly string[]]>([
    ['changes nothing', update, {}, []],
    // The resident need not be there, and a value that is on record already costs nothing.
    ['is one of contact data', update, { email: 'visitor@example.org' }, []],
    ['fails', buy, { serviceId: unknownId }, ['NOT_FOUND']],
  ])('do count where the change %s', async (_title, query, input, codes) => {
    for (const id of people.slice(0, perHour)) expect((await serve(query, id, input)).codes).toEqual(codes);
    expect(outcome(await begin(one, people[perHour]!))).toEqual(refused);
  });

  test('do count where the change is undone because its entry cannot be stored', async () => {
    for (const id of people.slice(0, perHour)) {
      const encounter = idOf(await begin(one, id));
      await one.database.asOwner('revoke insert on access_log.staged from ntk_gateway');
      try {
        const variables = { input: { residentId: id, serviceId: services[0]!.id } };
        expect((await askLater(one, 'customer-service', buy, { purpose, case: encounter, variables })).codes).toEqual(['LOG_UNAVAILABLE']);
      } finally {
        await one.database.asOwner('grant insert on access_log.staged to ntk_gateway');
      }
    }
    expect(outcome(await begin(one, people[perHour]!))).toEqual(refused);
  });
});

test('four fifths of the budget are a finding in the log, in the answer and in the metrics', async () => {
  const lines = (): string[] =>
    one.logged
      .join('')
      .split('\n')
      .filter((line) => line.includes('ACT_BUDGET_NEARLY_SPENT'));
  const before = lines().length;
  expect((await begin(one, people[0]!)).privacy.actBudget).toBeUndefined();
  expect(await beginWith(one, people.slice(1, 3))).toEqual([]);
  expect(lines()).toHaveLength(before);
  expect((await begin(one, people[3]!)).privacy.actBudget).toEqual({ act: 'UNSERVED_ENCOUNTER', window: 'HOUR', limit: perHour, used: 4 });
  expect(lines()).toHaveLength(before + 1);
  expect(JSON.parse(lines().at(-1)!)).toMatchObject({
    code: 'ACT_BUDGET_NEARLY_SPENT',
    act: 'UNSERVED_ENCOUNTER',
    role: 'CUSTOMER_SERVICE',
    purpose,
    window: 'HOUR',
    percentage: 100,
  });
  const metrics = (await one.observed.texts()).join('\n');
  for (const state of ['WITHIN', 'NEARLY_SPENT', 'SPENT']) {
    expect(metrics).toContain(`ntk_act_budget_charges_total{act="UNSERVED_ENCOUNTER",role="CUSTOMER_SERVICE",state="${state}"}`);
  }
});
