import { defineEntity, p } from '@mikro-orm/core';

/** The properties that the messages about each kind of case share. */
const shared = () => ({
  id: p.uuid().primary(),
  authorResidentId: p.uuid().nullable(),
  authorEmployeeId: p.uuid().nullable(),
  body: p.text(),
  sentAt: p.datetime(),
});

export const TicketMessage = defineEntity({
  name: 'TicketMessage',
  tableName: 'ticket_message',
  schema: 'recreation',
  properties: { ...shared(), caseId: p.uuid().fieldName('ticket_id') },
});

export const PrivacyRequestMessage = defineEntity({
  name: 'PrivacyRequestMessage',
  tableName: 'request_message',
  schema: 'recreation',
  properties: { ...shared(), caseId: p.uuid().fieldName('request_id') },
});
