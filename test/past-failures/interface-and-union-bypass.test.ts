import { town } from '../../src/town/index.ts';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import { PrivacyError } from '../../src/platform/errors/errors.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { changedSchema } from '../helpers/policy/changed-schema.ts';
import type { Asked } from '../helpers/gateway/gateway.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';

// Apollo Router, GHSA-x33c-7c2v-mrj9: a field's access control was bypassed when the field was requested through an
// interface. The Guild's generic-auth checks unions and interfaces by a field's own type alone.
const gateway = useGateway();
beforeAll(async () => {
  // The encounter serves the guardian together with the minor of the home: one object of each type of Person.
  await gateway.database.asOwner('update recreation.encounter set resident_id = $2 where id = $1', [matters.encounter, cast.guardian]);
});

const serving: Asked = { purpose: 'SERVICE_PROVISION', case: matters.encounter };

describe('GHSA-x33c-7c2v-mrj9 (Apollo Router), generic-auth: a person requested through the interface Person', () => {
  const through = (inside: string): string => `{ currentCase { ... on Encounter { people { __typename ${inside} } } } }`;

  test('shows what the concrete type shows', async () => {
    const { data, errors } = await gateway.ask('customer-service', through('givenName initials ageBand'), serving);
    expect(errors).toEqual([]);
    expect(data.currentCase.people).toEqual([
      { __typename: 'Resident', givenName: 'Rosalind', initials: 'R.A.', ageBand: 'FROM_45_TO_64' },
      { __typename: 'HouseholdMember', givenName: 'Peregrine', initials: 'P.C.', ageBand: 'FROM_13_TO_17' },
    ]);
  });

  test.each([
    ['the interface', 'ageBand'],
    ['an alias on the interface', 'givenName: ageBand'],
    ['a fragment on the interface', '... on Person { ageBand }'],
    ['a fragment on each type', '... on Resident { ageBand } ... on HouseholdMember { ageBand }'],
    [
      'a fragment on the interface within one on a type',
      '... on Resident { ... on Person { ageBand } } ... on HouseholdMember { ... on Person { ageBand } }',
    ],
    ['a fragment without a type', '... { ... on Person { ... { ageBand } } }'],
  ])('hides what the concrete type hides, by %s', async (_name, inside) => {
    const seen = await gateway.ask('customer-service', through(inside), serving);
    expect(seen.text).toContain('FROM_13_TO_17');
    // For PAYMENT no grant permits the age.
    await gateway.database.asOwner(`update recreation.encounter set purpose = 'PAYMENT' where id = $1`, [matters.encounter]);
    const hidden = await gateway.ask('customer-service', through(inside), { ...serving, purpose: 'PAYMENT' });
    await gateway.database.asOwner(`update recreation.encounter set purpose = 'SERVICE_PROVISION' where id = $1`, [matters.encounter]);
    expect(hidden.errors).toEqual([]);
    expect(hidden.text).not.toMatch(/FROM_\d/);
    const withheld = hidden.privacy.withheld.map(({ coordinate }) => coordinate);
    expect(withheld).toEqual(expect.arrayContaining(['Resident.ageBand', 'HouseholdMember.ageBand']));
  });

  test('a person is in a list of the interface only if the concrete type permits it', async () => {
    const names = '{ me { household { members { ... on Person { __typename givenName } } } } }';
    const { data } = await gateway.ask('guardian', names);
    expect(data.me.household.members.map(({ givenName }: any) => givenName)).toEqual(['Peregrine', 'Rosalind', 'Éloïse']);
    // The minor may not see the housemate.
    const minor = await gateway.ask('resident', names);
    expect(minor.data.me.household.members.map(({ givenName }: any) => givenName)).toEqual(['Peregrine']);
  });
});

describe('generic-auth: fields of the members of a union', () => {
  const authors = (inside: string) => `{ ticket(id: "${matters.ticket}") { messages { author { ${inside} } } } }`;
  const helpdesk: Asked = { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket };

  test.each([
    ['by a fragment on each', '__typename ... on Employee { givenName } ... on Resident { givenName }'],
    ['by a fragment on the union', '... on MessageAuthor { __typename ... on Employee { givenName } }'],
    ['by an interface that one of them has', '__typename ... on Person { givenName } ... on Employee { givenName }'],
  ])('the helpdesk sees an employee’s name and the resident does not, %s', async (_name, inside) => {
    expect((await gateway.ask('support', authors(inside), helpdesk)).text).toContain('Desmond');
    const { data, errors, text } = await gateway.ask('resident', authors(inside));
    expect(errors).toEqual([]);
    expect(text).not.toMatch(/Desmond|"__typename":"Employee"/);
    expect(data.ticket.messages.map(({ author }: any) => author?.__typename ?? null)).toEqual(['Resident', null, 'Resident']);
  });

  test('the helpdesk does not see a birth date through the union of cases', async () => {
    const born =
      '{ currentCase { ... on Ticket { requester { givenName birthDate } } ... on PrivacyRequest { requester { givenName birthDate } } } }';
    const officer = await gateway.ask('privacy-officer', born, { purpose: 'RIGHTS_FULFILMENT', case: matters.request });
    expect(officer.data.currentCase.requester).toEqual({ givenName: 'Peregrine', birthDate: '2008-12-15' });
    const support = await gateway.ask('support', born, helpdesk);
    expect(support.data.currentCase.requester).toEqual({ givenName: 'Peregrine', birthDate: null });
  });
});

test('GHSA-x33c-7c2v-mrj9: a marking on an interface that an implementer does not carry keeps the gateway from starting', () => {
  const forgotten = changedSchema([
    'residentId: ID @personal(category: EXISTENCE)\n  givenName: String @personal(category: NAME)',
    'residentId: ID @personal(category: EXISTENCE)\n  givenName: String @impersonal',
  ]);
  expect(() => buildSchema(town, forgotten)).toThrow(PrivacyError);
  expect(() => buildSchema(town, forgotten)).toThrow(/HouseholdMember\.givenName/);
});
