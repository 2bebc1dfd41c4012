import { town } from '../../../src/town/index.ts';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType, GraphQLID, GraphQLString } from 'graphql';
import { cast, matters } from '../../../demo/personas.ts';
import { demoPartners } from '../../../demo/partners.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';
import { partners } from '../../../src/town/policy/partners/partners.ts';
import { askWithToken } from '../../helpers/tokens/ask-with-token.ts';
import { testCluster, testNow } from '../../helpers/database/cluster.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { idArguments } from '../../helpers/values/id-arguments.ts';
import { common, fieldsOfType, identifying, isContent, numbers, objectTypes } from '../../helpers/values/identifying-fields.ts';
import { readMatrixFile } from '../../helpers/policy/matrix-file.ts';
import { parties, type Party } from '../../helpers/tokens/pairs-of-partners.ts';
import { issuePartnerToken, storeClient } from '../../helpers/tokens/partner-tokens.ts';
import { valuesSeenIn, wholeQueries, type ValuesSeen } from '../../helpers/asking/whole-operation.ts';

// Two partners that know the same people put together what each was shown. An id or a number that both have, or that one has and
// everybody else, matches their pseudonyms, and says who they are.
const { schema } = buildSchema(town);
test('every text of the schema says what something is, or which one it is, in test/helpers/values/identifying-fields.ts', () => {
  const texts = fieldsOfType(GraphQLString);
  expect(texts.filter((coordinate) => numbers.includes(coordinate) === isContent(coordinate))).toEqual([]);
  expect(numbers.filter((coordinate) => !texts.includes(coordinate))).toEqual([]);
});

const wanted = {
  'Query.resident': '(id: $person)',
  'Query.ticket': '(id: $ticket)',
  'Query.mandate': '(id: $mandate)',
  'Query.service': '(id: $service)',
  'Query.accessReceipt': '(entry: $receipt)',
  'Query.node': '(id: $person)',
  'Resident.purchaseCheck': '(serviceId: $service)',
};
const queries = wholeQueries(schema, wanted, '$person: ID!, $ticket: ID!, $mandate: ID!, $service: ID!, $receipt: ID!');

const tokens = new Map<string, string>();
/** The values that each reader was shown, by coordinate, and the coordinates that are open to it. */
const shown = new Map<string, ValuesSeen>();
const open = new Map<string, ReadonlySet<string>>();

const gateway = useGateway();
beforeAll(async () => {
  const { asOwner } = gateway.database;
  const listed = new Set(readMatrixFile().flatMap(({ role, category }) => (role === 'LAW_ENFORCEMENT' ? [category] : [])));
  await asOwner('update recreation.mandate set categories = $2 where id = $1', [matters.courtOrder, [...listed]]);
  const { audience } = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
  for (const { name, role, partnerId, mandate } of parties) {
    const first = demoPartners[role];
    if (partnerId !== first.id) {
      await asOwner('insert into recreation.partner (id, name, role) values ($1, $2, $3)', [partnerId, name, role]);
      const copied = { id: mandate, partner_id: partnerId, reference: name };
      await asOwner(
        `insert into recreation.mandate select (jsonb_populate_record(first, $2::jsonb)).* from recreation.mandate first where id = $1`,
        [first.mandate.id, JSON.stringify(copied)],
      );
      for (const table of ['mandate_subject', 'mandate_approval']) {
        await asOwner(
          `insert into recreation.${table} select (jsonb_populate_record(first, $2::jsonb)).* from recreation.${table} first where mandate_id = $1`,
          [first.mandate.id, JSON.stringify({ mandate_id: mandate })],
        );
      }
    }
    await storeClient(asOwner, partnerId);
    const { purpose } = partners[role];
    tokens.set(name, await issuePartnerToken(asOwner, { partnerId, purpose, audience, mandate, now: testNow }));
  }
  // First what the log is to show, then everything.
  for (const party of parties) await askEverything(party);
  await gateway.sequence();
  for (const party of parties) await askEverything(party);
  const everybody = {
    person: cast.resident,
    ticket: matters.ticket,
    mandate: matters.courtOrder,
    service: await anyService(),
    receipt: cast.resident,
  };
  await asEmployee('customer-service', everybody, { purpose: 'SERVICE_PROVISION', case: matters.encounter });
  await asEmployee('customer-service', everybody, { purpose: 'PAYMENT', case: matters.encounter });
  await asEmployee('support', everybody, { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket });
  await asEmployee('resident', everybody, {});
  await asEmployee('reviewer', everybody, { purpose: 'ACCESS_REVIEW' });
});

