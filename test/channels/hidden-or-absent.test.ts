import { describe, expect, test } from '@jest/globals';
import { demoPartners } from '../../demo/partners.ts';
import { cast, matters, personaNamed } from '../../demo/personas.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { askFrom, furtherNames, standpoints, type Standpoint, type StandpointName } from '../helpers/asking/standpoints.ts';
import { wholeResponse } from '../helpers/asking/whole-response.ts';

// An id that the principal may not know of gets the same answer as one that does not exist: status, headers, data,
// errors and extensions, byte for byte. The standpoints that may know of it are listed, and get another answer.
const gateway = useGateway();

type Reach = Partial<Record<StandpointName, readonly string[]>>;

/** Each object that a standpoint reaches by a root field with an id is also reached by `node`. */
const byNode = ['resident', 'ticket', 'mandate'] as const;
const requests = Object.values(matters).filter((id) => id.startsWith('6000'));

const absent = '10000000-0000-4000-8000-00000000ffff';
const people = Object.values(cast).filter((id) => id.startsWith('1000'));
const tickets = [matters.ticket, matters.protectedTicket, matters.closedTicket, matters.otherTicket, matters.unassignedTicket];
const mandates = [...new Set([...Object.values(matters), ...Object.values(demoPartners).map(({ mandate: { id } }) => id)])].filter((id) =>
  id.startsWith('7000'),
);
const cases = Object.values(matters).filter((id) => /^[456]000/.test(id));

const foundByTheClerk = people.filter((id) => id !== cast.clerkAsResident);
const ofTheResident = [matters.ticket, matters.closedTicket];

const person: Reach = {
  resident: [cast.resident],
  guardian: [cast.guardian, cast.resident, cast.housemate],
  'distant guardian': [cast.distantGuardian, cast.resident],
  housemate: [cast.housemate, cast.guardian],
  neighbour: [cast.neighbour],
  'estranged parent': [cast.estrangedParent, cast.protectedChild],
  clerk: foundByTheClerk,
  'clerk serving': foundByTheClerk,
  'support on the ticket': [cast.resident],
  'officer on the request': [cast.resident],
  'officer for mandates': people,
  maintenance: [cast.resident, cast.neighbour, cast.protectedPerson],
  'credit bureau': [cast.resident, cast.housemate, cast.protectedPerson],
  'collection agency': [cast.resident, cast.protectedPerson, cast.estrangedParent],
  police: [cast.resident],
  'police under another order': [cast.protectedPerson, cast.protectedChild],
};
const ticket: Reach = {
  resident: ofTheResident,
  guardian: ofTheResident,
  neighbour: [matters.otherTicket, matters.unassignedTicket],
  support: tickets,
  'support on the ticket': tickets,
  'officer on the request': ofTheResident,
  'police under another order': [matters.protectedTicket],
};
const mandate: Reach = {
  'officer for mandates': mandates,
  maintenance: [matters.workOrder],
  'credit bureau': [matters.creditCheck],
  'collection agency': [matters.debtAssignment],
  police: [matters.courtOrder],
  'police under another order': [matters.protectedOrder],
  auditor: [matters.auditEngagement],
};

const request: Reach = {
  resident: [matters.request],
  neighbour: [matters.unassignedRequest],
  officer: requests,
  'officer on the request': requests,
};

/** The ids that a partner may know of when its standpoint is not listed above: its mandate, and the mandate's data subjects. */
function reachOfPartner({ persona }: Standpoint, field: string): readonly string[] {
  if (field === 'node') return byNode.flatMap((each) => reachOfPartner({ persona } as Standpoint, each));
  const partner = furtherNames.includes(persona as StandpointName) && Object.values(demoPartners).find((one) => one.persona === persona);
  if (!partner || field === 'ticket' || field === 'request') return [];
  return field === 'mandate' ? [partner.mandate.id] : partner.mandate.subjects;
}

