import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { captureStatements } from '../../../helpers/values/statements.ts';

const gateway = useGateway();

const support = { purpose: 'CUSTOMER_SUPPORT' } as const;
const onTicket = { ...support, case: matters.ticket } as const;
const unknownId = '99999999-9999-4999-8999-999999999999';

const ticketQuery = `query T($id: ID!) { ticket(id: $id) {
  id number topic status openedAt closedAt assignee { id givenName } subject requester { id givenName }
  messages { body author { __typename ... on Resident { id givenName } ... on Employee { id givenName } } } } }`;
const ticket = (persona: string, id: string, asked = {}) => gateway.ask(persona, ticketQuery, { variables: { id }, ...asked });
const count = async (where: string): Promise<number> =>
  (await gateway.database.asOwner<{ count: number }>(`select count(*)::int as count from recreation.ticket where ${where}`))[0]!.count;

describe('a ticket is shown to', () => {
  test('its resident, with all messages, oldest first; not the employee’s name', async () => {
    const { data, errors } = await ticket('resident', matters.ticket);
    expect(errors).toEqual([]);
    expect(data.ticket).toMatchObject({
      topic: 'PAYMENT',
      status: 'OPEN',
      closedAt: null,
      assignee: null,
      requester: { id: cast.resident },
    });
    expect(data.ticket.subject).toContain('Lifeguard');
    expect(data.ticket.messages.map(({ author }: any) => author?.__typename ?? null)).toEqual(['Resident', null, 'Resident']);
    expect(data.ticket.messages[1].body).toContain('we see both payments');
  });

  test('the assigned employee, with the ticket as the case', async () => {
    const { data } = await ticket('support', matters.ticket, onTicket);
    expect(data.ticket).toMatchObject({ assignee: { id: cast.supporter, givenName: 'Desmond' }, requester: { givenName: 'Peregrine' } });
    expect(data.ticket.messages[1].author).toEqual({ __typename: 'Employee', id: cast.supporter, givenName: 'Desmond' });
    expect((await ticket('support', matters.closedTicket, onTicket)).data.ticket.subject).toContain('Locked out');
  });

  test('clause helpdesk: other employees of the helpdesk, only with the fields of the queue', async () => {
    const { data } = await ticket('support', matters.otherTicket, onTicket);
    expect(data.ticket).toMatchObject({
      topic: 'REGISTRATION',
      assignee: { givenName: 'Montgomery' },
      subject: null,
      requester: null,
      messages: null,
    });
  });

  test('a guardian with the area SUPPORT_HISTORY; without it, the ticket looks unknown', async () => {
    expect((await ticket('guardian', matters.ticket)).data.ticket.subject).toContain('Lifeguard');
    const list = '{ tickets { totalCount edges { node { id } } } }';
    expect((await gateway.ask('guardian', list)).data.tickets.totalCount).toBe(2);
    await gateway.database.asOwner('update recreation.guardianship set scope = $2 where guardian_id = $1', [cast.guardian, ['ADDRESS']]);
    expect((await ticket('guardian', matters.ticket)).data).toEqual({ ticket: null });
    expect((await gateway.ask('guardian', list)).data.tickets).toEqual({ totalCount: 0, edges: [] });
  });

  test('no neighbour: to them it looks like one that does not exist', async () => {
    expect((await ticket('neighbour', matters.otherTicket)).data.ticket.subject).toContain('Shelter');
    const [hidden, absent] = await Promise.all([ticket('resident', matters.otherTicket), ticket('resident', unknownId)]);
    expect(hidden.data).toEqual({ ticket: null });
    expect(absent.data).toEqual(hidden.data);
    expect(absent.privacy.withheld).toEqual(hidden.privacy.withheld);
    expect((await ticket('resident', 'no-id')).errors[0]!.extensions).toMatchObject({
      code: 'INPUT_INVALID',
      coordinates: ['Query.ticket(id:)'],
    });
  });

  test('the police only under an order that names the support history, and only of its data subjects', async () => {
    const { data } = await ticket('police', matters.protectedTicket, { mandate: matters.protectedOrder });
    expect(data.ticket.subject).toContain('Parcels');
    expect((await ticket('police', matters.ticket, { mandate: matters.protectedOrder })).data).toEqual({ ticket: null });
    expect((await ticket('police', matters.ticket)).codes).toEqual(['FIELD_NOT_PERMITTED']);
  });
});