function ask({ name }: Party, query: string, variables: Record<string, unknown> = {}): Promise<Answered> {
  return askWithToken(gateway.send, tokens.get(name), query, { variables });
}

const rowsOfPartner = `{ residents(first: 100) { edges { node { id familyName tickets { edges { node { id } } } } } } services(first: 1) { edges { node { id } } } }`;

async function askEverything(party: Party): Promise<void> {
  const { data, privacy } = await ask(party, rowsOfPartner);
  await gateway.sequence();
  const people: any[] = (data.residents?.edges ?? []).map(({ node }: any) => node);
  const withTicket = people.find(({ tickets }) => tickets?.edges.length > 0) ?? people[0];
  const none = '00000000-0000-4000-8000-00000000dead';
  const variables = {
    person: withTicket?.id ?? none,
    ticket: withTicket?.tickets?.edges[0]?.node.id ?? none,
    mandate: party.mandate,
    service: data.services.edges[0].node.id,
    receipt: privacy.receipt?.entry ?? none,
  };
  const seen: ValuesSeen = new Map();
  const opened = new Set<string>();
  for (const query of queries) {
    const answer = await ask(party, query, variables);
    valuesSeenIn(answer.data, seen);
    const closed = new Set(answer.privacy.withheld.map(({ coordinate }) => coordinate));
    // Each root field is a line. `node` finds what other root fields find.
    const refused = new Set(['Query__node', ...answer.errors.map(({ path }) => path?.[0])]);
    for (const line of query.split('\n').filter((text) => !refused.has(text.split(':')[0]))) {
      for (const [, type, field] of line.matchAll(/\b([A-Z]\w*?)__(\w+):/g)) {
        if (!closed.has(`${type}.${field}`)) opened.add(`${type}.${field}`);
      }
    }
  }
  shown.set(party.name, seen);
  open.set(party.name, opened);
}

async function asEmployee(persona: string, variables: Record<string, unknown>, asked: object): Promise<void> {
  const seen = shown.get(persona) ?? new Map();
  for (const query of queries) valuesSeenIn((await gateway.ask(persona, query, { ...asked, variables })).data, seen);
  shown.set(persona, seen);
}

async function anyService(): Promise<string> {
  return (await gateway.ask(null, '{ services(first: 1) { edges { node { id } } } }')).data.services.edges[0].node.id;
}

/** Every value that stands for one thing, of all that a reader was shown, by coordinate; those of `common` left out. */
function idsOf(reader: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [coordinate, values] of shown.get(reader)!) {
    if (identifying.has(coordinate) && !(coordinate in common)) for (const value of values.flat()) found.set(String(value), coordinate);
  }
  return found;
}

test('the readers are shown ids of purchases, payments, tickets and messages, and numbers', () => {
  for (const reader of ['police', 'another police', 'resident']) {
    const seen = shown.get(reader)!;
    const ids = ['Resident.id', 'Purchase.id', 'Payment.id', 'Ticket.id', 'TicketMessage.id', 'Ticket.number', 'Service.id'];
    expect(ids.filter((coordinate) => !seen.has(coordinate))).toEqual([]);
  }
});

