import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { entities } from '../../../src/town/rows/entities.ts';

/** What the gateway has no entity for, because it only reads it. */
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

export const dayEntities = [...entities, Service, Read];
export type ReadRow = InferEntity<typeof Read>;
