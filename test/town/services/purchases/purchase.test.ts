import { afterEach, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { services } from '../../../../demo/population/services.ts';
import type { Answered, Asked } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();
afterEach(() =>
  gateway.database.asOwner(`update recreation.encounter set purpose = 'SERVICE_PROVISION' where id = $1`, [matters.encounter]),
);

const document = `mutation ($input: PurchaseInput!) { purchase(input: $input) {
  purchase { id quantity amount purchasedAt service { name } } resident { id givenName account { balance } purchases { totalCount } } } }`;
const lifeguard = services[7]!; // 214.95, from 13
const swimmingPass = services[0]!; // for any age
const adultPass = services[2]!; // from 18
const unknownId = '00000000-0000-4000-8000-00000000dead';

interface Input {
  readonly residentId?: string;
  readonly serviceId?: string;
  readonly quantity?: number | null;
}

function buy(persona: string | null, input: Input, asked: Asked = {}): Promise<Answered> {
  const given = { residentId: cast.resident, serviceId: lifeguard.id, ...input };
  return gateway.ask(persona, document, { ...asked, variables: { input: given } });
}

/** Reads the balance and the number of purchases directly from the database. */
async function stateOf(residentId: string) {
  const [row] = await gateway.database.asOwner<{ balance: string | null; purchases: number }>(
    `select (select balance::text from recreation.account where resident_id = $1) as balance,
       (select count(*)::int from recreation.purchase where resident_id = $1) as purchases`,
    [residentId],
  );
  return row!;
}

test('a resident buys, and the balance falls by exactly the price', async () => {
  const before = await stateOf(cast.resident);
  expect(before.balance).toBe('-318.47');
  const { data, errors, privacy } = await buy('resident', { quantity: 3 });
  expect(errors).toEqual([]);
  expect(data.purchase).toEqual({
    purchase: {
      id: expect.any(String),
      quantity: 3,
      amount: '644.85',
      purchasedAt: '2026-06-15T18:00:00.000Z',
      service: { name: 'Lifeguard course' },
    },
    resident: { id: cast.resident, givenName: 'Peregrine', account: { balance: '-963.32' }, purchases: { totalCount: 4 } },
  });
  expect(await stateOf(cast.resident)).toEqual({ balance: '-963.32', purchases: before.purchases + 1 });
  expect(privacy.receipt).toBeDefined();
});

test('the default quantity is one', async () => {
  const { data } = await buy('resident', {});
  expect(data.purchase.purchase).toMatchObject({ quantity: 1, amount: '214.95' });
});

test('a guardian buys for a minor in care', async () => {
  const before = await stateOf(cast.resident);
  const { data, errors } = await buy('guardian', {});
  expect(errors).toEqual([]);
  expect(data.purchase.resident.id).toBe(cast.resident);
  expect((await stateOf(cast.resident)).purchases).toBe(before.purchases + 1);
});

test('the counter sells to the served person, for service and for payment', async () => {
  const before = await stateOf(cast.resident);
  const service = await buy('customer-service', {}, { purpose: 'SERVICE_PROVISION', case: matters.encounter });
  expect(service.errors).toEqual([]);
  // Service provision does not show the balance, but the balance changes.
  expect(service.data.purchase.resident.account).toEqual({ balance: null });
  await gateway.database.asOwner(`update recreation.encounter set purpose = 'PAYMENT' where id = $1`, [matters.encounter]);
  const payment = await buy('customer-service', { serviceId: swimmingPass.id }, { purpose: 'PAYMENT', case: matters.encounter });
  const after = await stateOf(cast.resident);
  expect(payment.data.purchase.resident.account).toEqual({ balance: after.balance });
  expect(after.purchases).toBe(before.purchases + 2);
});

test('a missing account is made, and simultaneous purchases all count', async () => {
  await gateway.database.asOwner('delete from recreation.account where resident_id = $1', [cast.neighbour]);
  const input = { residentId: cast.neighbour };
  const answers = await Promise.all(Array.from({ length: 5 }, () => buy('neighbour', input)));
  expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
  expect(await stateOf(cast.neighbour)).toEqual({ balance: '-1074.75', purchases: 6 });
});

test('the access entry names the buyer even if the payload selects nothing', async () => {
  const bare = 'mutation ($input: PurchaseInput!) { purchase(input: $input) { __typename } }';
  const input = { residentId: cast.resident, serviceId: lifeguard.id };
  const { data, privacy } = await gateway.ask('resident', bare, { variables: { input } });
  expect(data).toEqual({ purchase: { __typename: 'PurchasePayload' } });
  await gateway.sequence();
  const subjects = await gateway.database.asOwner(
    'select subject_id from access_log.segment join access_log.entry using (seq, month) where entry.id = $1 and ordinal > 1',
    [privacy.receipt!.entry],
  );
  expect(subjects).toEqual([{ subject_id: cast.resident }]);
});

test('a resident out of scope looks unknown, and an unknown service is told alike for every resident', async () => {
  const refusals = [
    await buy('guardian', { residentId: unknownId }),
    await buy('guardian', { residentId: cast.neighbour }),
    await buy('guardian', { residentId: cast.housemate }),
    await buy('customer-service', { residentId: cast.neighbour }, { purpose: 'SERVICE_PROVISION', case: matters.encounter }),
    await buy('customer-service', {}, { purpose: 'SERVICE_PROVISION' }),
  ];
  for (const { data, codes, errors } of refusals) {
    expect(data).toEqual({ purchase: null });
    expect(codes).toEqual(['NOT_FOUND']);
    expect(errors[0]).toEqual(refusals[0]!.errors[0]);
  }
  for (const residentId of [cast.resident, cast.neighbour, unknownId]) {
    const { errors } = await buy('resident', { residentId, serviceId: unknownId });
    expect(errors[0]!.extensions).toEqual({ code: 'NOT_FOUND', reason: 'SERVICE_UNKNOWN' });
  }
  expect((await stateOf(cast.housemate)).purchases).toBe(1);
});

test('a resident who is too young for a service can buy it from the birthday on', async () => {
  const before = await stateOf(cast.resident);
  const early = await buy('resident', { serviceId: adultPass.id });
  expect(early.codes).toEqual(['CONFLICT']);
  expect(await stateOf(cast.resident)).toEqual(before);
  const birth = (date: string) =>
    gateway.database.asOwner('update recreation.resident set birth_date = $2 where id = $1', [cast.resident, date]);
  await birth('2008-06-16');
  expect((await buy('resident', { serviceId: adultPass.id })).codes).toEqual(['CONFLICT']);
  await birth('2008-06-15');
  expect((await buy('resident', { serviceId: adultPass.id })).codes).toEqual([]);
  await birth('2008-12-15');
});

test('a principal who may not see an age sells nothing with a minimum age, whether or not the resident is old enough', async () => {
  const before = await stateOf(cast.resident);
  const service = await buy('customer-service', { serviceId: adultPass.id }, { purpose: 'SERVICE_PROVISION', case: matters.encounter });
  expect(service.codes).toEqual(['CONFLICT']);
  await gateway.database.asOwner(`update recreation.encounter set purpose = 'PAYMENT' where id = $1`, [matters.encounter]);
  const asked = { purpose: 'PAYMENT', case: matters.encounter };
  const tooYoung = await buy('customer-service', { serviceId: adultPass.id }, asked);
  const oldEnough = await buy('customer-service', { serviceId: lifeguard.id }, asked);
  for (const { codes, data } of [tooYoung, oldEnough]) {
    expect(codes).toEqual(['FIELD_NOT_PERMITTED']);
    expect(data).toEqual({ purchase: null });
  }
  expect(await stateOf(cast.resident)).toEqual(before);
});

test('malformed input is refused with its coordinates and changes nothing', async () => {
  const before = await stateOf(cast.resident);
  const cases: readonly (readonly [Input, string])[] = [
    [{ quantity: 0 }, 'PurchaseInput.quantity'],
    [{ quantity: -3 }, 'PurchaseInput.quantity'],
    [{ quantity: 101 }, 'PurchaseInput.quantity'],
    [{ quantity: null }, 'PurchaseInput.quantity'],
    [{ residentId: 'x' }, 'PurchaseInput.residentId'],
    [{ serviceId: 'x' }, 'PurchaseInput.serviceId'],
  ];
  for (const [input, coordinate] of cases) {
    const { codes, errors } = await buy('resident', input);
    expect(codes).toEqual(['INPUT_INVALID']);
    expect(errors[0]!.extensions.coordinates).toEqual([coordinate]);
  }
  expect(await stateOf(cast.resident)).toEqual(before);
});

test('a failure in a field of the payload undoes the purchase', async () => {
  const before = await stateOf(cast.resident);
  const failing = document.replace('purchases {', 'purchases(first: 0) {');
  const { codes } = await gateway.ask('resident', failing, {
    variables: { input: { residentId: cast.resident, serviceId: lifeguard.id } },
  });
  expect(codes).toEqual(['INPUT_INVALID']);
  expect(await stateOf(cast.resident)).toEqual(before);
});

test('no other principal buys for a resident', async () => {
  expect((await buy(null, {})).codes).toEqual(['AUTHENTICATION_REQUIRED']);
  expect((await buy('support', {}, { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket })).codes).toEqual(['FIELD_NOT_PERMITTED']);
  await gateway.database.asOwner(`update recreation.encounter set purpose = 'AGE_VERIFICATION' where id = $1`, [matters.encounter]);
  expect((await buy('customer-service', {}, { purpose: 'AGE_VERIFICATION', case: matters.encounter })).codes).toEqual([
    'FIELD_NOT_PERMITTED',
  ]);
  expect((await buy('collection-agency', {})).codes).toEqual(['FIELD_NOT_PERMITTED']);
});
