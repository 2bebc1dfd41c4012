import { cast, matters } from '../../../demo/personas.ts';
import { demoCardNumber } from '../../../demo/population/card-numbers.ts';
import type { Asked, TestGateway } from '../gateway/gateway.ts';
import { captureStatements, type Statement } from './statements.ts';

/** A read of a list or a record that must use indexes. `list`: the connection whose second page is read too. */
export type IndexedRead = readonly [what: string, persona: string, query: string, asked?: Asked, list?: string];

const counter: Asked = { purpose: 'SERVICE_PROVISION' };
const helpdesk: Asked = { purpose: 'CUSTOMER_SUPPORT' };
const orders: Asked = { purpose: 'MANDATE_ADMINISTRATION' };
const rights: Asked = { purpose: 'RIGHTS_FULFILMENT' };
const names = 'pageInfo { endCursor } edges { node { id givenName familyName ageBand } }';
const people = (rest: string): string => `query ($after: String) { residents(first: 20, after: $after, ${rest}) { ${names} } }`;
const confirming = (given: string): string => `mutation { confirmIdentity(input: { ${given} }) { outcome } }`;

const forward: readonly IndexedRead[] = [
  ['one resident', 'customer-service', `{ resident(id: "${cast.neighbour}") { givenName address { locality } } }`, counter],
  [
    'the resident of a card',
    'customer-service',
    `{ residentByCard(cardNumber: "${demoCardNumber(cast.neighbour)}") { givenName } }`,
    counter,
  ],
  ['a card that nobody has', 'customer-service', '{ residentByCard(cardNumber: "4539578763621486") { givenName } }', counter],
  ['an object by its id', 'customer-service', `{ node(id: "${cast.neighbour}") { id ... on Resident { givenName } } }`, counter],
  ['all residents by registration', 'customer-service', people('orderBy: REGISTRATION'), counter, 'residents'],
  ['all residents by family name', 'customer-service', people('orderBy: FAMILY_NAME'), counter, 'residents'],
  ['a family name’s beginning', 'customer-service', people('orderBy: FAMILY_NAME, filter: { familyName: "Ca" }'), counter, 'residents'],
  ['a given name’s beginning', 'customer-service', people('orderBy: GIVEN_NAME, filter: { givenName: "Z" }'), counter, 'residents'],
  ['a name that no resident has', 'customer-service', people('orderBy: FAMILY_NAME, filter: { familyName: "Zzyzx" }'), counter],
  ['both names', 'customer-service', people('orderBy: FAMILY_NAME, filter: { familyName: "Nguy", givenName: "Zo" }'), counter],
  ['who has an email address and a number', 'customer-service', confirming('email: "nobody@example.org", phone: "+17805559999"'), counter],
  ['who has a birth date and a number', 'customer-service', confirming('birthDate: "1980-05-05", phone: "+17805559999"'), counter],
  ['a birth date', 'privacy-officer', people('orderBy: FAMILY_NAME, filter: { birthDate: "1980-05-05" }'), orders],
  ['all residents by birth date', 'privacy-officer', people('orderBy: BIRTH_DATE'), orders, 'residents'],
  [
    'accounts',
    'privacy-officer',
    'query ($after: String) { accounts(first: 20, after: $after) { pageInfo { endCursor } edges { node { balance } } } }',
    orders,
    'accounts',
  ],
  [
    'overdue accounts',
    'privacy-officer',
    'query ($after: String) { accounts(first: 20, after: $after, overdue: true) { pageInfo { endCursor } edges { node { balance } } } }',
    orders,
    'accounts',
  ],
  [
    'the people who are served',
    'customer-service',
    '{ currentCase { ... on Encounter { resident { givenName } people { givenName } } } residents(first: 20) { edges { node { id } } } }',
    { ...counter, case: matters.encounter },
  ],
  [
    'the people who pay',
    'customer-service',
    '{ residents(first: 20) { edges { node { id } } } accounts(first: 20) { edges { node { balance } } } }',
    { purpose: 'PAYMENT' },
  ],
  [
    'the resident’s own purchases',
    'guardian',
    '{ me { givenName purchases(first: 20) { edges { node { amount service { name } } } } household { members { givenName } } } }',
  ],
  [
    'the resident’s family',
    'guardian',
    '{ residents(first: 20) { edges { node { givenName purchases(first: 3) { edges { node { amount } } } } } } }',
  ],
  [
    'the resident’s accounts, tickets and requests',
    'guardian',
    '{ accounts(first: 20) { edges { node { balance } } } tickets(first: 20, status: OPEN) { edges { node { subject } } } requests(first: 20) { edges { node { number } } } }',
  ],
  [
    'the queue of tickets',
    'support',
    'query ($after: String) { tickets(first: 20, after: $after, status: OPEN) { pageInfo { endCursor } edges { node { number } } } }',
    helpdesk,
    'tickets',
  ],
  [
    'the tickets of the principal, the oldest first',
    'support',
    '{ tickets(first: 20, status: OPEN, assignment: MINE, orderBy: OLDEST) { edges { node { number } } } }',
    helpdesk,
  ],
  [
    'a ticket’s resident',
    'support',
    '{ residents(first: 20) { edges { node { id } } } currentCase { ... on Ticket { messages { body } requester { familyName } } } }',
    { ...helpdesk, case: matters.ticket },
  ],
  [
    'the queue of requests',
    'privacy-officer',
    'query ($after: String) { requests(first: 20, after: $after) { pageInfo { endCursor } edges { node { number } } } }',
    rights,
    'requests',
  ],
  [
    'the requests of the principal, by their last day',
    'privacy-officer',
    '{ requests(first: 20, status: OPEN, assignment: MINE, orderBy: DUE) { edges { node { number } } } }',
    rights,
  ],
  [
    'a request’s resident',
    'privacy-officer',
    '{ residents(first: 20) { edges { node { id } } } accounts(first: 20) { edges { node { balance } } } tickets(first: 20) { edges { node { subject } } } }',
    { ...rights, case: matters.request },
  ],
  [
    'the mandates',
    'privacy-officer',
    '{ mandates(first: 20) { edges { node { status awaitsMyApproval } } } }',
    { purpose: 'MANDATE_ADMINISTRATION' },
  ],
  [
    'the partners with what their mandates await',
    'privacy-officer',
    '{ partners(first: 20) { edges { node { mandateCounts { status mandates } awaitingMyApproval sealsAwaitingMyApproval } } } }',
    orders,
  ],
  [
    'how many people a search finds',
    'privacy-officer',
    '{ residents(first: 20, filter: { birthDate: "1980-05-05" }) { totalCount } accounts(first: 20, overdue: true) { totalCount } }',
    orders,
  ],
  ['an order’s people', 'police', '{ residents(first: 20, orderBy: FAMILY_NAME, filter: { familyName: "A" }) { edges { node { id } } } }'],
  ['a bureau’s people', 'credit-agency', '{ residents(first: 20) { edges { node { id } } } }'],
  ['an agency’s people', 'collection-agency', '{ residents(first: 20) { edges { node { id } } } }'],
  [
    'web visits',
    'security',
    'query ($after: String) { webVisits(first: 20, after: $after) { pageInfo { endCursor } edges { node { visitedAt } } } }',
    { purpose: 'WEBSITE_SECURITY' },
    'webVisits',
  ],
];

