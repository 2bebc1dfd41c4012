import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { addressFields, contactFields, registrationFields } from '../../../src/town/people/resident-columns.ts';
import { cast, matters } from '../../../demo/personas.ts';
import { askAsResident } from '../../helpers/asking/ask-as.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { describeHeldSince } from './describe-held-since.ts';

const gateway = useGateway();

const person = `resident { id givenName familyName birthDate ageBand email waitingEmail emailHint phone phoneHint mobilePhone
  address { street locality province postalCode } account { balance } }`;
const update = `mutation ($input: UpdateContactInput!) { updateContact(input: $input) { ${person} } }`;
const unknownId = '00000000-0000-4000-8000-00000000dead';
const address = { street: '4 Larch Lane', locality: 'Saltgrass', province: 'AB', postalCode: 'T9Z 1K8' };

const rowOf = async (id: string): Promise<Record<string, unknown> | undefined> =>
  (await gateway.database.asOwner('select * from recreation.resident where id = $1', [id]))[0];

const change = (persona: string | null, input: object, asked: { purpose?: string; case?: string } = {}) =>
  gateway.ask(persona, update, { ...asked, variables: { input } });

test('given fields change, null removes a value, and omitted fields stay; a mail address waits for its link', async () => {
  const before = await rowOf(cast.neighbour);
  const input = { residentId: cast.neighbour, email: 'new@example.org', mobilePhone: null };
  const { data, errors } = await change('neighbour', input);
  expect(errors).toEqual([]);
  const { email, phone } = before!;
  expect(data.updateContact.resident).toMatchObject({ email, waitingEmail: 'new@example.org', mobilePhone: null, phone });
  const waiting = { waiting_email: 'new@example.org', waiting_set_by: 'SELF', waiting_asked_by: cast.neighbour };
  const until = new Date(testNow.getTime() + 48 * 3_600_000);
  expect(await rowOf(cast.neighbour)).toEqual({ ...before, mobile_phone: null, contact_since: testNow, ...waiting, waiting_until: until });
  const removed = await change('neighbour', { residentId: cast.neighbour, address: null });
  expect(removed.data.updateContact.resident.address).toEqual({ street: null, locality: null, province: null, postalCode: null });
});

test('the resident’s own page shows every stored field', () => {
  const selected = readFileSync('web/src/resident/my-information/document.ts', 'utf8').match(/\w+/g);
  expect(selected).toEqual(expect.arrayContaining(Object.keys({ ...registrationFields, ...contactFields, ...addressFields })));
});

test('an absent variable inside a literal input removes nothing', async () => {
  const before = await rowOf(cast.neighbour);
  expect(before!['phone']).not.toBeNull();
  const literal = `mutation ($phone: String) { updateContact(input: { residentId: "${cast.neighbour}", phone: $phone }) { resident { phone } } }`;
  const { data, errors } = await gateway.ask('neighbour', literal);
  expect(errors).toEqual([]);
  expect(data.updateContact.resident.phone).toBe(before!['phone']);
  expect(await rowOf(cast.neighbour)).toEqual(before);
});

test('a guardian sets the address only with the area ADDRESS, and the email address without it', async () => {
  const input = { residentId: cast.resident, address };
  const within = await change('guardian', input);
  expect(within.errors).toEqual([]);
  expect(within.data.updateContact.resident.address.street).toBe('4 Larch Lane');
  for (const other of [{ ...address, street: '1 Wrong Way' }, null]) {
    const without = await askAsResident(gateway, cast.distantGuardian, update, { input: { ...input, address: other } });
    expect(without.codes).toEqual(['NOT_FOUND']);
  }
  expect(await rowOf(cast.resident)).toMatchObject({ street: '4 Larch Lane', postal_code: 'T9Z 1K8' });
  const email = await askAsResident(gateway, cast.distantGuardian, update, {
    input: { residentId: cast.resident, email: 'care@example.org' },
  });
  expect(email.errors).toEqual([]);
  expect(email.data.updateContact.resident).toMatchObject({
    waitingEmail: 'care@example.org',
    phone: null,
    address: { street: null, locality: null },
  });
});

test('a guardian who lives elsewhere can’t redirect calls, whether or not the minor is address-protected', async () => {
  for (const [guardian, residentId] of [
    [cast.distantGuardian, cast.resident],
    [cast.estrangedParent, cast.protectedChild],
  ] as const) {
    const before = await rowOf(residentId);
    for (const given of [{ phone: '+17805550112' }, { mobilePhone: null }]) {
      const answer = await askAsResident(gateway, guardian, update, { input: { residentId, ...given } });
      expect(answer.codes).toEqual(['NOT_FOUND']);
    }
    expect(await rowOf(residentId)).toEqual(before);
  }
});

