import { beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import type { Answered, Asked } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

// In every form of a query, a clerk without an encounter sees a name, and no birth date, email or street.
let truth: { given_name: string; birth_date: string; email: string; street: string };
const gateway = useGateway();
beforeAll(async () => {
  [truth] = (await gateway.database.asOwner<typeof truth>(
    'select given_name, birth_date::text, email, street from recreation.resident where id = $1',
    [cast.resident],
  )) as [typeof truth];
});

const counter = { purpose: 'SERVICE_PROVISION' } as const;

function ask(document: string, asked: Asked = {}): Promise<Answered> {
  return gateway.ask('customer-service', document, { ...counter, ...asked, variables: { id: cast.resident, ...asked.variables } });
}

function leaksNothing({ text, errors }: Answered): void {
  expect(errors).toEqual([]);
  expect(text).toContain(truth.given_name);
  for (const hidden of [truth.birth_date, truth.email, truth.street]) expect(text).not.toContain(hidden);
}

test('the resident sees the values', async () => {
  const { text } = await gateway.ask('resident', '{ me { givenName birthDate email address { street } } }');
  for (const value of Object.values(truth)) expect(text).toContain(value);
});

describe('the form of a query does not change what is seen:', () => {
  test.each([
    ['aliases of permitted names', '{ resident(id: $id) { givenName: birthDate initials: email familyName: givenName } }'],
    ['the same field twice', '{ resident(id: $id) { a: birthDate b: birthDate birthDate givenName } }'],
    ['aliased root fields', '{ services: resident(id: $id) { givenName birthDate } me: resident(id: $id) { email } }'],
    [
      'an inline fragment',
      '{ resident(id: $id) { ... { givenName email ... on Resident { birthDate ... on Person { birthDay: ageBand } } } } }',
    ],
    [
      'a named fragment',
      '{ ...Q } fragment Q on Query { resident(id: $id) { ...R } } fragment R on Resident { givenName birthDate ...A } fragment A on Resident { address { street } email }',
    ],
    [
      'a nested object',
      '{ resident(id: $id) { givenName address { postalCode: street street } account { resident { birthDate email } } } }',
    ],
    [
      'a list',
      '{ residents(first: 100, filter: { givenName: "Peregrine" }) { edges { node { givenName birthDate email address { street } } } } }',
    ],
    ['__typename', '{ __typename resident(id: $id) { __typename birthDate: __typename givenName email address { __typename street } } }'],
  ])('%s', async (_name, selection) => {
    leaksNothing(await ask(`query (${selection.includes('$id') ? '$id: ID!' : ''}) ${selection}`.replace('()', '')));
  });

  test.each([true, false])('@include and @skip with %s', async (on) => {
    const document = `query ($id: ID!, $on: Boolean!) {
      resident(id: $id) { givenName birthDate @include(if: $on) email @skip(if: $on) ... @include(if: $on) { address { street } } }
    }`;
    const answer = await ask(document, { variables: { on }, report: 'full' });
    leaksNothing(answer);
    const asked = [...answer.privacy.withheld, ...answer.privacy.conditional!].map(({ coordinate }) => coordinate);
    expect(asked.includes('Resident.birthDate')).toBe(on);
    expect(asked.includes('Resident.email')).toBe(!on);
  });

  test('@include by a variable’s default', async () => {
    leaksNothing(await ask('query ($id: ID!, $on: Boolean = true) { resident(id: $id) { givenName birthDate @include(if: $on) } }'));
  });

  test('a field that a variable includes after the operation was planned without it', async () => {
    const document =
      'query ($id: ID!, $on: Boolean!) { resident(id: $id) { givenName emailHint @include(if: $on) birthDate @include(if: $on) } }';
    expect((await ask(document, { variables: { on: false } })).data.resident).toEqual({ givenName: truth.given_name });
    const later = await ask(document, { variables: { on: true } });
    leaksNothing(later);
    expect(later.data.resident.emailHint).toMatch(/^.\*{3}@\*{3}$/);
  });

  test('several operations in one document', async () => {
    const document = `
      query Open($id: ID!) { resident(id: $id) { givenName } }
      query Refused($id: ID!) { resident(id: $id) { givenName birthDate email address { street } } }`;
    leaksNothing(await ask(document, { operationName: 'Open' }));
    leaksNothing(await ask(document, { operationName: 'Refused' }));
    expect((await ask(document, { operationName: 'Refused' })).data.resident.birthDate).toBeNull();
  });

  test('the same operation for another role, purpose and case', async () => {
    const document = 'query ($id: ID!) { resident(id: $id) { givenName email } }';
    expect((await gateway.ask('resident', document, { variables: { id: cast.resident } })).data.resident.email).toBe(truth.email);
    leaksNothing(await ask(document));
    expect((await ask(document, { case: matters.encounter })).data.resident.email).toBe(truth.email);
    leaksNothing(await ask(document));
  });
});

describe('an interface and a union', () => {
  const people = `{ currentCase { ... on Encounter { people { givenName ... on Resident { birthDate email } ... on HouseholdMember { name: familyName } } } } }`;

  test('return what the field of the concrete type returns', async () => {
    const answer = await ask(people, { case: matters.encounter });
    expect(answer.errors).toEqual([]);
    const [person] = answer.data.currentCase.people;
    expect(person).toEqual({ givenName: truth.given_name, birthDate: null, email: truth.email });
    expect(answer.privacy.withheld.map(({ coordinate, reason }) => `${coordinate} ${reason}`)).toContain('Resident.birthDate NO_GRANT');
  });

  test('hide an author whose existence may not be disclosed', async () => {
    const document = `{ ticket(id: "${matters.ticket}") { messages { author { __typename ... on Resident { givenName } ... on Employee { givenName } } } } }`;
    const own = await gateway.ask('support', document, { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket });
    const authors = own.data.ticket.messages.map(({ author }: any) => author?.__typename);
    expect(authors).toEqual(expect.arrayContaining(['Resident', 'Employee']));
    const theirs = await gateway.ask('resident', document);
    // Employees are data subjects too: a resident does not see who answered.
    expect(theirs.data.ticket.messages.map(({ author }: any) => author?.__typename ?? null)).toEqual(
      authors.map((name: string) => (name === 'Employee' ? null : name)),
    );
  });
});
