import { defineEntity, p } from '@mikro-orm/core';

export const TicketMessage = defineEntity({
  name: 'TicketMessage',
  tableName: 'ticket_message',
  schema: 'recreation',
  properties: {
    id: p.uuid().primary(),
    ticketId: p.uuid(),
    authorResidentId: p.uuid().nullable(),
    authorEmployeeId: p.uuid().nullable(),
    body: p.text(),
    sentAt: p.datetime(),
  },
});
