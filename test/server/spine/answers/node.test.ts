import { beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import type { Asked } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { captureStatements } from '../../../helpers/values/statements.ts';

const absent = '10000000-0000-4000-8000-00000000ffff';
const node = (inside: string): string => `query ($id: ID!) { node(id: $id) { __typename id ${inside} } }`;

let service: string;
const gateway = useGateway();
beforeAll(async () => {
  service = (await gateway.ask(null, '{ services(first: 1) { edges { node { id } } } }')).data.services.edges[0].node.id;
});

const search: Asked = { purpose: 'SERVICE_PROVISION' };
const helpdesk: Asked = { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket };
const office: Asked = { purpose: 'MANDATE_ADMINISTRATION' };

/** Each type, a persona who may find one, and the same object by the root field of its type. */
const found: readonly [type: string, persona: string | null, id: () => string, field: string, inside: string, asked: Asked][] = [
  ['Resident', 'resident', () => cast.resident, 'resident', 'givenName birthDate email account { balance }', {}],
  ['Resident', 'guardian', () => cast.housemate, 'resident', 'givenName birthDate email account { balance }', {}],
  ['Resident', 'customer-service', () => cast.neighbour, 'resident', 'givenName email emailHint', search],
  ['Ticket', 'resident', () => matters.ticket, 'ticket', 'number subject assignee { id } messages { body }', {}],
  ['Ticket', 'support', () => matters.otherTicket, 'ticket', 'number subject assignee { id } messages { body }', helpdesk],
  ['Mandate', 'privacy-officer', () => matters.courtOrder, 'mandate', 'reference subjects { givenName email }', office],
  ['PrivacyRequest', 'resident', () => matters.request, 'request', 'number body requester { givenName }', {}],
  ['PrivacyRequest', 'privacy-officer', () => matters.unassignedRequest, 'request', 'number body', { purpose: 'RIGHTS_FULFILMENT' }],
  ['Service', null, () => service, 'service', 'name price', {}],
];

describe.each(found)('a %s, for %s', (type, persona, id, field, inside, asked) => {
  test('is what the root field of its type gives, and is logged in the same way', async () => {
    const variables = { id: id() };
    const typed = await gateway.ask(persona, `query ($id: ID!) { ${field}(id: $id) { __typename id ${inside} } }`, { ...asked, variables });
    expect(typed.errors).toEqual([]);
    expect(typed.data[field]).toMatchObject({ __typename: type });
    const logged = await log(typed.privacy.receipt?.entry);
    const answer = await gateway.ask(persona, node(`... on ${type} { ${inside} }`), { ...asked, variables });
    expect(answer.errors).toEqual([]);
    expect(answer.data.node).toEqual(typed.data[field]);
    expect(await log(answer.privacy.receipt?.entry)).toEqual(logged);
  });
});

/** The log's entry of a read: root fields, inputs and the parts about people. */
async function log(id: string | undefined): Promise<unknown> {
  if (id === undefined) return undefined;
  await gateway.sequence();
  const [row] = await gateway.database.asOwner<Record<string, unknown>>(
    `select entry.header -> 'rootFields' as fields, entry.header -> 'inputs' as inputs, entry.header -> 'outcome' as outcome, entry.views,
       (select jsonb_agg(coalesce(to_jsonb(segment.subject_id), segment.content) order by segment.ordinal)
        from access_log.segment where segment.seq = entry.seq) as segments
     from access_log.full_entry entry where entry.id = $1`,
    [id],
  );
  return row;
}

test('a node that it does not find is logged by its own name, about no person', async () => {
  const { data, privacy } = await gateway.ask('support', node(''), { ...helpdesk, variables: { id: cast.neighbour } });
  expect(data).toEqual({ node: null });
  expect(await log(privacy.receipt!.entry)).toMatchObject({ fields: ['Query.node'], views: [], segments: { length: 2 } });
});

describe('an id that may not be seen takes the same statements as an unknown one', () => {
  test.each<[persona: string | null, asked: Asked, hidden: readonly string[]]>([
    [null, {}, [cast.resident, matters.ticket, matters.courtOrder]],
    ['neighbour', {}, [cast.resident, matters.ticket, matters.courtOrder, matters.request, matters.encounter]],
    ['support', helpdesk, [cast.neighbour, matters.courtOrder]],
    ['customer-service', search, [cast.clerkAsResident, matters.ticket, matters.courtOrder]],
    ['police', {}, [cast.neighbour, matters.ticket, matters.protectedOrder]],
    ['security', { purpose: 'WEBSITE_SECURITY' }, [cast.resident, matters.ticket]],
  ])('%s', async (persona, asked, hidden) => {
    const query = node(
      '... on Resident { givenName household { id } } ... on Ticket { subject messages { body } } ... on Mandate { subjects { id } }',
    );
    const ask = async (id: string) => {
      const capture = captureStatements(gateway.database.roles.gateway);
      try {
        const { data, codes, privacy } = await gateway.ask(persona, query, { ...asked, variables: { id } });
        const { receipt: _receipt, ...rest } = privacy as unknown as Record<string, unknown>;
        return {
          answer: { data, codes, rest },
          statements: capture.statements
            .map(({ text }) => text)
            .filter(isRead)
            .toSorted(),
        };
      } finally {
        capture.stop();
      }
    };
    await ask(absent);
    const unknown = await ask(absent);
    expect(unknown.answer.data).toEqual({ node: null });
    for (const id of hidden) expect(await ask(id)).toEqual(unknown);
  });
});

/** Not what a connection is told when it is first used. */
function isRead(text: string): boolean {
  return !text.startsWith('begin; set local');
}

test('a partner finds people by its own pseudonyms alone', async () => {
  const { data } = await gateway.ask('police', '{ mandate(id: "' + matters.courtOrder + '") { subjects { id givenName } } }');
  const [{ id, givenName }] = data.mandate.subjects;
  expect(givenName).toEqual(expect.any(String));
  const own = await gateway.ask('police', node('... on Resident { givenName }'), { variables: { id } });
  expect(own.data.node).toEqual({ __typename: 'Resident', id, givenName });
  expect((await gateway.ask('credit-agency', node(''), { variables: { id } })).data.node).toBeNull();
});

test('an id of the wrong form is refused with the coordinate that was written', async () => {
  const { errors } = await gateway.ask('resident', node(''), { variables: { id: 'Resident:1' } });
  expect(errors).toMatchObject([{ extensions: { code: 'INPUT_INVALID', coordinates: ['Query.node(id:)'] } }]);
});

test('a mandate that is not in force finds nothing, and says so for every id', async () => {
  for (const id of [matters.expiredOrder, cast.resident, absent]) {
    const { data, codes } = await gateway.ask('police', node(''), { mandate: matters.expiredOrder, variables: { id } });
    expect([data.node, codes]).toEqual([null, ['AUTHORITY_NOT_IN_FORCE']]);
  }
});

test('a guardian is told of a read by node as of any other', async () => {
  await gateway.ask('police', node('... on Resident { birthDate } ... on Ticket { subject }'), {
    variables: { id: cast.resident },
  });
  await gateway.sequence();
  const { data } = await gateway.ask(
    'guardian',
    `{ resident(id: "${cast.resident}") { accessHistory { edges { node { kind by { role } fields } } } } }`,
  );
  const told = data.resident.accessHistory.edges.map((edge: any) => edge.node);
  expect(told).toContainEqual({ kind: 'RECORD_OPENED', by: { role: 'LAW_ENFORCEMENT' }, fields: expect.arrayContaining(['birth date']) });
});

test('an address that many read names is counted for each root field that it reads', async () => {
  const many = Array.from({ length: 20 }, (_, at) => `n${at}: node(id: "${absent}") { id }`).join(' ');
  expect((await gateway.ask('resident', `{ ${many} }`)).codes).toEqual(['TOO_MANY_READS']);
});
