import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { withBudget } from '../../helpers/policy/changed-policy.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

// The attacker is a clerk who writes guessed contact data, and watches whether the encounter counts as served.
const purpose = 'SERVICE_PROVISION';
const limit = 4;
const policy = withBudget(
  'CUSTOMER_SERVICE',
  purpose,
  (line) => ({ ...line, acts: { ...line.acts, UNSERVED_ENCOUNTER: { perHour: limit, perDay: 2 * limit } } }),
  policyInForce,
);
const start = 'mutation ($input: StartEncounterInput!) { startEncounter(input: $input) { encounter { id } } }';
const update = 'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { id phone address { street } } } }';

let others: readonly string[];
const gateway = useGateway({ policy });
beforeAll(async () => {
  const rows = await gateway.database.asOwner<{ id: string }>(
    `select id from recreation.resident where id::text not like '10000000-%' order by id limit 5`,
  );
  others = rows.map(({ id }) => id);
});
beforeEach(() => gateway.database.asOwner('delete from recreation.encounter where employee_id = $1', [cast.clerk]));

const begin = (residentId: string): Promise<Answered> =>
  gateway.ask('customer-service', start, { purpose, variables: { input: { residentId, identifiedBy: 'PHOTO_CARD' } } });

async function store(values: Readonly<Record<string, string | null>>): Promise<void> {
  const names = Object.keys(values).map((name, at) => `${name} = $${at + 2}`);
  await gateway.database.asOwner(`update recreation.resident set ${names.join(', ')} where id = $1`, [
    cast.protectedPerson,
    ...Object.values(values),
  ]);
}

/** The part of the encounter budget that the clerk sees after writing a guess to the protected person, apart from the people not served. */
async function countAfter(guess: object): Promise<object> {
  for (const id of others.slice(0, limit - 2)) expect((await begin(id)).codes).toEqual([]);
  const { data } = await begin(cast.protectedPerson);
  const variables = { input: { residentId: cast.protectedPerson, ...guess } };
  const written = await gateway.ask('customer-service', update, { purpose, case: data.startEncounter.encounter.id, variables });
  const next = await begin(others[limit]!);
  return { written: written.data, codes: [written.codes, next.codes], budget: next.privacy.actBudget };
}

const home = { locality: 'Chestermere', province: 'AB' };
test.each<[string, object, Readonly<Record<string, string | null>>, Readonly<Record<string, string | null>>]>([
  ['a number', { phone: '+14035550142' }, { phone: '+14035550142' }, { phone: '+14035550143' }],
  ['no number', { phone: null }, { phone: null }, { phone: '+14035550143' }],
  [
    'an address',
    { address: { ...home, street: '1 Guessed Street', postalCode: 'T1X 1A1' } },
    { ...home, street: '1 Guessed Street', postal_code: 'T1X 1A1' },
    { ...home, street: '2 Other Street', postal_code: 'T1X 1A1' },
  ],
])('the encounter budget does not tell whether %s that a clerk writes was stored already', async (_title, guess, same, different) => {
  await store(same);
  const right = await countAfter(guess);
  expect(right).toMatchObject({ codes: [[], []], budget: { window: 'HOUR', limit, used: limit } });
  await gateway.database.asOwner('delete from recreation.encounter where employee_id = $1', [cast.clerk]);
  await store(different);
  expect(await countAfter(guess)).toEqual(right);
});
