import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import type { Answered } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const json = { 'content-type': 'application/json' };
const me = '{ me { givenName } }';

/** An error with this code, and no data in it. */
function refused({ text, data, codes }: Answered, code: string, root?: string): void {
  expect(codes).toEqual([code]);
  expect(data ?? null).toEqual(root === undefined ? null : { [root]: null });
  expect(text).not.toMatch(/stack|node_modules|select |syntax error/i);
}

describe('purpose', () => {
  const byName = '{ residents(filter: { familyName: "a" }) { totalCount } }';

  test('a missing purpose is refused if one is needed', async () => {
    expect((await gateway.ask('customer-service', byName, { purpose: 'SERVICE_PROVISION' })).errors).toEqual([]);
    refused(await gateway.ask('customer-service', byName), 'PURPOSE_REQUIRED');
  });

  test('no purpose is needed for rows without a data subject', async () => {
    expect((await gateway.ask('customer-service', '{ services { totalCount } }')).errors).toEqual([]);
  });

  test('an unknown purpose is refused', async () => {
    refused(await gateway.ask('customer-service', byName, { purpose: 'CURIOSITY' }), 'PURPOSE_UNKNOWN');
  });

  test('a header and a directive that disagree are refused', async () => {
    const document = `query @purpose(is: SERVICE_PROVISION) ${byName}`;
    expect((await gateway.ask('customer-service', document)).errors).toEqual([]);
    expect((await gateway.ask('customer-service', document, { purpose: 'SERVICE_PROVISION' })).errors).toEqual([]);
    refused(await gateway.ask('customer-service', document, { purpose: 'PAYMENT' }), 'PURPOSE_CONFLICT');
  });

  test('a purpose in a variable counts as if it were written, and what is no purpose is refused', async () => {
    const document = `query ($why: Purpose!) @purpose(is: $why) ${byName}`;
    expect((await gateway.ask('customer-service', document, { variables: { why: 'SERVICE_PROVISION' } })).codes).toEqual([]);
    refused(await gateway.ask('customer-service', document, { variables: { why: 'SELF_SERVICE' } }), 'PURPOSE_NOT_ALLOWED');
    for (const why of ['NOSINESS', 7, null, undefined]) {
      refused(await gateway.ask('customer-service', document, { variables: { why } }), 'INPUT_INVALID');
    }
  });

  test('a purpose that the role may not have is refused', async () => {
    refused(await gateway.ask('resident', me, { purpose: 'SERVICE_PROVISION' }), 'PURPOSE_NOT_ALLOWED');
    refused(await gateway.ask(null, me, { purpose: 'SERVICE_PROVISION' }), 'PURPOSE_NOT_ALLOWED');
  });

  test('a purpose that the token does not allow is refused', async () => {
    const token = await gateway.token('customer-service', { purposes: ['PAYMENT'] });
    const headers = { ...json, authorization: `Bearer ${token}`, 'privacy-purpose': 'SERVICE_PROVISION' };
    refused(await gateway.send({ method: 'POST', headers, body: JSON.stringify({ query: byName }) }), 'PURPOSE_NOT_ALLOWED');
  });

  test('a purpose that the token claims but the role may not have is refused', async () => {
    const token = await gateway.token('resident', { purposes: ['SELF_SERVICE', 'SERVICE_PROVISION'] });
    const headers = { ...json, authorization: `Bearer ${token}`, 'privacy-purpose': 'SERVICE_PROVISION' };
    refused(await gateway.send({ method: 'POST', headers, body: JSON.stringify({ query: byName }) }), 'PURPOSE_NOT_ALLOWED');
  });

  test('a refused attempt to read personal data is in the log', async () => {
    const { privacy } = await gateway.ask('customer-service', byName, { purpose: 'RIGHTS_FULFILMENT' });
    const [row] = await gateway.database.asOwner<{ outcome: string }>(
      `select header ->> 'outcome' as outcome from access_log.full_staged staged where id = $1
       union all select header ->> 'outcome' from access_log.full_entry entry where id = $1`,
      [privacy.receipt!.entry],
    );
    expect(row).toEqual({ outcome: 'REFUSED' });
  });
});

