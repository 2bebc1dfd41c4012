import { expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { askAsResident } from '../../helpers/asking/ask-as.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const householdOf = `query ($id: ID!) { resident(id: $id) { household { id members { residentId givenName ageBand } } } }`;

async function homeOf(residentId: string): Promise<string> {
  const [row] = await gateway.database.asOwner<{ household_id: string }>(
    'select household_id from recreation.household_member where resident_id = $1 and is_home',
    [residentId],
  );
  return row!.household_id;
}

test('a guardian sees the household: only the name of another adult, and more of a minor in care', async () => {
  const { data, errors } = await gateway.ask('guardian', '{ me { household { id members { residentId givenName ageBand initials } } } }');
  expect(errors).toEqual([]);
  expect(data.me.household).toEqual({
    id: await homeOf(cast.guardian),
    members: [
      { residentId: cast.resident, givenName: 'Peregrine', ageBand: 'FROM_13_TO_17', initials: 'P.C.' },
      { residentId: cast.guardian, givenName: 'Rosalind', ageBand: 'FROM_45_TO_64', initials: 'R.A.' },
      { residentId: cast.housemate, givenName: 'Éloïse', ageBand: null, initials: 'É.T.' },
    ],
  });
});

test('a minor sees no other member of the household', async () => {
  const { data } = await gateway.ask('resident', '{ me { household { members { residentId givenName } } } }');
  expect(data.me.household.members).toEqual([{ residentId: cast.resident, givenName: 'Peregrine' }]);
});

test('a guardian sees the household of a minor only with the area HOUSEHOLD', async () => {
  const withScope = await askAsResident(gateway, cast.guardian, householdOf, { id: cast.resident });
  expect(withScope.data.resident.household.id).toBe(await homeOf(cast.resident));
  const without = await askAsResident(gateway, cast.distantGuardian, householdOf, { id: cast.resident });
  expect(without.data).toEqual({ resident: { household: null } });
});

test('only the adults of the home see the home of a protected child', async () => {
  const home = await homeOf(cast.protectedChild);
  const atHome = await askAsResident(gateway, cast.protectedPerson, householdOf, { id: cast.protectedChild });
  expect(atHome.data.resident.household.id).toBe(home);
  const estranged = await askAsResident(gateway, cast.estrangedParent, householdOf, { id: cast.protectedChild });
  expect(estranged.data).toEqual({ resident: { household: null } });

  const own = await askAsResident(
    gateway,
    cast.estrangedParent,
    '{ me { household { id members { residentId } } guardianships { minor { id household { id } address { street locality } phone } } } }',
  );
  expect(own.data.me.household).toEqual({
    id: await homeOf(cast.estrangedParent),
    members: [{ residentId: cast.protectedChild }, { residentId: cast.estrangedParent }],
  });
  expect(own.data.me.guardianships).toEqual([
    { minor: { id: cast.protectedChild, household: null, address: { street: null, locality: null }, phone: null } },
  ]);
  expect(own.text).not.toContain(home);
});

test('the counter sees the household in an encounter for service, and not for payment', async () => {
  const asked = { case: matters.encounter, variables: { id: cast.resident } };
  const service = await gateway.ask('customer-service', householdOf, { ...asked, purpose: 'SERVICE_PROVISION' });
  expect(service.data.resident.household.members.map(({ residentId }: { residentId: string }) => residentId)).toEqual([
    cast.resident,
    cast.guardian,
    cast.housemate,
  ]);
  const unserved = await gateway.ask('customer-service', householdOf, { purpose: 'SERVICE_PROVISION', variables: { id: cast.resident } });
  expect(unserved.data).toEqual({ resident: { household: null } });

  await gateway.database.asOwner(`update recreation.encounter set purpose = 'PAYMENT' where id = $1`, [matters.encounter]);
  const payment = await gateway.ask('customer-service', householdOf, { ...asked, purpose: 'PAYMENT' });
  await gateway.database.asOwner(`update recreation.encounter set purpose = 'SERVICE_PROVISION' where id = $1`, [matters.encounter]);
  expect(payment.data).toEqual({ resident: { household: null } });
});

test('an order with the category household shows only members whom it names, under pseudonyms', async () => {
  const seen = await askAsResident(gateway, cast.protectedPerson, '{ me { household { id members { residentId } } } }');
  expect(seen.data.me.household.members).toHaveLength(3);
  const { data, text } = await gateway.ask(
    'police',
    '{ residents { edges { node { household { id members { residentId givenName } } } } } }',
    {
      mandate: matters.protectedOrder,
    },
  );
  const [{ node }] = data.residents.edges;
  // Leopold lives there too, but the order does not name him.
  expect(node.household.members.map(({ givenName }: { givenName: string }) => givenName)).toEqual(['Seraphina', 'Juniper']);
  expect(text).not.toContain(cast.protectedPerson);
  expect(text).not.toContain(seen.data.me.household.id);
});

const guardianships = '{ me { guardianships { areas since minor { id givenName } } } }';

test('a guardian sees the minors in care, with the areas', async () => {
  const { data } = await gateway.ask('guardian', guardianships);
  expect(data.me.guardianships).toEqual([
    { areas: ['ADDRESS', 'HOUSEHOLD', 'SUPPORT_HISTORY'], since: '2023-02-22', minor: { id: cast.resident, givenName: 'Peregrine' } },
  ]);
  const { data: nobodys } = await gateway.ask('neighbour', guardianships);
  expect(nobodys.me.guardianships).toEqual([]);
});

test('a guardianship is shown from its first day to its last, and until the minor comes of age', async () => {
  const asOwner = (text: string, values: unknown[]) => gateway.database.asOwner(text, values);
  const count = async () => (await gateway.ask('guardian', guardianships)).data.me.guardianships.length;
  const pair = [cast.guardian, cast.resident];
  const change = async (valid: string) =>
    asOwner(`update recreation.guardianship set ${valid} where guardian_id = $1 and minor_id = $2`, pair);

  expect(await count()).toBe(1);
  await change(`valid_until = '2026-06-15'`);
  expect(await count()).toBe(0);
  await change(`valid_until = '2026-06-16'`);
  expect(await count()).toBe(1);
  await change(`valid_until = null, valid_from = '2026-06-16'`);
  expect(await count()).toBe(0);
  await change(`valid_from = '2026-06-15'`);
  expect(await count()).toBe(1);
  const birth = (date: string) => asOwner('update recreation.resident set birth_date = $2 where id = $1', [cast.resident, date]);
  await birth('2008-06-15');
  expect(await count()).toBe(0);
  await birth('2008-12-15');
  expect(await count()).toBe(1);
});
