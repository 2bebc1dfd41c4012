import { defineEntity, p } from '@mikro-orm/core';

export const PrivacyRequest = defineEntity({
  name: 'PrivacyRequest',
  tableName: 'request',
  schema: 'recreation',
  properties: {
    id: p.uuid().primary(),
    number: p.text(),
    kind: p.text(),
    residentId: p.uuid().nullable(),
    body: p.text(),
    contactEmail: p.text().nullable(),
    filedAt: p.datetime(),
    dueOn: p.date(),
    assigneeId: p.uuid().nullable(),
    answeredAt: p.datetime().nullable(),
    answer: p.text().nullable(),
    withdrawnAt: p.datetime().nullable(),
    filedById: p.uuid().nullable(),
    language: p.text(),
    reopenedAt: p.datetime().nullable(),
    toldAt: p.datetime().nullable(),
    refusedAt: p.datetime().nullable(),
    entryId: p.uuid().nullable(),
  },
});
