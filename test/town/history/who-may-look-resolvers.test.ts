import { expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const fields = 'id role partner { name } purpose categories need { kind number mandateKind openedAt closedAt }';
const grounds = async (persona = 'resident', kind = ''): Promise<any[]> => {
  const { data, errors } = await gateway.ask(persona, `{ whoMayLook${kind} { ${fields} } }`);
  expect(errors).toEqual([]);
  return data.whoMayLook;
};
const asOwner = (text: string, values: unknown[] = []): Promise<unknown> => gateway.database.asOwner(text, values);
/** Runs with a change that is then undone. */
async function during(change: string, restore: string, id: string, look: () => Promise<void>): Promise<void> {
  await asOwner(change, [id]);
  try {
    await look();
  } finally {
    await asOwner(restore, [id]);
  }
}

test('a resident sees who may look now: by role and by case, and by each mandate that names the resident', async () => {
  const found = await grounds();
  expect(new Set(found.map(({ need }) => need.kind))).toEqual(new Set(['ENCOUNTER', 'TICKET', 'REQUEST', 'MANDATE']));
  expect(found.find(({ need }) => need.kind === 'ENCOUNTER')).toMatchObject({
    role: 'CUSTOMER_SERVICE',
    partner: null,
    purpose: 'SERVICE_PROVISION',
    categories: null,
    need: { number: null, mandateKind: null, openedAt: expect.any(String), closedAt: null },
  });
  expect(found.find(({ need }) => need.kind === 'TICKET')).toMatchObject({ role: 'SUPPORT', purpose: 'CUSTOMER_SUPPORT' });
  const order = found.find(({ role }) => role === 'LAW_ENFORCEMENT');
  expect(order).toMatchObject({
    partner: { name: expect.any(String) },
    purpose: 'LEGAL_DEMAND',
    categories: expect.arrayContaining(['NAME', 'BIRTH_DATE', 'ADDRESS']),
    need: { kind: 'MANDATE', number: null, mandateKind: 'COURT_ORDER', openedAt: expect.any(String), closedAt: expect.any(String) },
  });
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  expect(JSON.stringify(found)).not.toMatch(/Pippa|Larkrise|Applegarth/);
});

test('a minor is not told that a person of the home is served, who could be address-protected', async () => {
  const encounters = async (): Promise<number> => (await grounds('resident', '(kind: ENCOUNTER)')).length;
  expect(await encounters()).toBe(1);
  const isServed = (id: string): string => `update recreation.encounter set resident_id = '${id}' where id = $1`;
  await during(isServed(cast.guardian), isServed(cast.resident), matters.encounter, async () => {
    expect(await encounters()).toBe(0);
    expect((await grounds('guardian', '(kind: ENCOUNTER)')).length).toBe(1);
  });
});

test('a kind of ground can be asked for alone', async () => {
  const found = await grounds('resident', '(kind: MANDATE)');
  expect(found.length).toBeGreaterThan(1);
  expect(new Set(found.map(({ need }) => need.kind))).toEqual(new Set(['MANDATE']));
});

test.each<[string, string, string, string]>([
  ['an encounter that has ended', 'encounter', "ended_at = '2026-06-15T17:59:00Z'", matters.encounter],
  ['an encounter that was idle for too long', 'encounter', "last_active_at = '2026-06-15T17:00:00Z'", matters.encounter],
  ['a ticket that nobody has taken', 'ticket', 'assignee_id = null', matters.ticket],
  ['a closed ticket', 'ticket', "closed_at = '2026-06-15T17:59:00Z'", matters.ticket],
  ['a request that nobody has taken', 'request', 'assignee_id = null', matters.request],
  ['a mandate that was revoked', 'mandate', `revoked_at = now(), revoked_by = recorded_by, revocation_reason = 'x'`, matters.courtOrder],
  ['a mandate that is over', 'mandate', "valid_until = '2026-06-15T18:00:00Z'", matters.courtOrder],
])('%s is no ground', async (_what, table, change, id) => {
  const before = await grounds();
  const [{ row }] = (await asOwner(`select to_jsonb(one) as row from recreation.${table} one where id = $1`, [id])) as [{ row: any }];
  try {
    await asOwner(`update recreation.${table} set ${change} where id = $1`, [id]);
    const after = await grounds();
    expect(after).toHaveLength(before.length - 1);
  } finally {
    const columns = change.split(', ').map((one) => one.split(' =')[0]!);
    await asOwner(
      `update recreation.${table} set ${columns.map((column) => `${column} = kept.${column}`).join(', ')}
       from jsonb_populate_record(null::recreation.${table}, $2) kept where ${table}.id = $1`,
      [id, row],
    );
  }
  expect(await grounds()).toEqual(before);
});

test('nothing of another person is told: to a guardian, to a neighbour, or to an employee', async () => {
  const own = (await grounds()).map(({ need }) => need.number).filter((number) => number !== null);
  expect(own.length).toBeGreaterThan(0);
  for (const persona of ['guardian', 'neighbour']) {
    const numbers = (await grounds(persona)).map(({ need }) => need.number);
    expect(numbers.filter((number) => own.includes(number))).toEqual([]);
  }
  const clerk = await gateway.ask('customer-service', `{ whoMayLook { role } }`, { purpose: 'SERVICE_PROVISION', case: matters.encounter });
  expect([clerk.codes, clerk.data]).toEqual([['FIELD_NOT_PERMITTED'], { whoMayLook: null }]);
});

test('a sealed mandate is told once its seal is over', async () => {
  const seal = `with sealed as (
    insert into recreation.mandate_seal (id, mandate_id, extends, sealed_until, proposed_by, proposed_at)
    select gen_random_uuid(), id, false, '2026-07-15T00:00Z', recorded_by, '2026-06-01T00:00Z' from recreation.mandate where id = $1 returning id)
    insert into recreation.mandate_seal_approval (seal_id, employee_id, approved_at)
    select sealed.id, officer, '2026-06-02T00:00Z' from sealed, unnest(array['${cast.privacyOfficer2}', '${cast.privacyOfficer3}', '${cast.privacyOfficer}']::uuid[]) officer`;
  const unseal = `with sealed as (select id from recreation.mandate_seal where mandate_id = $1),
    approvals as (delete from recreation.mandate_seal_approval where seal_id in (select id from sealed))
    delete from recreation.mandate_seal where mandate_id = $1`;
  const before = await grounds();
  const orders = (found: any[]): number => found.filter(({ role }) => role === 'LAW_ENFORCEMENT').length;
  expect(orders(before)).toBe(1);
  await during(seal, unseal, matters.courtOrder, async () => {
    expect(orders(await grounds())).toBe(0);
    expect(await grounds()).toHaveLength(before.length - 1);
    await asOwner(`update recreation.mandate_seal set sealed_until = $2 where mandate_id = $1`, [matters.courtOrder, testNow]);
    expect(await grounds()).toEqual(before);
  });
});