test('the counter changes the contact data of the served person, even if the purpose does not show it', async () => {
  const input = { residentId: cast.resident, email: 'served@example.org' };
  const service = await change('customer-service', input, { purpose: 'SERVICE_PROVISION', case: matters.encounter });
  expect(service.errors).toEqual([]);
  expect(service.data.updateContact.resident.waitingEmail).toBe('served@example.org');
  await gateway.database.asOwner(`update recreation.encounter set purpose = 'PAYMENT' where id = $1`, [matters.encounter]);
  const payment = await change(
    'customer-service',
    { ...input, email: 'paid@example.org' },
    { purpose: 'PAYMENT', case: matters.encounter },
  );
  await gateway.database.asOwner(`update recreation.encounter set purpose = 'SERVICE_PROVISION' where id = $1`, [matters.encounter]);
  expect(payment.errors).toEqual([]);
  expect(payment.data.updateContact.resident).toMatchObject({ email: null, waitingEmail: null, givenName: 'Peregrine' });
  expect(await rowOf(cast.resident)).toMatchObject({ waiting_email: 'paid@example.org' });
});

test('a resident out of scope looks unknown', async () => {
  const before = [await rowOf(cast.neighbour), await rowOf(cast.housemate), await rowOf(cast.clerkAsResident)];
  const given = { email: 'stolen@example.org' };
  const counter = { purpose: 'SERVICE_PROVISION', case: matters.encounter };
  const refusals = [
    await change('guardian', { residentId: unknownId, ...given }),
    await change('guardian', { residentId: cast.neighbour, ...given }),
    await change('guardian', { residentId: cast.housemate, ...given }),
    await change('guardian', { residentId: cast.neighbour }),
    await change('customer-service', { residentId: cast.neighbour, ...given }, counter),
    await change('customer-service', { residentId: cast.clerkAsResident, ...given }, counter),
    await change('customer-service', { residentId: cast.resident, ...given }, { purpose: 'SERVICE_PROVISION' }),
  ];
  for (const { data, errors } of refusals) {
    expect(data).toEqual({ updateContact: null });
    expect(errors).toEqual([{ ...refusals[0]!.errors[0]! }]);
  }
  expect(refusals[0]!.codes).toEqual(['NOT_FOUND']);
  expect([await rowOf(cast.neighbour), await rowOf(cast.housemate), await rowOf(cast.clerkAsResident)]).toEqual(before);
});

test('malformed input is refused with its coordinates and changes nothing', async () => {
  const before = await rowOf(cast.neighbour);
  const bad = {
    residentId: cast.neighbour,
    email: 'fine@example.org',
    phone: '12',
    address: { ...address, postalCode: 'D1D 1D1' },
  };
  const { codes, errors } = await change('neighbour', bad);
  expect(codes).toEqual(['INPUT_INVALID']);
  expect(errors[0]!.extensions.coordinates).toEqual(['AddressInput.postalCode', 'UpdateContactInput.phone']);
  const id = await change('neighbour', { residentId: 'me' });
  expect(id.errors[0]!.extensions.coordinates).toEqual(['UpdateContactInput.residentId']);
  expect(await rowOf(cast.neighbour)).toEqual(before);
});

test('no other role changes contact data', async () => {
  const input = { residentId: cast.resident, email: 'x@example.org' };
  expect((await change(null, input)).codes).toEqual(['AUTHENTICATION_REQUIRED']);
  expect((await change('support', input, { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket })).codes).toEqual(['FIELD_NOT_PERMITTED']);
  expect((await change('privacy-officer', input, { purpose: 'RIGHTS_FULFILMENT', case: matters.request })).codes).toEqual([
    'FIELD_NOT_PERMITTED',
  ]);
  expect((await change('maintenance-agent', input)).codes).toEqual(['FIELD_NOT_PERMITTED']);
});

test('a guardian who must not find the home can’t redirect its mail and calls', async () => {
  const moved = { residentId: cast.protectedChild, address };
  const called = { residentId: cast.protectedChild, phone: '+17805550188' };
  for (const input of [moved, called, { ...called, phone: null }]) {
    expect((await askAsResident(gateway, cast.estrangedParent, update, { input })).codes).toEqual(['NOT_FOUND']);
  }
  expect((await askAsResident(gateway, cast.protectedPerson, update, { input: called })).errors).toEqual([]);
  expect((await askAsResident(gateway, cast.protectedPerson, update, { input: moved })).errors).toEqual([]);
});

describeHeldSince(() => gateway);