describe('case', () => {
  const served = { purpose: 'SERVICE_PROVISION' } as const;
  const document = `{ resident(id: "${cast.resident}") { email } }`;

  test('the principal’s own case opens its data subject’s record', async () => {
    const { data } = await gateway.ask('customer-service', document, { ...served, case: matters.encounter });
    expect(data.resident.email).toMatch(/@/);
  });

  test.each([
    ['another employee’s', matters.otherEncounter],
    ['one of another kind', matters.ticket],
    ['an unknown one', '40000000-0000-4000-8000-00000000ffff'],
    ['no id at all', 'hello'],
  ])('%s is refused alike', async (_name, id) => {
    const answer = await gateway.ask('customer-service', document, { ...served, case: id });
    refused(answer, 'CASE_UNKNOWN');
    const unknown = await gateway.ask('customer-service', document, { ...served, case: '40000000-0000-4000-8000-00000000fffe' });
    expect(withoutReceipt(answer.text)).toBe(withoutReceipt(unknown.text));
    expect(answer.status).toBe(unknown.status);
  });

  test('a case is refused for another purpose than the encounter’s', async () => {
    refused(await gateway.ask('customer-service', document, { purpose: 'PAYMENT', case: matters.encounter }), 'CASE_UNKNOWN');
  });

  test('a case other than the one that the token is bound to is refused', async () => {
    const token = await gateway.token('support', { boundCase: matters.ticket });
    const ask = (headers: Record<string, string>): Promise<Answered> =>
      gateway.send({
        method: 'POST',
        headers: { ...json, authorization: `Bearer ${token}`, 'privacy-purpose': 'CUSTOMER_SUPPORT', ...headers },
        body: JSON.stringify({ query: document }),
      });
    expect((await ask({})).data.resident.email).toMatch(/@/);
    refused(await ask({ 'privacy-case': matters.protectedTicket }), 'CASE_UNKNOWN');
  });
});

describe('id', () => {
  const document = 'query ($id: ID!) { resident(id: $id) { givenName } }';

  test('a malformed id is refused', async () => {
    refused(await gateway.ask('resident', document, { variables: { id: "1' or '1'='1" } }), 'INPUT_INVALID', 'resident');
  });

  test('an unknown id and an id out of scope get the same answer', async () => {
    expect((await gateway.ask('resident', document, { variables: { id: cast.resident } })).data.resident).not.toBeNull();
    const absent = await gateway.ask('resident', document, { variables: { id: '10000000-0000-4000-8000-00000000ffff' } });
    const hidden = await gateway.ask('resident', document, { variables: { id: cast.neighbour } });
    expect(hidden.data).toEqual({ resident: null });
    expect(withoutReceipt(hidden.text)).toBe(withoutReceipt(absent.text));
  });
});

