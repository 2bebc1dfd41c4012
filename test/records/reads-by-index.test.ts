import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import { populate } from '../../demo/population/populate.ts';
import { testNow, testToday } from '../helpers/cluster.ts';
import { openGateway, type Asked, type TestGateway } from '../helpers/gateway.ts';
import { rowsRead } from '../helpers/rows-read.ts';
import { captureStatements } from '../helpers/statements.ts';

// So many residents that a read of a whole table reads far more rows than a page has.
const residents = 20_000;
const most = 800;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openGateway();
  await populate(gateway.database.roles.owner, { residents, today: testToday, now: testNow, replace: true });
});
afterAll(() => gateway.close());

const counter: Asked = { purpose: 'SERVICE_PROVISION' };
const helpdesk: Asked = { purpose: 'CUSTOMER_SUPPORT' };
const orders: Asked = { purpose: 'MANDATE_ADMINISTRATION' };
const rights: Asked = { purpose: 'RIGHTS_FULFILMENT' };
const names = 'pageInfo { endCursor } edges { node { id givenName familyName ageBand } }';
const people = (rest: string): string => `query ($after: String) { residents(first: 20, after: $after, ${rest}) { ${names} } }`;

test.each<[what: string, persona: string, query: string, asked?: Asked, list?: string]>([
  ['one resident', 'customer-service', `{ resident(id: "${cast.neighbour}") { givenName address { locality } } }`, counter],
  ['all residents by registration', 'customer-service', people('orderBy: REGISTRATION'), counter, 'residents'],
  ['all residents by family name', 'customer-service', people('orderBy: FAMILY_NAME'), counter, 'residents'],
  ['a family name’s beginning', 'customer-service', people('orderBy: FAMILY_NAME, filter: { familyName: "Ca" }'), counter, 'residents'],
  ['a given name’s beginning', 'customer-service', people('orderBy: GIVEN_NAME, filter: { givenName: "Z" }'), counter, 'residents'],
  ['a name that no resident has', 'customer-service', people('orderBy: FAMILY_NAME, filter: { familyName: "Zzyzx" }'), counter],
  ['both names', 'customer-service', people('orderBy: FAMILY_NAME, filter: { familyName: "Nguy", givenName: "Zo" }'), counter],
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
    'a request’s resident',
    'privacy-officer',
    '{ residents(first: 20) { edges { node { id } } } accounts(first: 20) { edges { node { balance } } } tickets(first: 20) { edges { node { subject } } } }',
    { ...rights, case: matters.request },
  ],
  ['an order’s people', 'police', '{ residents(first: 20, orderBy: FAMILY_NAME, filter: { familyName: "A" }) { edges { node { id } } } }'],
  ['a bureau’s people', 'credit-agency', '{ residents(first: 20) { edges { node { id } } } }'],
  ['an agency’s people', 'collection-agency', '{ residents(first: 20) { edges { node { id } } } }'],
  [
    'web visits',
    'security',
    'query ($after: String) { webVisits(first: 20, after: $after) { pageInfo { endCursor } edges { node { networkAddress } } } }',
    { purpose: 'WEBSITE_SECURITY' },
    'webVisits',
  ],
])(
  '%s: no statement reads more rows in a large town, with or without parameters known to the planner',
  async (_what, persona, query, asked = {}, list) => {
    const captured = captureStatements(gateway.database.roles.gateway);
    const first = await gateway.ask(persona, query, asked);
    expect(first.errors).toEqual([]);
    if (list !== undefined) {
      const after = first.data[list].pageInfo.endCursor;
      expect(after).toEqual(expect.any(String));
      const next = await gateway.ask(persona, query, { ...asked, variables: { after } });
      expect(next.errors).toEqual([]);
      expect(next.data[list].edges).toHaveLength(20);
    }
    captured.stop();
    const reads = captured.statements.filter(({ text }) => /^\s*(select|update)/i.test(text) && /recreation|web\./.test(text));
    expect(reads.length).toBeGreaterThan(0);
    for (const read of reads) {
      for (const generic of [false, true]) {
        const rows = await rowsRead(gateway.database.roles.owner, read, generic);
        expect(rows.filter((scan) => scan.rows > most)).toEqual([]);
      }
    }
  },
);

test('reads are counted: a search without an index reads all residents', async () => {
  const text = 'select id from recreation.resident where street = $1';
  for (const generic of [false, true]) {
    const [scan] = await rowsRead(gateway.database.roles.owner, { text, values: ['1 Nowhere'] }, generic);
    expect(scan).toMatchObject({ table: 'resident', rows: residents });
  }
});
