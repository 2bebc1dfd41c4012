import { beforeEach, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { asRole } from '../../../helpers/database/as-role.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import { waitsForLock } from '../../../helpers/database/waits-for-lock.ts';
import type { Answered, Asked, TestGateway } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const asOwner: TestGateway['database']['asOwner'] = (text, values) => gateway.database.asOwner(text, values);
const serve = (purpose: string): Promise<unknown> =>
  asOwner('update recreation.encounter set purpose = $2 where id = $1', [matters.encounter, purpose]);
const gateway = useGateway();
beforeEach(async () => {
  await serve('PAYMENT');
  await asOwner('delete from recreation.payment where paid_at = $1', [testNow]);
  await asOwner(
    `update recreation.account set balance = -318.47, overdue_amount = 204.19, overdue_since = '2026-03-10', assigned_to = $2
     where resident_id = $1`,
    [cast.resident, cast.collectionAgency],
  );
});

const document = `mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) {
  payment { id amount method paidAt purchaseId }
  resident { id birthDate account { balance overdueAmount overdueSince } payments { totalCount } } } }`;
const counter = { purpose: 'PAYMENT', case: matters.encounter } as const;
const youthPasses = 'a0000000-0000-4000-8000-000000000003'; // of the resident, 77.50
const ofNeighbour = 'a0000000-0000-4000-8000-000000000007';
const unknown = '00000000-0000-4000-8000-00000000dead';

function pay(input: object, persona: string | null = 'customer-service', asked: Asked = counter): Promise<Answered> {
  const paid = { residentId: cast.resident, cents: 21_000, method: 'CASH', ...input };
  return gateway.ask(persona, document, { ...asked, variables: { input: paid } });
}

/** Reads the account and the number of payments of the resident directly from the database. */
async function state(): Promise<Record<string, unknown>> {
  const [row] = await asOwner(
    `select balance::text, overdue_amount::text as overdue, overdue_since::text as since, assigned_to as assigned,
       (select count(*)::int from recreation.payment where payment.resident_id = account.resident_id) as payments
     from recreation.account where resident_id = $1`,
    [cast.resident],
  );
  return row as Record<string, unknown>;
}
const before = { balance: '-318.47', overdue: '204.19', since: '2026-03-10', assigned: cast.collectionAgency, payments: 2 };

const own = `{ me { account { balance } payments(first: 1) { totalCount edges { node { amount method paidAt purchaseId } } } } }`;

test('a clerk takes a payment: the balance rises by exactly it, the overdue part is paid first, and the resident sees it', async () => {
  expect(await state()).toEqual(before);
  const { data, errors } = await pay({ cents: 10_001 });
  expect(errors).toEqual([]);
  expect(data.recordPayment).toEqual({
    payment: { id: expect.any(String), amount: '100.01', method: 'CASH', paidAt: '2026-06-15T18:00:00.000Z', purchaseId: null },
    resident: {
      id: cast.resident,
      birthDate: null,
      account: { balance: '-218.46', overdueAmount: '104.18', overdueSince: '2026-03-10' },
      payments: { totalCount: 3 },
    },
  });
  expect(await state()).toEqual({ ...before, balance: '-218.46', overdue: '104.18', payments: 3 });
  const seen = await gateway.ask('resident', own);
  expect(seen.data.me).toEqual({
    account: { balance: '-218.46' },
    payments: {
      totalCount: 3,
      edges: [{ node: { amount: '100.01', method: 'CASH', paidAt: '2026-06-15T18:00:00.000Z', purchaseId: null } }],
    },
  });
});

test('a debt that is paid is no longer the agency’s, and neither is the next one', async () => {
  const agency = '{ residents { edges { node { familyName account { overdueAmount } } } } }';
  const amounts = async (): Promise<unknown> => {
    const { data } = await gateway.ask('collection-agency', agency);
    return data.residents.edges.map(({ node }: any) => node.account.overdueAmount);
  };
  expect(await amounts()).toContain('204.19');
  expect((await pay({ cents: 20_419 })).errors).toEqual([]);
  expect(await amounts()).not.toContain('204.19');
  expect(await state()).toMatchObject({ balance: '-114.28', overdue: '0.00', since: null, assigned: null });
  await asOwner(`update recreation.account set overdue_amount = 33.44, overdue_since = '2026-06-14' where resident_id = $1`, [
    cast.resident,
  ]);
  expect(await amounts()).not.toContain('33.44');
});

test('a payment for a purchase is at most what is left to pay of it', async () => {
  const first = await pay({ cents: 5_000, purchaseId: youthPasses });
  expect(first.data.recordPayment.payment).toMatchObject({
    amount: '50.00',
    purchaseId: youthPasses,
  });
  const more = await pay({ cents: 2_751, purchaseId: youthPasses });
  expect([more.codes, more.errors[0]!.extensions['reason' as never], more.data]).toEqual([
    ['CONFLICT'],
    'MORE_THAN_OWED',
    { recordPayment: null },
  ]);
  expect(await state()).toMatchObject({ balance: '-268.47', payments: 3 });
  expect((await pay({ cents: 2_750, purchaseId: youthPasses })).codes).toEqual([]);
  expect((await pay({ cents: 1, purchaseId: youthPasses })).codes).toEqual(['CONFLICT']);
});

test('nothing is taken beyond what is owed, and nothing is given back', async () => {
  for (const cents of [0, -1, -21_000, 2 ** 31 - 1, 31_848]) {
    const { codes, data } = await pay({ cents });
    expect({ cents, codes, data }).toEqual({ cents, codes: [cents < 1 ? 'INPUT_INVALID' : 'CONFLICT'], data: { recordPayment: null } });
  }
  expect(await state()).toEqual(before);
  expect((await pay({ cents: 31_847 })).codes).toEqual([]);
  expect((await pay({ cents: 1 })).codes).toEqual(['CONFLICT']);
  expect(await state()).toMatchObject({ balance: '0.00', overdue: '0.00', payments: 3 });
});

test('of several payments of the same debt at once, one is taken', async () => {
  await asRole(gateway.database.roles.owner, async (first) => {
    await first.query('begin');
    await first.query(`select recreation.record_payment(gen_random_uuid(), $1, null, 318.47, 'CASH', $2)`, [cast.resident, testNow]);
    const others = [pay({ cents: 31_847 }), pay({ cents: 31_847 }), pay({ cents: 31_847 })];
    await waitsForLock(gateway.database, others.length);
    await first.query('commit');
    expect((await Promise.all(others)).flatMap(({ codes }) => codes)).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT']);
  });
  expect(await state()).toMatchObject({ balance: '0.00', payments: 3 });
});

test('a payment that is sent several times with its key, also at once, is taken once', async () => {
  const idempotencyKey = '0d9c2f6e-6c0e-4b8e-9a53-0a4b7b9a8f11';
  const answers = [...(await Promise.all([pay({ idempotencyKey }), pay({ idempotencyKey })])), await pay({ idempotencyKey })];
  expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
  for (const { data } of answers) expect(data).toEqual(answers[0]!.data);
  expect(await state()).toMatchObject({ balance: '-108.47', payments: 3 });
  expect((await pay({ idempotencyKey, cents: 1 })).errors[0]!.extensions['reason' as never]).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('a person who is not served, and a purchase of another person, look unknown', async () => {
  const refusals = [
    await pay({ residentId: unknown }),
    await pay({ residentId: cast.neighbour, cents: 1_274 }),
    await pay({ residentId: cast.guardian, cents: 100 }),
    // More than either owes: the amount tells nothing about a person who is not served.
    await pay({ residentId: cast.neighbour, cents: 1_000_000 }),
    await pay({ residentId: cast.guardian, cents: 1_000_000 }),
    await pay({ purchaseId: unknown }),
    await pay({ purchaseId: ofNeighbour }),
    await pay({}, 'customer-service', { purpose: 'PAYMENT' }),
  ];
  for (const { data, errors } of refusals) {
    expect(data).toEqual({ recordPayment: null });
    expect(errors).toEqual(refusals[0]!.errors);
  }
  expect(refusals[0]!.codes).toEqual(['NOT_FOUND']);
  expect(await state()).toEqual(before);
});

test('no one else takes a payment, and for no other purpose', async () => {
  for (const [persona, asked] of [
    ['resident', {}],
    ['guardian', {}],
    ['support', { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket }],
    ['privacy-officer', { purpose: 'RIGHTS_FULFILMENT', case: matters.request }],
    ['collection-agency', {}],
  ] as const)
    expect((await pay({}, persona, asked)).codes).toEqual(['FIELD_NOT_PERMITTED']);
  expect((await pay({}, null, {})).codes).toEqual(['AUTHENTICATION_REQUIRED']);
  await serve('SERVICE_PROVISION');
  expect((await pay({}, 'customer-service', { ...counter, purpose: 'SERVICE_PROVISION' })).codes).toEqual(['FIELD_NOT_PERMITTED']);
  expect(await state()).toEqual(before);
});

test('payments are for those who may see both purchases and balance', async () => {
  const query = `{ resident(id: "${cast.resident}") { account { balance } purchases { totalCount } payments { totalCount edges { node { amount } } } } }`;
  const shown = async (persona: string, asked: Asked = {}): Promise<any> => (await gateway.ask(persona, query, asked)).data.resident;
  const paid = { totalCount: 2, edges: [{ node: { amount: '41.37' } }, { node: { amount: '23.19' } }] };
  expect((await shown('guardian')).payments).toEqual(paid);
  expect((await shown('customer-service', counter)).payments).toEqual(paid);
  expect((await shown('privacy-officer', { purpose: 'RIGHTS_FULFILMENT', case: matters.request })).payments).toEqual(paid);
  expect(await shown('privacy-officer', { purpose: 'MANDATE_ADMINISTRATION' })).toEqual({
    account: { balance: '-318.47' },
    purchases: null,
    payments: null,
  });
  await serve('SERVICE_PROVISION');
  expect(await shown('customer-service', { ...counter, purpose: 'SERVICE_PROVISION' })).toEqual({
    account: { balance: null },
    purchases: { totalCount: 3 },
    payments: { totalCount: null, edges: null },
  });
});

test('the entry names who has paid, also of a refusal', async () => {
  const bare = 'mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) { __typename } }';
  const input = { residentId: cast.resident, cents: 100, method: 'CARD' };
  const answers = [await gateway.ask('customer-service', bare, { ...counter, variables: { input } }), await pay({ cents: 31_848 })];
  await gateway.sequence();
  for (const { privacy } of answers) {
    const subjects = await asOwner(
      'select subject_id from access_log.segment join access_log.entry using (seq, month) where entry.id = $1 and ordinal > 1',
      [privacy.receipt!.entry],
    );
    expect(subjects).toEqual([{ subject_id: cast.resident }]);
  }
});

test('the gateway can neither make up a payment nor change one, nor what is overdue', async () => {
  const attempt = (text: string) => asRole(gateway.database.roles.gateway, (client) => client.query(text));
  for (const text of [
    `insert into recreation.payment select gen_random_uuid(), resident_id, null, 1, 'CASH', now() from recreation.account`,
    'update recreation.payment set amount = 1',
    'delete from recreation.payment',
    'update recreation.account set overdue_amount = 0, overdue_since = null',
  ])
    await expect(attempt(text)).rejects.toMatchObject({ code: '42501' });
});
