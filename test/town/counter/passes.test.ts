import { expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { services } from '../../../demo/population/services.ts';
import { asRole } from '../../helpers/database/as-role.ts';
import type { Asked } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const swimmingPass = services[0]!; // valid for 365 days
const youthPass = services[3]!; // valid for 30 days
const lifeguard = services[7]!; // not a pass
const buying = `mutation ($input: PurchaseInput!) { purchase(input: $input) {
  purchase { id validFrom validUntil service { validDays } } } }`;
const reading = `query ($id: ID!) { resident(id: $id) { purchases { edges { node { id validFrom validUntil } } } } }`;

const buy = async (serviceId: string) => {
  const { data, errors } = await gateway.ask('resident', buying, { variables: { input: { residentId: cast.resident, serviceId } } });
  expect(errors).toEqual([]);
  return data.purchase.purchase;
};
const read = async (persona: string, asked: Asked = {}) => {
  const { data, privacy } = await gateway.ask(persona, reading, { ...asked, variables: { id: cast.resident } });
  return { purchases: data.resident.purchases, withheld: privacy.withheld.map(({ coordinate }: any) => coordinate) };
};

test('a pass is valid from the day of the purchase, and that day counts', async () => {
  expect(await buy(youthPass.id)).toMatchObject({ validFrom: '2026-06-15', validUntil: '2026-07-14', service: { validDays: 30 } });
});

test('what is not a pass has no days', async () => {
  expect(await buy(lifeguard.id)).toMatchObject({ validFrom: null, validUntil: null, service: { validDays: null } });
});

test('the days of a pass stay as they were sold, whatever becomes of the service', async () => {
  const bought = await buy(swimmingPass.id);
  expect(bought).toMatchObject({ validFrom: '2026-06-15', validUntil: '2027-06-14' });
  await gateway.database.asOwner('update recreation.service set valid_days = 7 where id = $1', [swimmingPass.id]);
  const { purchases } = await read('resident');
  expect(purchases.edges.map(({ node }: any) => node)).toContainEqual({ id: bought.id, validFrom: '2026-06-15', validUntil: '2027-06-14' });
  await gateway.database.asOwner('update recreation.service set valid_days = $2 where id = $1', [swimmingPass.id, swimmingPass.validDays]);
});

test('guardians and the counter see the days of a pass, an adult of the household and the helpdesk do not', async () => {
  const pass = { id: expect.any(String), validFrom: '2026-06-04', validUntil: '2027-06-03' };
  const seen = [await read('guardian'), await read('customer-service', { purpose: 'SERVICE_PROVISION', case: matters.encounter })];
  for (const { purchases } of seen) expect(purchases.edges.map(({ node }: any) => node)).toContainEqual(pass);
  const { purchases, withheld } = await read('support', { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket });
  expect(purchases).toBeNull();
  expect(withheld).toEqual(expect.arrayContaining(['Purchase.validFrom', 'Purchase.validUntil']));
  const adult = await gateway.ask('guardian', reading, { variables: { id: cast.housemate } });
  expect(adult.data.resident.purchases).toBeNull();
});

test('the gateway can neither change the days of a pass nor the offer', async () => {
  const attempt = (text: string) => asRole(gateway.database.roles.gateway, (client) => client.query(text));
  for (const text of [`update recreation.purchase set valid_until = '2030-01-01'`, 'update recreation.service set valid_days = 1']) {
    await expect(attempt(text)).rejects.toMatchObject({ code: '42501' });
  }
});

test('the database keeps no pass with one day missing, or that ends before it begins', async () => {
  const set = (from: string | null, until: string | null) =>
    gateway.database.asOwner('update recreation.purchase set valid_from = $2, valid_until = $3 where resident_id = $1', [
      cast.neighbour,
      from,
      until,
    ]);
  const violated = { code: '23514', constraint: 'purchase_validity' };
  await expect(set('2026-06-15', null)).rejects.toMatchObject(violated);
  await expect(set(null, '2026-06-15')).rejects.toMatchObject(violated);
  await expect(set('2026-06-15', '2026-06-14')).rejects.toMatchObject(violated);
  await set('2026-06-15', '2026-06-15');
});
