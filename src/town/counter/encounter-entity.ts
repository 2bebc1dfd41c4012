import { defineEntity, p } from '@mikro-orm/core';

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
