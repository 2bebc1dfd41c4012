import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { openWorld, type Seen, type Step, type World } from '../../helpers/gateway/world.ts';

// The attacker is a guardian who lives elsewhere, or a clerk, and wants to know who is address-protected: from a field that is null,
// from a refusal, or by a change that is not read back. The two worlds differ only in the protection of one person.
let open: World;
let guarded: World;
beforeAll(async () => {
  [open, guarded] = [await openWorld(), await openWorld()];
  for (const { gateway } of [open, guarded]) {
    // The neighbour is a second guardian, for everything, and lives elsewhere.
    await gateway.database.asOwner(
      `insert into recreation.guardianship (guardian_id, minor_id, scope, valid_from)
       values ($1, $2, array['ADDRESS', 'HOUSEHOLD', 'SUPPORT_HISTORY'], '2020-01-01')`,
      [cast.neighbour, cast.resident],
    );
    await gateway.database.asOwner('update recreation.encounter set last_active_at = $2 where id = $1', [matters.encounter, testNow]);
  }
  // The first change of a gateway makes one more statement.
  for (const world of [open, guarded]) await world.step(changing('resident', { mobilePhone: '+17805550111' }, contact));
  await guarded.gateway.database.asOwner('update recreation.resident set address_protected = true where id = $1', [cast.resident]);
});
afterAll(async () => {
  await open.close();
  await guarded.close();
});

const contact = 'email emailHint phone phoneHint mobilePhone';
const home = 'address { street locality province postalCode } household { id members { residentId ageBand } }';

async function inBoth(step: Step): Promise<readonly [Seen, Seen]> {
  // One after another: the driver has only one listener at a time.
  const first = await open.step(step);
  return [first!, (await guarded.step(step))!];
}

/** Asserts that a step has the same response and the same statements in both worlds. */
async function expectAlike(step: Step): Promise<Seen> {
  const [one, other] = await inBoth(step);
  expect(other.whole).toBe(one.whole);
  expect(other.statements).toEqual(one.statements);
  return one;
}

const reading = (persona: string, fields: string, asked: Step['asked'] = {}): Step => ({
  persona,
  query: `{ resident(id: "${cast.resident}") { id givenName ${fields} } }`,
  asked,
});
const changing = (persona: string, given: object, fields: string, asked: Step['asked'] = {}): Step => ({
  persona,
  query: `mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { id ${fields} } } }`,
  asked: { ...asked, variables: { input: { residentId: cast.resident, ...given } } },
});
const changes = [
  { email: 'changed@example.org' },
  { phone: '+17805550112' },
  { mobilePhone: null },
  { phone: null, email: null },
  { email: 'again@example.org', phone: '+17805550113' },
];
const addresses = [
  { address: { street: '4 Larch Lane', locality: 'Saltgrass', province: 'AB', postalCode: 'T9Z 1K8' } },
  { address: null },
];

test('the protection is there: the helpdesk sees the telephone number in one world only', async () => {
  const step = reading('support', contact, { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket });
  const [one, other] = await inBoth(step);
  expect(one.answer.data.resident.phone).toMatch(/^\+1/);
  expect(other.answer.data.resident.phone).toBeNull();
});

describe('a guardian who lives elsewhere', () => {
  const fields = `${contact} ${home}`;
  test('sees the same with and without the protection', async () => {
    const { answer } = await expectAlike(reading('neighbour', fields));
    expect(answer.data.resident).toMatchObject({ email: expect.stringContaining('@'), phone: null, mobilePhone: null, household: null });
    for (const withheld of ['error', 'reject'] as const) await expectAlike(reading('neighbour', fields, { withheld }));
    await expectAlike({
      persona: 'neighbour',
      query: `{ residents { totalCount edges { node { id ${fields} } } } me { guardianships { minor { ${fields} } } } }`,
    });
  });

  test.each([...changes, ...addresses].map((given) => [JSON.stringify(given), given] as const))(
    'changes %s alike',
    async (_name, given) => {
      await expectAlike(changing('neighbour', given, fields));
      await expectAlike(reading('neighbour', fields));
      expect((await expectAlike(reading('resident', fields))).answer.errors).toEqual([]);
    },
  );
});

test('what others read of a minor tells a guardian who lives elsewhere nothing about the protection', async () => {
  for (const [persona, asked] of [
    ['support', { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket }],
    ['customer-service', { purpose: 'SERVICE_PROVISION', case: matters.encounter }],
  ] as const) {
    const [one, other] = await inBoth(reading(persona, `${contact} ${home}`, asked));
    expect(other.answer.data).not.toEqual(one.answer.data);
  }
  const history = `accessHistory(first: 50) { totalCount edges { node { by { role } why fields categories } } }`;
  const entries = 'accessEntries(first: 50) { edges { node { role subjects { relationship released withheld } } } }';
  // Reads of the minor are shown to this guardian on the next day.
  for (const world of [open, guarded]) world.moveTo(new Date(testNow.getTime() + 26 * 60 * 60_000));
  const { answer } = await expectAlike({ persona: 'neighbour', query: `{ resident(id: "${cast.resident}") { ${history} } ${entries} }` });
  for (const world of [open, guarded]) world.moveTo(new Date(testNow.getTime() + 10 * 60_000));
  const told = answer.data.resident.accessHistory.edges.map(({ node }: any) => node);
  expect(told.find(({ by }: any) => by.role === 'SUPPORT').fields).toContain('email address');
  expect(told.flatMap(({ fields }: any) => fields)).not.toContain('telephone number');
  expect(told.flatMap(({ categories }: any) => categories)).not.toContain('TELEPHONE');
  // The minor is told everything.
  const [seen] = await inBoth({ persona: 'resident', query: `{ me { ${history} } }` });
  const own = seen.answer.data.me.accessHistory.edges;
  expect(own.find(({ node }: any) => node.by.role === 'SUPPORT').node.fields).toContain('telephone number');
  expect(own.find(({ node }: any) => node.by.role === 'SUPPORT').node.categories).toContain('TELEPHONE');
});

