import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const unknownId = '99999999-9999-4999-8999-999999999999';
const onTicket = { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket } as const;
const support = { purpose: 'CUSTOMER_SUPPORT' } as const;
const shown = 'ticket { status closedAt assignee { id } messages { body } }';
const change = (persona: string, field: 'closeTicket' | 'reopenTicket', ticketId: string, asked = {}) => {
  const type = field.replace(/^./, (letter) => letter.toUpperCase());
  const document = `mutation($input: ${type}Input!) { ${field}(input: $input) { ${shown} } }`;
  return gateway.ask(persona, document, { variables: { input: { ticketId } }, ...asked });
};

describe('a message', () => {
  const messages = '{ tickets(status: OPEN) { edges { node { messages { fromStaff author { ... on Employee { givenName } } } } } } }';

  test('says whether the helpdesk wrote it, also where the name of its author is withheld', async () => {
    const { data } = await gateway.ask('resident', messages);
    expect(data.tickets.edges[0].node.messages).toEqual([
      { fromStaff: false, author: {} },
      { fromStaff: true, author: null },
      { fromStaff: false, author: {} },
    ]);
    const theirs = await gateway.ask('support', `{ ticket(id: "${matters.ticket}") { messages { fromStaff } } }`, onTicket);
    expect(theirs.data.ticket.messages.map(({ fromStaff }: any) => fromStaff)).toEqual([false, true, false]);
    // Without the assignment, an employee sees no message.
    const queue = await gateway.ask('support', `{ ticket(id: "${matters.ticket}") { number messages { fromStaff } } }`, support);
    expect(queue.data.ticket).toMatchObject({ number: expect.any(String), messages: null });
  });
});

describe('a resident', () => {
  test('closes the own ticket, and opens it again for the employee who had it', async () => {
    const read = '{ ticket(id: $id) { subject messages { body } } }'.replace('$id', JSON.stringify(matters.ticket));
    const closed = await change('resident', 'closeTicket', matters.ticket);
    expect(closed.errors).toEqual([]);
    expect(closed.data.closeTicket.ticket).toMatchObject({ status: 'CLOSED', closedAt: testNow.toISOString() });
    expect((await gateway.ask('support', read, onTicket)).codes).toEqual(['CASE_UNKNOWN']);
    expect((await change('resident', 'closeTicket', matters.ticket)).codes).toEqual(['CONFLICT']);
    const reopened = await change('resident', 'reopenTicket', matters.ticket);
    expect(reopened.data.reopenTicket.ticket).toMatchObject({ status: 'OPEN', closedAt: null });
    expect(reopened.data.reopenTicket.ticket.messages).toHaveLength(3);
    expect((await gateway.ask('support', read, onTicket)).data.ticket.messages).toHaveLength(3);
    expect((await change('resident', 'reopenTicket', matters.ticket)).codes).toEqual(['CONFLICT']);
  });

  test('closes and opens no one else’s ticket, also not a minor’s', async () => {
    for (const [persona, ticketId] of [
      ['resident', matters.otherTicket],
      ['guardian', matters.ticket],
      ['resident', unknownId],
    ] as const) {
      expect((await change(persona, 'closeTicket', ticketId)).codes).toEqual(['NOT_FOUND']);
      expect((await change(persona, 'reopenTicket', ticketId)).codes).toEqual(['NOT_FOUND']);
    }
    const invalid = await change('resident', 'reopenTicket', 'x');
    expect(invalid.errors[0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', coordinates: ['ReopenTicketInput.ticketId'] });
  });
});

test('an employee cannot open a closed ticket again to see the person', async () => {
  expect((await change('support', 'reopenTicket', matters.closedTicket, support)).codes).toEqual(['FIELD_NOT_PERMITTED']);
  const [row] = await gateway.database.asOwner('select resident_id, closed_at is null as open from recreation.ticket where id = $1', [
    matters.closedTicket,
  ]);
  expect(row).toEqual({ resident_id: cast.resident, open: false });
});
