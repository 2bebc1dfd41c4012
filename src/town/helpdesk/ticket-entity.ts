import { defineEntity, p } from '@mikro-orm/core';

export const Ticket = defineEntity({
  name: 'Ticket',
  tableName: 'ticket',
  schema: 'recreation',
  properties: {
    id: p.uuid().primary(),
    number: p.text(),
    residentId: p.uuid(),
    topic: p.text(),
    subject: p.text(),
    sensitive: p.boolean(),
    assigneeId: p.uuid().nullable(),
    openedAt: p.datetime(),
    closedAt: p.datetime().nullable(),
  },
});