describe('filter, order and cursor', () => {
  test.each([
    ['filter', 'residents(filter: { birthDate: "2000-01-01" })', 'ResidentFilter.birthDate'],
    ['filter by what is only a hint', 'residents(filter: { locality: "Leduc" })', 'ResidentFilter.locality'],
    ['filter by null', 'residents(filter: { email: null })', 'ResidentFilter.email'],
    ['order', 'residents(orderBy: BIRTH_DATE)', 'ResidentOrder.BIRTH_DATE'],
  ])('%s by a field that may not be read for every row', async (_name, field, coordinate) => {
    const answer = await gateway.ask('customer-service', `{ ${field} { totalCount } }`, { purpose: 'SERVICE_PROVISION' });
    refused(answer, 'ARGUMENT_NOT_PERMITTED', 'residents');
    expect(answer.errors[0]!.extensions.coordinates).toEqual([coordinate]);
  });

  test.each([
    [
      'a variable',
      'query ($filter: ResidentFilter) { residents(filter: $filter) { totalCount } }',
      { filter: { birthDate: '2000-01-01' } },
    ],
    [
      'a variable’s default',
      'query ($filter: ResidentFilter = { birthDate: "2000-01-01" }) { residents(filter: $filter) { totalCount } }',
      {},
    ],
    ['a variable inside', 'query ($day: LocalDate) { residents(filter: { birthDate: $day }) { totalCount } }', { day: '2000-01-01' }],
    ['a sort key in a variable', 'query ($by: ResidentOrder) { residents(orderBy: $by) { totalCount } }', { by: 'BIRTH_DATE' }],
  ])('in %s', async (_name, document, variables) => {
    const answer = await gateway.ask('customer-service', document, { purpose: 'SERVICE_PROVISION', variables });
    refused(answer, 'ARGUMENT_NOT_PERMITTED', 'residents');
  });

  test('a role that may use the filter gets an answer', async () => {
    const [row] = await gateway.database.asOwner<{ birth_date: string }>('select birth_date::text from recreation.resident where id = $1', [
      cast.resident,
    ]);
    const document = `{ residents(filter: { birthDate: "${row!.birth_date}" }) { totalCount } }`;
    const { data } = await gateway.ask('privacy-officer', document, { purpose: 'MANDATE_ADMINISTRATION' });
    expect(data.residents.totalCount).toBeGreaterThan(0);
  });

  const page = 'query ($after: String) { residents(first: 2, after: $after, orderBy: FAMILY_NAME) { edges { cursor node { id } } } }';
  const counter = { purpose: 'SERVICE_PROVISION' } as const;

  test('a valid cursor continues after its row', async () => {
    const first = (await gateway.ask('customer-service', page, counter)).data.residents.edges;
    const second = (await gateway.ask('customer-service', page, { ...counter, variables: { after: first[1].cursor } })).data.residents
      .edges;
    const both = (await gateway.ask('customer-service', page.replace('first: 2', 'first: 4'), counter)).data.residents.edges;
    expect([...first, ...second].map(({ node }: any) => node.id)).toEqual(both.map(({ node }: any) => node.id));
  });

  test('a cursor that is broken, foreign, or of another list is refused', async () => {
    const [{ cursor }] = (await gateway.ask('customer-service', page, counter)).data.residents.edges;
    // Not the last character, of which some bits mean nothing.
    const flipped = cursor.slice(0, 20) + (cursor[20] === 'A' ? 'B' : 'A') + cursor.slice(21);
    refused(await gateway.ask('customer-service', page, { ...counter, variables: { after: flipped } }), 'CURSOR_INVALID', 'residents');
    refused(await gateway.ask('customer-service', page, { ...counter, variables: { after: '' } }), 'CURSOR_INVALID', 'residents');
    refused(
      await gateway.ask('customer-service', page, { ...counter, variables: { after: 'x'.repeat(500) } }),
      'CURSOR_INVALID',
      'residents',
    );
    const officer = { purpose: 'MANDATE_ADMINISTRATION', variables: { after: cursor } };
    refused(await gateway.ask('privacy-officer', page, officer), 'CURSOR_INVALID', 'residents');
    const otherOrder = page.replace('FAMILY_NAME', 'GIVEN_NAME');
    refused(await gateway.ask('customer-service', otherOrder, { ...counter, variables: { after: cursor } }), 'CURSOR_INVALID', 'residents');
    const otherFilter = page.replace('first: 2', 'first: 2, filter: { givenName: "a" }');
    refused(
      await gateway.ask('customer-service', otherFilter, { ...counter, variables: { after: cursor } }),
      'CURSOR_INVALID',
      'residents',
    );
    const otherList = 'query ($after: String) { services(after: $after) { totalCount } }';
    refused(await gateway.ask('customer-service', otherList, { ...counter, variables: { after: cursor } }), 'CURSOR_INVALID', 'services');
  });

  test.each([0, -1, 101, 2 ** 31 - 1])('a page of %d rows is refused', async (first) => {
    refused(await gateway.ask('customer-service', `{ residents(first: ${first}) { totalCount } }`, counter), 'INPUT_INVALID', 'residents');
  });
});

/** The answer without its receipt, which differs each time. */
function withoutReceipt(text: string): string {
  return text.replace(/,?"receipt":\{[^}]*\}[^}]*\}/, '');
}

test.each([
  ['a NUL', { familyName: 'a\u0000' }],
  ['a year that no calendar has', { birthDate: '0000-01-01' }],
])('%s in a filter', async (_name, filter) => {
  const document = 'query ($filter: ResidentFilter) { residents(filter: $filter) { totalCount } }';
  refused(
    await gateway.ask('privacy-officer', document, { purpose: 'MANDATE_ADMINISTRATION', variables: { filter } }),
    'INPUT_INVALID',
    'residents',
  );
});