describe('a guardian who lives with the minor', () => {
  const fields = `${contact} ${home}`;
  test('sees and changes the same with and without the protection', async () => {
    const { answer } = await expectAlike(reading('guardian', fields));
    expect(answer.data.resident).toMatchObject({ phone: expect.anything(), address: { street: expect.anything() } });
    for (const given of [...changes, ...addresses.slice(0, 1)]) await expectAlike(changing('guardian', given, fields));
    await expectAlike(reading('guardian', fields));
  });
});

describe('a clerk', () => {
  beforeAll(async () => {
    // The address that was removed above comes back by a link alone.
    for (const { gateway } of [open, guarded])
      await gateway.database.asOwner(`update recreation.resident set email = 'again@example.org' where id = $1`, [cast.resident]);
  });
  const search = { purpose: 'SERVICE_PROVISION' } as const;
  const serving = { ...search, case: matters.encounter } as const;

  test('finds the same in a search with and without the protection', async () => {
    const { answer } = await expectAlike(reading('customer-service', `ageBand ${contact} ${home}`, search));
    expect(answer.data.resident).toMatchObject({ emailHint: expect.stringContaining('***'), phoneHint: null });
    await expectAlike({
      persona: 'customer-service',
      query: `{ residents(first: 50, filter: { familyName: "Cas" }) { totalCount edges { node { id givenName ageBand ${contact} ${home} } } } }`,
      asked: search,
    });
    await expectAlike(reading('customer-service', contact, { purpose: 'AGE_VERIFICATION' }));
  });

  test('sees the same contact data of the person being served', async () => {
    const { answer } = await expectAlike(reading('customer-service', contact, serving));
    expect(answer.data.resident.email).toContain('@');
    for (const withheld of ['error', 'reject'] as const) await expectAlike(reading('customer-service', contact, { ...serving, withheld }));
  });

  test.each(changes.map((given) => [JSON.stringify(given), given] as const))(
    'changes %s alike, and reads back the same',
    async (_name, given) => {
      const { answer } = await expectAlike(changing('customer-service', given, contact, serving));
      expect(answer.errors).toEqual([]);
      await expectAlike(reading('customer-service', contact, serving));
      await expectAlike(reading('customer-service', contact, search));
    },
  );

  test('confirms the same values, and does not confirm the same others', async () => {
    const [{ birthDate, ...numbers } = { birthDate: '' }] = await open.gateway.database.asOwner<Record<string, string>>(
      'select birth_date::text as "birthDate", email, phone, mobile_phone from recreation.resident where id = $1',
      [cast.resident],
    );
    expect(numbers['phone'] ?? numbers['mobile_phone']).toMatch(/^\+1/);
    const phone = numbers['phone'] ?? numbers['mobile_phone'];
    const confirming = (input: object): Step => ({
      persona: 'customer-service',
      query: 'mutation ($input: ConfirmIdentityInput!) { confirmIdentity(input: $input) { outcome } }',
      asked: { ...search, variables: { input } },
    });
    for (const given of [
      { birthDate, phone },
      { birthDate, email: numbers['email'] },
      { email: numbers['email'], phone },
    ]) {
      for (const residentId of [undefined, cast.resident]) {
        const { answer } = await expectAlike(confirming({ ...given, residentId }));
        expect(answer.data).toEqual({ confirmIdentity: { outcome: 'MATCH' } });
      }
    }
    const { statements } = await expectAlike(confirming({ birthDate, phone, residentId: cast.resident }));
    for (const input of [
      { birthDate, phone: '+17805550199', residentId: cast.resident },
      { birthDate, phone, residentId: '99999999-9999-4999-8999-999999999999' },
      { birthDate, phone, residentId: cast.clerkAsResident },
    ]) {
      const absent = await expectAlike(confirming(input));
      expect(absent.answer.data).toEqual({ confirmIdentity: { outcome: 'NO_MATCH' } });
      expect(absent.statements).toEqual(statements);
    }
  });

  test('registers a person and reads the same back', async () => {
    const input = { givenName: 'Zebedee', familyName: 'Quartermain', birthDate: '1971-03-02', phone: '+17805550171' };
    const { answer } = await expectAlike({
      persona: 'customer-service',
      query: `mutation ($input: RegisterResidentInput!) { registerResident(input: $input) { resident { ${contact} ${home} } } }`,
      asked: { ...search, variables: { input } },
    });
    expect(answer.errors).toEqual([]);
  });
});