describe.each(parties.map(({ name }) => name))('%s', (name) => {
  test('has no id and no number in common with any other reader', () => {
    const own = idsOf(name);
    const found = [...shown.keys()]
      .filter((other) => other !== name)
      .flatMap((other) => [...idsOf(other)].flatMap(([value, coordinate]) => (own.has(value) ? [`${coordinate} of ${other}`] : [])));
    expect([...new Set(found)]).toEqual([]);
    expect(own.size).toBeGreaterThan(0);
  });
});

/** Open to a partner by policy, but without a value. */
const without = [
  // Places in the public log, which only the entry of an erasure names.
  'AccessEntry.erases',
  // Below a resident, whom no engagement of an auditor names.
  'AccessHistoryEntry.case',
  'AccessHistoryEntry.entryId',
  'AccessHistoryEntry.id',
  'AccessNeed.number',
];

test('every id and number that is open to a partner was compared', () => {
  const compared = new Set(parties.flatMap(({ name }) => [...shown.get(name)!.keys()]));
  const opened = new Set(parties.flatMap(({ name }) => [...open.get(name)!]));
  expect([...opened].filter((coordinate) => identifying.has(coordinate) && !compared.has(coordinate)).toSorted()).toEqual(without);
});

test('no cursor, extension or header has an id that another reader was shown', async () => {
  const all = new Set([...shown.keys()].flatMap((name) => [...idsOf(name).keys()]).filter((value) => value.length >= 10));
  for (const party of parties) {
    const own = idsOf(party.name);
    const { headers, text } = await ask(party, rowsOfPartner);
    const rest = [...headers].join() + text;
    expect([...all].filter((value) => !own.has(value) && rest.includes(value))).toEqual([]);
  }
});

test('the table has every argument of type ID that a query can have', () => {
  const found = objectTypes
    .filter(({ name }) => name !== 'Mutation')
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap(({ name, args }) =>
        args.filter((argument) => getNamedType(argument.type) === GraphQLID).map((argument) => `${type.name}.${name}(${argument.name}:)`),
      ),
    );
  expect(found.toSorted()).toEqual(Object.keys(idArguments).toSorted());
});

const closed = Object.keys(idArguments).filter((argument) => idArguments[argument] === 'closed to partners');
test.each(closed)('%s is closed to every partner', async (argument) => {
  const [, field, name] = /^Query\.(\w+)\((\w+):\)$/.exec(argument)!;
  const inside = field === 'request' ? '{ id }' : '{ edges { node { id } } }';
  for (const party of parties) {
    const { data, codes } = await ask(party, `query ($id: ID!) { ${field}(${name}: $id) ${inside} }`, { id: cast.resident });
    expect({ data, codes }).toEqual({ data: { [field!]: null }, codes: ['FIELD_NOT_PERMITTED'] });
  }
});

/** The result of an answer: ids, or the sign that there are none. */
function foundIn(data: unknown): boolean {
  return /"(id|number)":"/.test(JSON.stringify(data ?? null));
}

describe.each(Object.entries(idArguments).flatMap(([argument, way]) => (typeof way === 'string' ? [] : [{ argument, ...way }])))(
  '$argument',
  ({ query, idOf }) => {
    const [one, other] = idOf === 'AccessEntry.id' ? ['auditor', 'another auditor'] : ['police', 'another police'];
    const everybody = idOf === 'AccessEntry.id' ? 'reviewer' : 'resident';
    const asks = async (reader: string, id: unknown): Promise<boolean> =>
      foundIn(
        (
          await ask(
            parties.find(({ name }) => name === reader)!,
            query,
            { id },
          )
        ).data,
      );

    test('takes the id that the partner was shown, and neither another partner’s nor the one that everybody has', async () => {
      const [own, others, internal] = [one, other, everybody].map((reader) => shown.get(reader)!.get(idOf)![0]);
      expect(await asks(one, own)).toBe(true);
      expect(await asks(other, others)).toBe(true);
      expect(await asks(one, others)).toBe(false);
      expect(await asks(other, own)).toBe(false);
      expect(await asks(one, internal)).toBe(false);
    });
  },
);