describe('listing tickets', () => {
  test('the queue counts every ticket except those about the employee’s own record', async () => {
    const query =
      'query($s: TicketStatus, $after: String) { tickets(first: 3, status: $s, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id status openedAt } } } }';
    const { data } = await gateway.ask('support', query, { ...support, variables: { s: 'OPEN' } });
    expect(data.tickets.totalCount).toBe(await count('closed_at is null'));
    expect(data.tickets.edges.every(({ node }: any) => node.status === 'OPEN')).toBe(true);
    const next = await gateway.ask('support', query, { ...support, variables: { s: 'OPEN', after: data.tickets.pageInfo.endCursor } });
    const times: string[] = [...data.tickets.edges, ...next.data.tickets.edges].map(({ node }: any) => node.openedAt);
    expect(times).toEqual(times.toSorted().toReversed());
    await gateway.database.asOwner('update recreation.employee set resident_id = $2 where id = $1', [cast.supporter, cast.neighbour]);
    expect((await gateway.ask('support', query, { ...support, variables: { s: 'OPEN' } })).data.tickets.totalCount).toBe(
      await count(`closed_at is null and resident_id <> '${cast.neighbour}'`),
    );
    expect((await ticket('support', matters.otherTicket, support)).data).toEqual({ ticket: null });
    await gateway.database.asOwner('update recreation.employee set resident_id = null where id = $1', [cast.supporter]);
  });

  test('a resident’s support history, newest first, page by page', async () => {
    const query =
      'query($after: String) { me { tickets(first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id subject } } } } }';
    const { data } = await gateway.ask('resident', query);
    expect(data.me.tickets).toMatchObject({ totalCount: 2, edges: [{ node: { id: matters.ticket } }], pageInfo: { hasNextPage: true } });
    const next = await gateway.ask('resident', query, { variables: { after: data.me.tickets.pageInfo.endCursor } });
    expect(next.data.me.tickets).toMatchObject({ edges: [{ node: { id: matters.closedTicket } }], pageInfo: { hasNextPage: false } });
  });
});

test('the fields of a page of tickets take as many statements as those of one ticket', async () => {
  const query = `query($first: Int) { tickets(first: $first) { edges { node {
    assignee { id } messages { body author { __typename ... on Resident { tickets(first: 5) { totalCount } } } } } } } }`;
  const captured = captureStatements();
  const reads = async (first: number): Promise<number> => {
    captured.statements.splice(0);
    const { data, errors } = await gateway.ask('resident', query, { variables: { first } });
    expect(errors).toEqual([]);
    expect(data.tickets.edges).toHaveLength(first);
    // Look-ups of relationships are not counted: their batches depend on timing.
    return captured.statements.filter(({ text }) => text.includes('from recreation.') && !text.includes(' as fact')).length;
  };
  expect(await reads(2)).toBe(await reads(1));
  captured.stop();
});