/** The reads that serve most requests, and those of every long list, from either end. */
export const indexedReads: readonly IndexedRead[] = [
  ...forward,
  ...forward
    .filter(([, , , , list]) => list !== undefined)
    .map(([what, persona, query, asked = {}, list = '']): IndexedRead => {
      const backward = query.replace('first: 20, after: $after', 'last: 20, before: $before').replace('$after: String', '$before: String');
      return [`${what}, from the end`, persona, backward.replace('endCursor', 'startCursor'), asked, list];
    }),
];

/**
 * Asks a read, and captures its statements on the tables of records, web visits and the access log.
 * @throws Error if the read fails, or its second page is not full
 */
export async function statementsOf(
  gateway: TestGateway,
  [what, persona, query, asked = {}, list]: IndexedRead,
): Promise<readonly Statement[]> {
  const captured = captureStatements(gateway.database.roles.gateway);
  try {
    const first = await gateway.ask(persona, query, asked);
    if (first.errors.length > 0) throw new Error(`${what}: ${first.codes.join(', ')}`);
    if (list !== undefined) {
      const { startCursor, endCursor } = first.data[list].pageInfo;
      const variables = endCursor === undefined ? { before: startCursor } : { after: endCursor };
      const next = await gateway.ask(persona, query, { ...asked, variables });
      if (next.errors.length > 0 || next.data[list].edges.length !== 20) throw new Error(`${what}: the second page is not full`);
    }
    return captured.statements.filter(({ text }) => /^\s*(select|update)/i.test(text) && /recreation|web\.|access_log\./.test(text));
  } finally {
    captured.stop();
  }
}
