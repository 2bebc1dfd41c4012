import { expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const account = 'account { balance overdueAmount overdueSince creditCheckOpen }';
const list = `query ($overdue: Boolean, $first: Int, $after: String) { accounts(overdue: $overdue, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { balance overdueAmount resident { id } } } } }`;

const idsIn = (data: any): string[] => data.accounts.edges.map(({ node }: any) => node.resident.id);

async function countAsOwner(condition: string): Promise<number> {
  const [row] = await gateway.database.asOwner<{ count: number }>(
    `select count(*)::int as count from recreation.account where ${condition}`,
  );
  return row!.count;
}

test('a resident sees their own account, with amounts as text with two decimals', async () => {
  const { data, errors } = await gateway.ask('resident', `{ me { ${account} } }`);
  expect(errors).toEqual([]);
  expect(data.me.account).toEqual({ balance: '-318.47', overdueAmount: '204.19', overdueSince: '2026-03-10', creditCheckOpen: true });
});

test('a resident without an account looks like one whose account is withheld', async () => {
  const empty = { balance: null, overdueAmount: null, overdueSince: null, creditCheckOpen: null };
  await gateway.database.asOwner('delete from recreation.account where resident_id = $1', [cast.housemate]);
  const without = await gateway.ask('guardian', `query ($id: ID!) { resident(id: $id) { ${account} } }`, {
    variables: { id: cast.housemate },
  });
  expect(without.data).toEqual({ resident: { account: empty } });
  const withheld = await gateway.ask('support', `query ($id: ID!) { resident(id: $id) { ${account} } }`, {
    purpose: 'CUSTOMER_SUPPORT',
    case: matters.ticket,
    variables: { id: cast.resident },
  });
  expect(withheld.data).toEqual({ resident: { account: empty } });
});

test('a guardian sees the account of a minor in care, but not the credit check', async () => {
  const { data } = await gateway.ask('guardian', `query ($id: ID!) { resident(id: $id) { ${account} } }`, {
    variables: { id: cast.resident },
  });
  expect(data.resident.account).toMatchObject({ balance: '-318.47', overdueAmount: '204.19', creditCheckOpen: null });
});

test('a guardian lists and counts only their own account and those of minors in care', async () => {
  const { data } = await gateway.ask('guardian', list);
  expect(data.accounts.totalCount).toBe(2);
  expect(idsIn(data)).toEqual([cast.resident, cast.guardian]);
  expect((await gateway.ask('neighbour', list)).data.accounts).toMatchObject({ totalCount: 1 });
});

test('accounts are filtered by whether an amount is overdue', async () => {
  const overdue = await gateway.ask('neighbour', list, { variables: { overdue: true } });
  expect(overdue.data.accounts).toMatchObject({ totalCount: 0, edges: [] });
  const square = await gateway.ask('neighbour', list, { variables: { overdue: false } });
  expect(idsIn(square.data)).toEqual([cast.neighbour]);
});

test('accounts are paged in the order of the residents’ ids, and a cursor opens only its own list', async () => {
  const first = await gateway.ask('guardian', list, { variables: { first: 1 } });
  expect(first.data.accounts.pageInfo).toMatchObject({ hasNextPage: true });
  const after = first.data.accounts.pageInfo.endCursor;
  const second = await gateway.ask('guardian', list, { variables: { first: 1, after } });
  expect(second.data.accounts).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });
  expect([...idsIn(first.data), ...idsIn(second.data)]).toEqual([cast.resident, cast.guardian]);
  const other = await gateway.ask('guardian', list, { variables: { first: 1, after, overdue: true } });
  expect(other.codes).toEqual(['CURSOR_INVALID']);
  const foreign = await gateway.ask('neighbour', list, { variables: { first: 1, after } });
  expect(foreign.codes).toEqual(['CURSOR_INVALID']);
});

