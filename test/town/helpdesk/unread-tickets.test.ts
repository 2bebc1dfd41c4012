import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { asRole } from '../../helpers/database/as-role.ts';
import type { Asked } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

let messages: readonly { readonly sentAt: string; readonly fromStaff: boolean }[];
const gateway = useGateway();
beforeAll(async () => {
  const { data } = await gateway.ask('resident', `{ ticket(id: "${matters.ticket}") { messages { sentAt fromStaff } } }`);
  messages = data.ticket.messages;
});
afterEach(async () => {
  await gateway.database.asOwner('delete from recreation.ticket_read');
  await gateway.database.asOwner('update recreation.ticket set sensitive = false');
});

const onTicket = { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket } as const;
const unread = async (persona: string, asked: Asked = {}, ticketId: string = matters.ticket) => {
  const { data } = await gateway.ask(persona, `{ ticket(id: "${ticketId}") { number unreadSince } }`, asked);
  return data.ticket?.unreadSince;
};
const mark = (persona: string, readUntil: string, ticketId: string = matters.ticket, asked: Asked = {}) =>
  gateway.ask(persona, 'mutation ($input: MarkTicketReadInput!) { markTicketRead(input: $input) { ticket { unreadSince } } }', {
    ...asked,
    variables: { input: { ticketId, readUntil } },
  });

test('what the helpdesk wrote is unread until it is marked, and what came since is again', async () => {
  expect(messages.map(({ fromStaff }) => fromStaff)).toEqual([false, true, false]);
  const answered = messages[1]!.sentAt;
  expect(await unread('resident')).toBe(answered);
  expect((await mark('resident', messages[0]!.sentAt)).data.markTicketRead.ticket.unreadSince).toBe(answered);
  expect((await mark('resident', answered)).data.markTicketRead.ticket.unreadSince).toBeNull();
  expect(await unread('resident')).toBeNull();
  const reply = 'mutation ($input: ReplyToTicketInput!) { replyToTicket(input: $input) { ticket { number } } }';
  const replied = await gateway.ask('support', reply, {
    ...onTicket,
    variables: { input: { ticketId: matters.ticket, body: 'One more' } },
  });
  expect(replied.errors).toEqual([]);
  expect(await unread('resident')).toBe('2026-06-15T18:00:00.000Z');
  await gateway.database.asOwner(`delete from recreation.ticket_message where body = 'One more'`);
});

test('a mark moves forward only, and never beyond now', async () => {
  await mark('resident', messages[2]!.sentAt);
  expect((await mark('resident', messages[0]!.sentAt)).data.markTicketRead.ticket.unreadSince).toBeNull();
  await mark('resident', '2099-01-01T00:00:00Z');
  expect(await gateway.database.asOwner('select read_at from recreation.ticket_read')).toEqual([
    { read_at: new Date('2026-06-15T18:00:00.000Z') },
  ]);
});

test('each reader has an own mark: that of a guardian does not change the minor’s, nor the other way round', async () => {
  // The guardian did not write the messages.
  expect(await unread('guardian')).toBe(messages[0]!.sentAt);
  await mark('resident', messages[2]!.sentAt);
  expect(await unread('guardian')).toBe(messages[0]!.sentAt);
  expect((await mark('guardian', messages[2]!.sentAt)).data.markTicketRead.ticket.unreadSince).toBeNull();
  await gateway.database.asOwner('delete from recreation.ticket_read where reader_id = $1', [cast.resident]);
  expect(await unread('resident')).toBe(messages[1]!.sentAt);
});

test('employees have no marks and see none', async () => {
  expect(await unread('support', onTicket)).toBeNull();
  await mark('resident', messages[0]!.sentAt);
  expect(await unread('support', onTicket)).toBeNull();
  const refused = await mark('support', messages[2]!.sentAt, matters.ticket, onTicket);
  expect(refused.codes).toEqual(['FIELD_NOT_PERMITTED']);
});

test('a ticket that is another’s, sealed from the guardian, or unknown can’t be marked, and all look the same', async () => {
  expect((await mark('guardian', messages[0]!.sentAt)).errors).toEqual([]);
  await gateway.database.asOwner('delete from recreation.ticket_read');
  await gateway.database.asOwner('update recreation.ticket set sensitive = true where id = $1', [matters.ticket]);
  const refusals = [
    await mark('guardian', messages[0]!.sentAt),
    await mark('neighbour', messages[0]!.sentAt),
    await mark('resident', messages[0]!.sentAt, '99999999-9999-4999-8999-999999999999'),
  ];
  for (const { data, errors } of refusals) {
    expect(data).toEqual({ markTicketRead: null });
    expect(errors).toEqual(refusals[0]!.errors);
    expect(errors[0]!.extensions).toEqual({ code: 'NOT_FOUND' });
  }
  expect(await unread('guardian')).toBeUndefined();
  expect(await gateway.database.asOwner('select from recreation.ticket_read')).toEqual([]);
});

test('an id must be a UUID, and an instant one of RFC 3339', async () => {
  for (const [ticketId, readUntil] of [
    ['x', messages[0]!.sentAt],
    [matters.ticket, 'yesterday'],
  ] as const) {
    expect((await mark('resident', readUntil, ticketId)).codes).toEqual(['INPUT_INVALID']);
  }
});

test('the access entry names the ticket’s resident', async () => {
  const { privacy } = await mark('guardian', messages[0]!.sentAt);
  await gateway.sequence();
  const subjects = await gateway.database.asOwner(
    'select subject_id from access_log.segment join access_log.entry using (seq, month) where entry.id = $1 and subject_id is not null',
    [privacy.receipt!.entry],
  );
  expect(subjects).toContainEqual({ subject_id: cast.resident });
});

test('the gateway can move a mark, and can neither delete it nor give it to another reader', async () => {
  const attempt = (text: string) => asRole(gateway.database.roles.gateway, (client) => client.query(text));
  await attempt('update recreation.ticket_read set read_at = now()');
  for (const text of ['delete from recreation.ticket_read', `update recreation.ticket_read set reader_id = ticket_id`]) {
    await expect(attempt(text)).rejects.toMatchObject({ code: '42501' });
  }
});
