import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { entities } from '../../../src/town/shared/rows/entities.ts';

/** Tables for which the gateway has no entity, because it only reads them. */
export const Service = defineEntity({
  name: 'Service',
  tableName: 'service',
  schema: 'recreation',
  properties: { id: p.uuid().primary(), name: p.text(), price: p.decimal().precision(12).scale(2), validDays: p.integer().nullable() },
});

/** A read about a resident, as a server without an access log may keep it. */
export const Read = defineEntity({
  name: 'Read',
  tableName: 'read',
  schema: 'bench',
  properties: {
    id: p.bigint().primary(),
    residentId: p.uuid(),
    at: p.datetime(),
    role: p.text(),
    purpose: p.text(),
    kind: p.text(),
  },
});

/** Of the tables that the product writes with statements of its own. */
export const Encounter = defineEntity({
  name: 'Encounter',
  tableName: 'encounter',
  schema: 'recreation',
  properties: {
    id: p.uuid().primary(),
    employeeId: p.uuid(),
    residentId: p.uuid(),
    purpose: p.text(),
    startedAt: p.datetime(),
    lastActiveAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    servedAt: p.datetime().nullable(),
  },
});

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

export const TicketMessage = defineEntity({
  name: 'TicketMessage',
  tableName: 'ticket_message',
  schema: 'recreation',
  properties: {
    id: p.uuid().primary(),
    authorResidentId: p.uuid().nullable(),
    authorEmployeeId: p.uuid().nullable(),
    body: p.text(),
    sentAt: p.datetime(),
    caseId: p.uuid().fieldName('ticket_id'),
  },
});

export const dayEntities = [...entities, Service, Read, Encounter, Ticket, TicketMessage];
export type ReadRow = InferEntity<typeof Read>;
