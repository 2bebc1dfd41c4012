import { expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { services } from '../../../../demo/population/services.ts';
import type { Asked } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { captureStatements } from '../../../helpers/values/statements.ts';

const gateway = useGateway();

const swimmingPass = services[0]!; // for any age
const adultPass = services[2]!; // from 18
const unknownId = '00000000-0000-4000-8000-00000000dead';
const fields = (serviceId: string) => `purchaseCheck(serviceId: "${serviceId}") { answer service { name } }`;
const check = (persona: string, id: string, service: { readonly id: string }, asked: Asked = {}) =>
  gateway.ask(persona, `{ resident(id: "${id}") { id ${fields(service.id)} } }`, asked);

test('residents see for themselves, and guardians for a minor, whether they may buy', async () => {
  for (const persona of ['resident', 'guardian']) {
    const tooYoung = await check(persona, cast.resident, adultPass);
    expect(tooYoung.errors).toEqual([]);
    expect(tooYoung.data.resident.purchaseCheck).toEqual({ answer: 'TOO_YOUNG', service: { name: adultPass.name } });
    expect((await check(persona, cast.resident, swimmingPass)).data.resident.purchaseCheck.answer).toBe('MAY_BUY');
  }
  expect((await check('guardian', cast.guardian, adultPass)).data.resident.purchaseCheck.answer).toBe('MAY_BUY');
});

test('the answer is that of the purchase, up to the birthday and from then on', async () => {
  const buy = 'mutation ($input: PurchaseInput!) { purchase(input: $input) { purchase { id } } }';
  const input = { residentId: cast.resident, serviceId: adultPass.id };
  const [born] = await gateway.database.asOwner('select birth_date::text from recreation.resident where id = $1', [cast.resident]);
  for (const [birthDate, answer, codes] of [
    ['2008-06-16', 'TOO_YOUNG', ['CONFLICT']],
    ['2008-06-15', 'MAY_BUY', []],
  ] as const) {
    await gateway.database.asOwner('update recreation.resident set birth_date = $2 where id = $1', [cast.resident, birthDate]);
    expect((await check('resident', cast.resident, adultPass)).data.resident.purchaseCheck.answer).toBe(answer);
    expect((await gateway.ask('resident', buy, { variables: { input } })).codes).toEqual(codes);
  }
  await gateway.database.asOwner('update recreation.resident set birth_date = $2 where id = $1', [cast.resident, born!['birth_date']]);
});

test('the counter sees it where it sees the age band, and not for a payment', async () => {
  const asked = { purpose: 'SERVICE_PROVISION', case: matters.encounter };
  expect((await check('customer-service', cast.resident, adultPass, asked)).data.resident.purchaseCheck.answer).toBe('TOO_YOUNG');
  await gateway.database.asOwner(`update recreation.encounter set purpose = 'PAYMENT' where id = $1`, [matters.encounter]);
  const paying = await check('customer-service', cast.resident, adultPass, { ...asked, purpose: 'PAYMENT' });
  expect(paying.data.resident).toEqual({ id: cast.resident, purchaseCheck: { answer: null, service: { name: adultPass.name } } });
  expect(paying.privacy.withheld.map(({ coordinate }: any) => coordinate)).toContain('PurchaseCheck.answer');
});

test('an adult of the household, whose age is withheld, gets no answer', async () => {
  const { data } = await check('guardian', cast.housemate, adultPass);
  expect(data.resident).toEqual({ id: cast.housemate, purchaseCheck: { answer: null, service: { name: adultPass.name } } });
});

test('a service that does not exist has none, and an id must be a UUID', async () => {
  expect((await check('resident', cast.resident, { id: unknownId })).data.resident.purchaseCheck).toBeNull();
  const { errors } = await check('resident', cast.resident, { id: 'pass' });
  expect(errors[0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', coordinates: ['Resident.purchaseCheck(serviceId:)'] });
});

test('the birth date is not read where the answer is withheld or not asked for', async () => {
  const captured = captureStatements();
  const read = async (persona: string, id: string, selection: string): Promise<boolean> => {
    captured.statements.splice(0);
    await gateway.ask(persona, `{ resident(id: "${id}") { purchaseCheck(serviceId: "${adultPass.id}") { ${selection} } } }`);
    return captured.statements.some(({ text }) => text.includes("'TOO_YOUNG'"));
  };
  try {
    expect(await read('resident', cast.resident, 'answer')).toBe(true);
    expect(await read('resident', cast.resident, 'service { name }')).toBe(false);
  } finally {
    captured.stop();
  }
});
