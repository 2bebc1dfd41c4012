import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { askAsResident } from '../../helpers/asking/ask-as.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const person = `resident { id givenName familyName birthDate ageBand email emailHint phone phoneHint mobilePhone
  address { street locality province postalCode } account { balance } }`;
const register = `mutation ($input: RegisterResidentInput!) { registerResident(input: $input) { ${person} } }`;

const newcomer = {
  givenName: 'Wilhelmina',
  familyName: 'Outerbridge',
  birthDate: '1991-02-03',
  email: 'wilhelmina@example.org',
  phone: '+17805550171',
  address: { street: '4 Larch Lane', locality: 'Saltgrass', province: 'AB', postalCode: 't9z1k8' },
};

const rowOf = async (id: string): Promise<Record<string, unknown> | undefined> =>
  (await gateway.database.asOwner('select * from recreation.resident where id = $1', [id]))[0];
const residentCount = async (): Promise<number> =>
  (await gateway.database.asOwner<{ count: number }>('select count(*)::int as count from recreation.resident'))[0]!.count;

test('a person who is not on record yet registers themselves, with an account, once', async () => {
  const id = randomUUID();
  const { data, errors, privacy } = await askAsResident(gateway, id, register, { input: newcomer });
  expect(errors).toEqual([]);
  expect(data.registerResident.resident).toEqual({
    id,
    givenName: 'Wilhelmina',
    familyName: 'Outerbridge',
    birthDate: '1991-02-03',
    ageBand: 'FROM_30_TO_44',
    email: 'wilhelmina@example.org',
    emailHint: 'w***@***',
    phone: '+17805550171',
    phoneHint: '**71',
    mobilePhone: null,
    address: { street: '4 Larch Lane', locality: 'Saltgrass', province: 'AB', postalCode: 'T9Z 1K8' },
    account: { balance: '0.00' },
  });
  expect(privacy.receipt).toBeDefined();

  const again = await askAsResident(gateway, id, register, { input: { ...newcomer, givenName: 'Changed' } });
  expect(again.data).toEqual({ registerResident: null });
  expect(again.codes).toEqual(['CONFLICT']);
  expect(await rowOf(id)).toMatchObject({ given_name: 'Wilhelmina' });
});

test('no person registers under the id of an employee or a partner', async () => {
  const before = await residentCount();
  for (const id of [cast.clerk, cast.creditBureau]) {
    const { data, codes } = await askAsResident(gateway, id, register, { input: newcomer });
    expect(data).toEqual({ registerResident: null });
    expect(codes).toEqual(['CONFLICT']);
  }
  expect(await residentCount()).toBe(before);
});

test('only one of several simultaneous registrations succeeds', async () => {
  const id = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => askAsResident(gateway, id, register, { input: newcomer })));
  expect(answers.flatMap(({ codes }) => codes)).toEqual(['CONFLICT', 'CONFLICT']);
});

test('clause identity: the counter registers a person under a new id, and sees the same as in a search', async () => {
  const { data, errors } = await gateway.ask('customer-service', register, {
    purpose: 'SERVICE_PROVISION',
    variables: { input: newcomer },
  });
  expect(errors).toEqual([]);
  const { resident } = data.registerResident;
  expect(resident).toMatchObject({
    givenName: 'Wilhelmina',
    birthDate: null,
    email: null,
    emailHint: 'w***@***',
    phone: null,
    phoneHint: null,
  });
  expect(resident.address).toEqual({ street: null, locality: null, province: null, postalCode: null });
  expect(await rowOf(resident.id)).toMatchObject({ email: 'wilhelmina@example.org', street: '4 Larch Lane' });
});

test('the answer is the same with and without a similar person on record', async () => {
  const ask = (input: object) => gateway.ask('customer-service', register, { purpose: 'SERVICE_PROVISION', variables: { input } });
  const double = {
    ...newcomer,
    givenName: 'Ottoline',
    familyName: 'Fairweather',
    email: 'tansy.and.rue@example.net',
    phone: '+17805550198',
  };
  const like = await ask(double);
  const unlike = await ask({ ...double, givenName: 'Umberto' });
  const shape = (answer: typeof like) => ({ ...answer.data.registerResident.resident, id: null, givenName: null });
  expect(like.errors).toEqual([]);
  expect(shape(like)).toEqual(shape(unlike));
  expect(like.data.registerResident.resident.id).not.toBe(cast.neighbour);
});

test('clause willing: optional fields may be left out or null', async () => {
  const { givenName, familyName, birthDate } = newcomer;
  const id = randomUUID();
  const { errors } = await askAsResident(gateway, id, register, {
    input: { givenName, familyName, birthDate, email: null, address: null },
  });
  expect(errors).toEqual([]);
  expect(await rowOf(id)).toMatchObject({ email: null, phone: null, street: null, postal_code: null });
});

test('malformed input is refused with its coordinates, never quoted, and no person is registered', async () => {
  const before = await residentCount();
  const address = newcomer.address;
  const cases: readonly (readonly [object, readonly string[]])[] = [
    [{ givenName: '  ' }, ['RegisterResidentInput.givenName']],
    [{ familyName: 'x'.repeat(101) }, ['RegisterResidentInput.familyName']],
    [{ familyName: 'Nul\u0000Byte' }, ['RegisterResidentInput.familyName']],
    // Each would be shown as another name, or turn around what stands after it.
    [{ familyName: '\u202Eegdirbretuo' }, ['RegisterResidentInput.familyName']],
    [{ givenName: 'Ada \u2067', familyName: 'a\u2066b' }, ['RegisterResidentInput.familyName', 'RegisterResidentInput.givenName']],
    [{ birthDate: '2026-06-16' }, ['RegisterResidentInput.birthDate']],
    [{ birthDate: '0000-01-01' }, ['RegisterResidentInput.birthDate']],
    [{ email: 'not-an-address', phone: '780 555 0171' }, ['RegisterResidentInput.email', 'RegisterResidentInput.phone']],
    [{ address: { ...address, postalCode: '90210' } }, ['AddressInput.postalCode']],
    [{ address: { ...address, province: 'ZZ', street: '' } }, ['AddressInput.province', 'AddressInput.street']],
  ];
  for (const [wrong, coordinates] of cases) {
    const { data, codes, errors, text } = await askAsResident(gateway, randomUUID(), register, { input: { ...newcomer, ...wrong } });
    expect(data).toEqual({ registerResident: null });
    expect(codes).toEqual(['INPUT_INVALID']);
    expect(errors[0]!.extensions.coordinates).toEqual(coordinates);
    expect(text).not.toMatch(/Outerbridge|90210|not-an-address/);
  }
  expect(await residentCount()).toBe(before);
});

test('no other role registers a person', async () => {
  const before = await residentCount();
  const variables = { input: newcomer };
  expect((await gateway.ask(null, register, { variables })).codes).toEqual(['AUTHENTICATION_REQUIRED']);
  expect((await gateway.ask('customer-service', register, { purpose: 'PAYMENT', variables })).codes).toEqual(['FIELD_NOT_PERMITTED']);
  expect((await gateway.ask('support', register, { purpose: 'CUSTOMER_SUPPORT', variables })).codes).toEqual(['FIELD_NOT_PERMITTED']);
  expect((await gateway.ask('collection-agency', register, { variables })).codes).toEqual(['FIELD_NOT_PERMITTED']);
  expect(await residentCount()).toBe(before);
});
