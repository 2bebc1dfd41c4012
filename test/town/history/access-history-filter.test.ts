import { beforeAll, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { eraseSegments } from '../../helpers/entries/change-entries.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const one = `{ resident(id: "${cast.resident}") { givenName email } }`;
const gateway = useGateway();
beforeAll(async () => {
  const then = async (persona: string, query: string, asked = {}): Promise<void> => {
    expect((await gateway.ask(persona, query, asked)).errors).toEqual([]);
    await gateway.sequence();
  };
  await then('resident', '{ me { birthDate } }');
  await then('guardian', one);
  await then('customer-service', one, { purpose: 'SERVICE_PROVISION', case: matters.encounter });
  await then('support', one, { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket });
  await then('police', '{ residents { edges { node { givenName } } } }');
  // From here on no entry is numbered, so the reads of the tests do not appear.
  await gateway.database.asOwner('revoke select, delete on access_log.staged from ntk_sequencer');
  // The reads are an hour apart.
  await gateway.database.asOwner(
    `with numbered as (select seq, month, row_number() over (order by seq) as place from access_log.entry)
     update access_log.entry set at = '2026-06-15Z'::timestamptz + make_interval(hours => place::int)
     from numbered where entry.seq = numbered.seq and entry.month = numbered.month`,
  );
});

const history = `accessHistory(first: $first, after: $after, includeOwn: $includeOwn, filter: $filter) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { at purpose by { role } } } }`;
const query = `query ($id: ID!, $first: Int = 50, $after: String, $includeOwn: Boolean, $filter: AccessEntryFilter) {
  resident(id: $id) { ${history} } }`;
async function listed(persona: string, variables: object): Promise<any> {
  const { data, errors } = await gateway.ask(persona, query, { variables: { id: cast.resident, ...variables } });
  expect(errors).toEqual([]);
  return data.resident.accessHistory;
}
const rolesOf = ({ edges }: any): string[] => edges.map(({ node }: any) => node.by.role);

test('the history is filtered by role, purpose and time, and the count with it', async () => {
  const all = (await listed('resident', { includeOwn: true })).edges.map(({ node }: any) => node);
  expect(all.map(({ by }: any) => by.role)).toEqual(['LAW_ENFORCEMENT', 'SUPPORT', 'CUSTOMER_SERVICE', 'RESIDENT', 'RESIDENT']);
  const [, second, , fourth] = all;
  const filters: [object, (node: any) => boolean][] = [
    [{}, () => true],
    [{ role: 'SUPPORT' }, ({ by }) => by.role === 'SUPPORT'],
    [{ purpose: 'SELF_SERVICE' }, ({ purpose }) => purpose === 'SELF_SERVICE'],
    [{ role: 'SUPPORT', purpose: 'SELF_SERVICE' }, () => false],
    [{ from: second.at }, ({ at }) => at >= second.at],
    [{ from: fourth.at, until: second.at }, ({ at }) => at >= fourth.at && at < second.at],
  ];
  for (const [filter, fits] of filters) {
    const found = await listed('resident', { includeOwn: true, filter });
    expect(found.edges.map(({ node }: any) => node)).toEqual(all.filter(fits));
    expect(found.totalCount).toBe(all.filter(fits).length);
  }
});

test('a filtered history is paged, and its cursor opens no other filter', async () => {
  const filter = { purpose: 'SELF_SERVICE' };
  const { pageInfo } = await listed('resident', { includeOwn: true, filter, first: 1 });
  expect(pageInfo.hasNextPage).toBe(true);
  const after = pageInfo.endCursor;
  const rest = await listed('resident', { includeOwn: true, filter, first: 1, after });
  expect([rest.edges.length, rest.pageInfo.hasNextPage]).toEqual([1, false]);
  const variables = { id: cast.resident, includeOwn: true, after, filter: { role: 'SUPPORT' } };
  expect((await gateway.ask('resident', query, { variables })).codes).toEqual(['CURSOR_INVALID']);
});

test('the reads of the minor are left out for the guardian as well, unless asked for', async () => {
  expect(rolesOf(await listed('guardian', { filter: { role: 'RESIDENT' } }))).toEqual([]);
  expect(rolesOf(await listed('guardian', { includeOwn: true, filter: { role: 'RESIDENT' } }))).toEqual(['RESIDENT', 'RESIDENT']);
  expect(rolesOf(await listed('guardian', {}))).toEqual(['LAW_ENFORCEMENT', 'SUPPORT', 'CUSTOMER_SERVICE']);
  // The minor sees what the guardian read.
  expect(rolesOf(await listed('resident', { filter: { role: 'RESIDENT' } }))).toEqual(['RESIDENT']);
});

test('a read of the minor is left out for the guardian even if its case is erased, so that the index files it with reads to be checked', async () => {
  await eraseSegments(gateway.database, 'select max(seq) as seq, 1 as ordinal from access_log.entry where principal_id = $1', [
    cast.resident,
  ]);
  expect(rolesOf(await listed('guardian', { filter: { role: 'RESIDENT' } }))).toEqual([]);
  expect(rolesOf(await listed('guardian', { includeOwn: true, filter: { role: 'RESIDENT' } }))).toEqual(['RESIDENT', 'RESIDENT']);
});

test('a sealed read stays absent, whatever the filter', async () => {
  const ofPolice = { filter: { role: 'LAW_ENFORCEMENT' } };
  expect((await listed('resident', ofPolice)).totalCount).toBe(1);
  await gateway.database.asOwner(
    `insert into recreation.mandate_seal (id, mandate_id, extends, sealed_until, proposed_by, proposed_at)
     values ('9b000000-0000-4000-8000-000000000001', $1, true, '2027-01-01', $2, '2026-06-01')`,
    [matters.courtOrder, cast.privacyOfficer],
  );
  await gateway.database.asOwner(
    `insert into recreation.mandate_seal_approval (seal_id, employee_id, approved_at)
     select '9b000000-0000-4000-8000-000000000001', id, '2026-06-02' from recreation.employee
     where id = any($1)`,
    [[cast.privacyOfficer2, cast.privacyOfficer3]],
  );
  for (const filter of [ofPolice.filter, { purpose: 'LEGAL_DEMAND' }, { from: '2026-01-01T00:00:00Z' }]) {
    const { edges, totalCount } = await listed('resident', { filter });
    expect(edges.map(({ node }: any) => node.by.role)).not.toContain('LAW_ENFORCEMENT');
    expect(totalCount).toBe(edges.length);
  }
});