test('clause access: the counter sees accounts only for payment, and only of the served person', async () => {
  const asked = { case: matters.encounter };
  const service = await gateway.ask('customer-service', list, { ...asked, purpose: 'SERVICE_PROVISION' });
  expect(service.codes).toEqual(['FIELD_NOT_PERMITTED']);
  await gateway.database.asOwner(`update recreation.encounter set purpose = 'PAYMENT' where id = $1`, [matters.encounter]);
  const payment = await gateway.ask('customer-service', list, { ...asked, purpose: 'PAYMENT' });
  expect(idsIn(payment.data)).toEqual([cast.resident]);
  expect(payment.data.accounts).toMatchObject({ totalCount: 1, edges: [{ node: { balance: '-318.47' } }] });
  const unserved = await gateway.ask('customer-service', list, { purpose: 'PAYMENT' });
  expect(unserved.data.accounts).toMatchObject({ totalCount: 0, edges: [] });
});

test('clause collections: a collection agency sees the overdue amount of named debtors whose debt is assigned to it, and can’t filter', async () => {
  const { data, text } = await gateway.ask('collection-agency', list);
  const assigned = await countAsOwner(`overdue_amount > 0 and assigned_to = '${cast.collectionAgency}' and resident_id in (
    select resident_id from recreation.mandate_subject where mandate_id = '${matters.debtAssignment}')`);
  expect(data.accounts.totalCount).toBe(assigned);
  expect(assigned).toBeGreaterThan(0);
  expect(data.accounts.edges.every(({ node }: any) => node.balance === null)).toBe(true);
  expect(data.accounts.edges.map(({ node }: any) => node.overdueAmount)).toContain('204.19');
  // The guardian's debt is overdue and named, but not assigned.
  expect(text).not.toContain('71.83');
  const filtered = await gateway.ask('collection-agency', list, { variables: { overdue: true } });
  expect(filtered.codes).toEqual(['ARGUMENT_NOT_PERMITTED']);
  expect(filtered.errors[0]!.extensions.coordinates).toEqual(['Query.accounts(overdue:)']);
});

test('clause credit: a credit reporting agency sees a person’s identity while the check is open, and nothing else', async () => {
  const identity = `{ residents { edges { node { givenName birthDate address { street } email ageBand ${account} } } } }`;
  const named = async (): Promise<any[]> =>
    (await gateway.ask('credit-agency', identity)).data.residents.edges
      .map(({ node }: any) => node)
      .filter(({ givenName }: any) => givenName === 'Peregrine');
  const [seen] = await named();
  expect(seen).toEqual({
    givenName: 'Peregrine',
    birthDate: expect.stringMatching(/^\d{4}-/),
    address: { street: expect.any(String) },
    email: null,
    ageBand: null,
    account: { balance: null, overdueAmount: null, overdueSince: null, creditCheckOpen: null },
  });
  await gateway.database.asOwner('update recreation.account set credit_check_open = false where resident_id = $1', [cast.resident]);
  expect(await named()).toEqual([]);
  await gateway.database.asOwner('update recreation.account set credit_check_open = true where resident_id = $1', [cast.resident]);
  expect(await named()).toHaveLength(1);
});

test('an officer who prepares a mandate can list every account', async () => {
  const asked = { purpose: 'MANDATE_ADMINISTRATION', variables: { overdue: true, first: 100 } };
  const { data } = await gateway.ask('privacy-officer', list, asked);
  expect(data.accounts.totalCount).toBe(await countAsOwner('overdue_amount > 0'));
  expect(idsIn(data)).toContain(cast.protectedPerson);
});

test('anonymous clients and roles without a line are refused', async () => {
  expect((await gateway.ask(null, list)).codes).toEqual(['AUTHENTICATION_REQUIRED']);
  expect((await gateway.ask('support', list, { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket })).codes).toEqual([
    'FIELD_NOT_PERMITTED',
  ]);
  expect((await gateway.ask('police', list)).codes).toEqual(['FIELD_NOT_PERMITTED']);
});