describe.each<[field: string, ids: readonly string[], reach: Reach, query: string]>([
  [
    'resident',
    people,
    person,
    `query ($id: ID!) { resident(id: $id) { id givenName initials birthDate email phoneHint address { street locality } household { id members { residentId } }
      guardianships { areas } purchases { totalCount edges { cursor } } account { balance creditCheckOpen } tickets { totalCount } } }`,
  ],
  [
    'ticket',
    tickets,
    ticket,
    'query ($id: ID!) { ticket(id: $id) { id number openedAt assignee { id } subject requester { id givenName } messages { body author { __typename } } } }',
  ],
  ['mandate', mandates, mandate, 'query ($id: ID!) { mandate(id: $id) { id kind reference status approvals subjects { id givenName } } }'],
  [
    'request',
    requests,
    request,
    'query ($id: ID!) { request(id: $id) { id number kind status body answer contactEmail requester { id givenName } questionedEntry } }',
  ],
  [
    'node',
    [...people, ...tickets, ...mandates, ...requests],
    Object.fromEntries(
      standpoints
        .map(({ name }) => [name, [person, ticket, mandate, request].flatMap((reach) => reach[name] ?? [])] as const)
        .filter(([, ids]) => ids.length > 0),
    ),
    `query ($id: ID!) { node(id: $id) { __typename id ... on Resident { givenName email purchases { totalCount } } ... on Ticket { number subject requester { id } }
      ... on Mandate { reference subjects { id } } ... on PrivacyRequest { number body } } }`,
  ],
])('%s', (field, ids, reach, query) => {
  test.each(standpoints.map((standpoint) => [standpoint.name, standpoint] as const))('asked for by: %s', async (name, standpoint) => {
    const ask = async (id: string, withheld?: 'error' | 'reject'): Promise<string> =>
      wholeResponse(await askFrom(gateway, standpoint, query, { id }, withheld));
    const unknown = await ask(absent);
    const reachable = reach[name] ?? reachOfPartner(standpoint, field);
    // A few ids are enough when the standpoint may know of none.
    const asked = reachable.length > 0 ? ids : ids.slice(0, 4);
    const answers = await Promise.all(asked.map((id) => ask(id)));
    const known = asked.filter((_id, at) => answers[at] !== unknown);
    expect(known.toSorted()).toEqual(reachable.toSorted());
    // For each way of reporting withheld fields.
    const hidden = ids.find((id) => !known.includes(id)) ?? absent;
    for (const mode of ['error', 'reject'] as const) expect(await ask(hidden, mode)).toBe(await ask(absent, mode));
    expect(unknown).toMatch(new RegExp(`"${field}":null|"code":"PURPOSE_REQUIRED"`));
  });
});

test('another partner’s pseudonym for a person gets the same answer as an unknown id', async () => {
  const listed = '{ residents { edges { node { id } } } }';
  const query = 'query ($id: ID!) { resident(id: $id) { id initials } }';
  const own = (await gateway.ask('credit-agency', listed)).data.residents.edges.map(({ node }: any) => node.id);
  expect((await gateway.ask('credit-agency', query, { variables: { id: own[0] } })).data.resident.id).toBe(own[0]);
  const unknown = wholeResponse(await gateway.ask('police', query, { variables: { id: absent } }));
  for (const id of own) expect(wholeResponse(await gateway.ask('police', query, { variables: { id } }))).toBe(unknown);
});

describe('currentCase, and everything else under a case', () => {
  const reach: Partial<Record<string, readonly string[]>> = {
    'customer-service SERVICE_PROVISION': [matters.encounter],
    'support CUSTOMER_SUPPORT': [matters.ticket, matters.protectedTicket],
    'privacy-officer RIGHTS_FULFILMENT': [matters.request, matters.protectedRequest, matters.anonymousRequest],
  };
  // Cases of the principal's own that serve no longer, or not for this purpose: the principal knows them, and is told why.
  const own: Partial<Record<string, readonly string[]>> = {
    'customer-service PAYMENT': [matters.encounter],
    'customer-service AGE_VERIFICATION': [matters.encounter],
    'support CUSTOMER_SUPPORT': [matters.closedTicket],
    'privacy-officer MANDATE_ADMINISTRATION': [matters.request, matters.protectedRequest, matters.anonymousRequest],
  };
  const query = `{ currentCase { __typename } residents(first: 1) { totalCount edges { node { givenName } } } services(first: 1) { totalCount } }`;
  const capacities = [
    'guardian',
    'customer-service',
    'support',
    'privacy-officer',
    'security',
    'credit-agency',
    'police',
    'auditor',
  ].flatMap((persona) => personaNamed(persona).purposes.map((purpose) => [persona, purpose] as const));

  test.each(capacities)(
    'named by %s for %s: only a reachable case, or an own one, differs from an unknown one',
    async (persona, purpose) => {
      const ask = async (id: string): Promise<string> => wholeResponse(await gateway.ask(persona, query, { purpose, case: id }));
      const unknown = await ask(absent);
      const answers = await Promise.all(cases.map(ask));
      const owned = own[`${persona} ${purpose}`] ?? [];
      expect(cases.filter((_id, at) => answers[at] !== unknown)).toEqual([...(reach[`${persona} ${purpose}`] ?? []), ...owned]);
      for (const id of owned) expect(await ask(id)).toMatch(/"code":"CASE_UNKNOWN","reason":"(?:OTHER_PURPOSE|TICKET_CLOSED)"/);
      expect(unknown).toContain('"code":"CASE_UNKNOWN"');
      expect(unknown).not.toContain('"code":"CASE_UNKNOWN","reason"');
      // The same for a text that is not an id.
      expect(await ask('no id')).toBe(unknown);
    },
  );
});

test('this file covers every root field of the query that takes an id', async () => {
  const { data } = await gateway.ask('privacy-officer', '{ __type(name: "Query") { fields { name args { name } } } }');
  // `service` hides nothing.
  const takers = data.__type.fields.filter(({ args }: any) => args.some(({ name }: any) => name === 'id'));
  expect(takers.map(({ name }: any) => name).toSorted()).toEqual(['mandate', 'node', 'request', 'resident', 'service', 'ticket']);
});
