import { beforeEach, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { demoCardNumber } from '../../../demo/population/card-numbers.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { withBudget } from '../../helpers/policy/changed-policy.ts';
import { openGateway, type Answered, type Asked, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { wholeResponse } from '../../helpers/asking/whole-response.ts';

const gateway = useGateway();
const asOwner: TestGateway['database']['asOwner'] = (text, values) => gateway.database.asOwner(text, values);
beforeEach(() =>
  asOwner('update recreation.resident set card_number = $2 where id = $1', [cast.neighbour, demoCardNumber(cast.neighbour)]),
);

const counter = { purpose: 'SERVICE_PROVISION' } as const;
const served = { ...counter, case: matters.encounter } as const;
const find = (cardNumber: string, persona: string | null = 'customer-service', asked: Asked = counter): Promise<Answered> =>
  gateway.ask(
    persona,
    'query ($cardNumber: String!) { residentByCard(cardNumber: $cardNumber) { id familyName cardNumber emailHint address { locality } } }',
    {
      ...asked,
      variables: { cardNumber },
    },
  );
const sinceOf = async (id: string): Promise<Date> =>
  (await asOwner('select card_since as since from recreation.resident where id = $1', [id]))[0]!['since'] as Date;
const cardOf = async (id: string): Promise<string> =>
  (await asOwner('select card_number as card from recreation.resident where id = $1', [id]))[0]!['card'] as string;
const replace = (residentId: string, persona: string | null, asked: Asked = {}): Promise<Answered> =>
  gateway.ask(persona, 'mutation ($input: ReplaceCardInput!) { replaceCard(input: $input) { resident { id cardNumber } } }', {
    ...asked,
    variables: { input: { residentId } },
  });

describe('the counter', () => {
  test('finds the person who shows a card, as it is printed or scanned, and is not shown the number', async () => {
    const printed = demoCardNumber(cast.neighbour).replaceAll(/(.{4})(?=.)/g, '$1 ');
    for (const typed of [printed, printed.replaceAll(' ', ''), printed.replaceAll(' ', '-')]) {
      const { data, privacy } = await find(typed);
      expect(data.residentByCard).toMatchObject({ id: cast.neighbour, familyName: 'Fairweather', cardNumber: null });
      expect(privacy.withheld.map(({ coordinate }) => coordinate)).toContain('Resident.cardNumber');
    }
  });

  test('is answered alike for an unknown number, one that was replaced, the own one, and for none', async () => {
    const former = demoCardNumber(cast.neighbour);
    expect((await find(former)).data.residentByCard.id).toBe(cast.neighbour);
    expect((await replace(cast.neighbour, 'neighbour')).codes).toEqual([]);
    const unknown = wholeResponse(await find('4539578763621486'));
    expect(unknown).toContain('"residentByCard":null');
    for (const number of [former, demoCardNumber(cast.clerkAsResident), '', 'Fairweather', "' or true --"])
      expect(wholeResponse(await find(number))).toBe(unknown);
    expect((await find(await cardOf(cast.neighbour))).data.residentByCard.id).toBe(cast.neighbour);
  });

  test('is shown of an address-protected person what a search by name shows of anyone', async () => {
    const { data } = await find(demoCardNumber(cast.protectedPerson));
    const other = await find(demoCardNumber(cast.neighbour));
    expect(Object.entries(data.residentByCard).filter(([, value]) => value === null)).toEqual(
      Object.entries(other.data.residentByCard).filter(([, value]) => value === null),
    );
    expect(data.residentByCard).toMatchObject({ id: cast.protectedPerson, address: { locality: null } });
  });

  test('spends the budget of a search, and once it is spent an unknown card is refused like any other', async () => {
    const small = withBudget('CUSTOMER_SERVICE', 'SERVICE_PROVISION', (line) => ({ ...line, perHour: 2 }));
    const strict = await openGateway({ policy: small }, gateway.database);
    for (const id of [cast.neighbour, cast.protectedPerson]) expect((await find(demoCardNumber(id))).codes).toEqual([]);
    const query = (number: string): string => `{ residentByCard(cardNumber: "${number}") { familyName } }`;
    for (const number of [demoCardNumber(cast.neighbour), '4539578763621486'])
      expect((await strict.ask('customer-service', query(number), counter)).codes).toEqual(['READ_BUDGET_SPENT']);
    await strict.close();
  });
});

test('no one else finds a person by a card', async () => {
  const number = demoCardNumber(cast.neighbour);
  for (const [persona, asked] of [
    ['neighbour', {}],
    ['guardian', {}],
    ['support', { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket }],
    ['privacy-officer', { purpose: 'MANDATE_ADMINISTRATION' }],
    ['customer-service', { purpose: 'PAYMENT' }],
    ['police', {}],
  ] as const)
    expect((await find(number, persona, asked)).codes).toEqual(['FIELD_NOT_PERMITTED']);
  expect((await find(number, null, {})).codes).toEqual(['AUTHENTICATION_REQUIRED']);
});

test('the number is shown to its owner, to the guardian and under a request, and to no one else', async () => {
  const query = `{ resident(id: "${cast.resident}") { cardNumber } }`;
  const shown = async (persona: string, asked: Asked = {}): Promise<unknown> =>
    (await gateway.ask(persona, query, asked)).data?.resident?.cardNumber ?? null;
  const number = demoCardNumber(cast.resident);
  expect(number).toMatch(/^\d{16}$/);
  for (const persona of ['resident', 'guardian']) expect(await shown(persona)).toBe(number);
  expect(await shown('privacy-officer', { purpose: 'RIGHTS_FULFILMENT', case: matters.request })).toBe(number);
  expect(await shown('customer-service', served)).toBeNull();
  expect(await shown('support', { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket })).toBeNull();
  expect(await shown('privacy-officer', { purpose: 'MANDATE_ADMINISTRATION' })).toBeNull();
  expect(await shown('police')).toBeNull();
});

test('a lost card is replaced by its owner, the guardian and the counter, and by no one else', async () => {
  const numbers = new Set([await cardOf(cast.resident)]);
  expect((await sinceOf(cast.resident)) < testNow).toBe(true);
  for (const [persona, asked] of [
    ['resident', {}],
    ['guardian', {}],
    ['customer-service', served],
  ] as const) {
    const { data, codes } = await replace(cast.resident, persona, asked);
    const number = await cardOf(cast.resident);
    expect({ codes, data }).toEqual({
      codes: [],
      data: { replaceCard: { resident: { id: cast.resident, cardNumber: persona === 'customer-service' ? null : number } } },
    });
    numbers.add(number);
  }
  expect(numbers.size).toBe(4);
  expect(await sinceOf(cast.resident)).toEqual(testNow);
  const before = await cardOf(cast.neighbour);
  for (const [persona, asked, code] of [
    ['guardian', {}, 'NOT_FOUND'],
    ['customer-service', served, 'NOT_FOUND'],
    ['customer-service', counter, 'NOT_FOUND'],
    ['support', { purpose: 'CUSTOMER_SUPPORT' }, 'FIELD_NOT_PERMITTED'],
    ['police', {}, 'FIELD_NOT_PERMITTED'],
  ] as const)
    expect((await replace(cast.neighbour, persona, asked)).codes).toEqual([code]);
  expect(await cardOf(cast.neighbour)).toBe(before);
});

test('each resident gets a number that is drawn at random, and whose last digit checks the others', async () => {
  const numbers = await asOwner(
    `select recreation.card_number(gen_random_uuid()) as number from generate_series(1, 200)
     union all select recreation.card_number('00000000-0000-4000-8000-000000000000')`,
  );
  expect(new Set(numbers.map(({ number }) => number)).size).toBe(201);
  for (const { number } of numbers as { number: string }[]) {
    const sum = Array.from(number, (digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1)).reduce(
      (all, one) => all + (one > 9 ? one - 9 : one),
      0,
    );
    expect([number.length, sum % 10]).toEqual([16, 0]);
  }
  const register = `mutation { registerResident(input: { givenName: "Ada", familyName: "Quillfeather", birthDate: "1990-05-05" }) { resident { id cardNumber } } }`;
  const [one, other] = [await gateway.ask('customer-service', register, counter), await gateway.ask('customer-service', register, counter)];
  expect(one.data.registerResident.resident.cardNumber).toBeNull();
  expect(await cardOf(one.data.registerResident.resident.id)).not.toBe(await cardOf(other.data.registerResident.resident.id));
});