describe('changing tickets', () => {
  const open =
    'mutation($input: OpenTicketInput!) { openTicket(input: $input) { ticket { id number status subject assignee { id } messages { body author { __typename } } } } }';
  const reply = 'mutation($input: ReplyToTicketInput!) { replyToTicket(input: $input) { ticket { messages { body } } } }';
  const assign = 'mutation($input: AssignTicketInput!) { assignTicket(input: $input) { ticket { id assignee { id } subject } } }';
  const close = 'mutation($input: CloseTicketInput!) { closeTicket(input: $input) { ticket { status closedAt } } }';
  const mutate = (persona: string, document: string, input: object, asked = {}) =>
    gateway.ask(persona, document, { variables: { input }, ...asked });
  const question = { topic: 'OTHER', subject: 'Towels', body: 'Are there towels?\nKind regards' };

  test('a resident opens one about themselves', async () => {
    const { data, errors } = await mutate('neighbour', open, question);
    expect(errors).toEqual([]);
    expect(data.openTicket.ticket).toMatchObject({
      status: 'OPEN',
      subject: 'Towels',
      assignee: null,
      messages: [{ body: question.body, author: { __typename: 'Resident' } }],
    });
    expect(await count(`subject = 'Towels' and resident_id = '${cast.neighbour}'`)).toBe(1);
  });

  test('a support employee opens one for the resident of the case, and it is assigned to the employee', async () => {
    const { data } = await mutate('support', open, { ...question, subject: 'Swim caps' }, onTicket);
    expect(data.openTicket.ticket).toMatchObject({ assignee: { id: cast.supporter }, messages: [{ author: { __typename: 'Employee' } }] });
    expect(await count(`subject = 'Swim caps' and resident_id = '${cast.resident}'`)).toBe(1);
    expect((await mutate('support', open, { ...question, subject: 'Nobody’s' }, support)).codes).toEqual(['NOT_FOUND']);
    expect(await count(`subject = 'Nobody’s'`)).toBe(0);
  });

  test('malformed input is refused with its coordinates, and other roles are refused', async () => {
    const { errors } = await mutate('resident', open, { topic: 'OTHER', subject: 'a\u0000b', body: '  ' });
    expect(errors[0]!.extensions).toMatchObject({
      code: 'INPUT_INVALID',
      coordinates: ['OpenTicketInput.body', 'OpenTicketInput.subject'],
    });
    expect((await mutate('customer-service', open, question, { purpose: 'SERVICE_PROVISION' })).codes).toEqual(['FIELD_NOT_PERMITTED']);
  });

  test('a resident replies to their own ticket, and an employee to the case; not to a closed one', async () => {
    // Both replies are at the same instant, so their order is not fixed.
    const own = await mutate('resident', reply, { ticketId: matters.ticket, body: 'One more thing.' });
    expect(own.data.replyToTicket.ticket.messages).toContainEqual({ body: 'One more thing.' });
    const theirs = await mutate('support', reply, { ticketId: matters.ticket, body: 'Noted.' }, onTicket);
    expect(theirs.data.replyToTicket.ticket.messages).toContainEqual({ body: 'Noted.' });
    // Another ticket of the same resident is not the case.
    expect((await mutate('support', reply, { ticketId: matters.closedTicket, body: 'x' }, onTicket)).codes).toEqual(['NOT_FOUND']);
    expect((await mutate('support', reply, { ticketId: matters.ticket, body: 'x' }, support)).codes).toEqual(['NOT_FOUND']);
    for (const ticketId of [matters.otherTicket, unknownId]) {
      expect((await mutate('resident', reply, { ticketId, body: 'x' })).codes).toEqual(['NOT_FOUND']);
    }
    expect((await mutate('resident', reply, { ticketId: matters.closedTicket, body: 'x' })).codes).toEqual(['CONFLICT']);
    expect(await gateway.database.asOwner(`select 1 from recreation.ticket_message where body = 'x'`)).toEqual([]);
  });

  test('an employee assigns to themselves or a colleague, and does not learn whether it is about the colleague', async () => {
    const { data, privacy } = await mutate('support', assign, { ticketId: matters.unassignedTicket }, support);
    expect(data.assignTicket.ticket).toEqual({
      id: matters.unassignedTicket,
      assignee: { id: cast.supporter },
      subject: expect.any(String),
    });
    const staged = await gateway.database.asOwner(
      'select 1 from access_log.segment join access_log.entry using (seq, month) where entry.id = $1 and subject_id = $2',
      [(await gateway.sequence(), privacy.receipt!.entry), cast.neighbour],
    );
    expect(staged).toHaveLength(1);
    await mutate('support', assign, { ticketId: matters.unassignedTicket, employeeId: cast.otherSupporter }, support);
    expect(await count(`id = '${matters.unassignedTicket}' and assignee_id = '${cast.otherSupporter}'`)).toBe(1);
    await gateway.database.asOwner('update recreation.employee set resident_id = $2 where id = $1', [cast.otherSupporter, cast.resident]);
    // A colleague who opened the ticket as a resident can be assigned too, but can't see it. It stays in the queue.
    const about = await mutate('support', assign, { ticketId: matters.ticket, employeeId: cast.otherSupporter }, support);
    expect(about.codes).toEqual([]);
    expect(about.data.assignTicket.ticket).toEqual({ id: matters.ticket, assignee: { id: cast.otherSupporter }, subject: null });
    await mutate('support', assign, { ticketId: matters.ticket, employeeId: cast.supporter }, support);
    for (const [ticketId, employeeId] of [
      [matters.ticket, cast.clerk],
      [matters.ticket, unknownId],
      [unknownId, cast.supporter],
    ]) {
      expect((await mutate('support', assign, { ticketId, employeeId }, support)).codes).toEqual(['NOT_FOUND']);
    }
    expect((await mutate('support', assign, { ticketId: matters.closedTicket }, support)).codes).toEqual(['CONFLICT']);
    expect((await mutate('resident', assign, { ticketId: matters.ticket })).codes).toEqual(['FIELD_NOT_PERMITTED']);
    expect(await count(`id = '${matters.ticket}' and assignee_id = '${cast.supporter}'`)).toBe(1);
  });

  test('a ticket is closed only once', async () => {
    const { data } = await mutate('support', close, { ticketId: matters.otherTicket }, support);
    expect(data.closeTicket.ticket).toEqual({ status: 'CLOSED', closedAt: testNow.toISOString() });
    expect((await mutate('support', close, { ticketId: matters.otherTicket }, support)).codes).toEqual(['CONFLICT']);
    expect((await mutate('support', close, { ticketId: unknownId }, support)).codes).toEqual(['NOT_FOUND']);
    expect((await mutate('customer-service', close, { ticketId: matters.ticket }, { purpose: 'SERVICE_PROVISION' })).codes).toEqual([
      'FIELD_NOT_PERMITTED',
    ]);
  });
});
