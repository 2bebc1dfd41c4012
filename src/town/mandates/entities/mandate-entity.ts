import { defineEntity, p } from '@mikro-orm/core';

export const Mandate = defineEntity({
  name: 'Mandate',
  tableName: 'mandate',
  schema: 'recreation',
  properties: {
    id: p.uuid().primary(),
    kind: p.text(),
    reference: p.text(),
    issuer: p.text(),
    partnerId: p.uuid(),
    purpose: p.text(),
    categories: p.array(),
    validFrom: p.datetime(),
    validUntil: p.datetime(),
    openEnded: p.boolean(),
    recordedBy: p.uuid(),
    recordedAt: p.datetime(),
    reconfirmedAt: p.datetime().nullable(),
    reconfirmedBy: p.uuid().nullable(),
    revokedAt: p.datetime().nullable(),
    revokedBy: p.uuid().nullable(),
    revocationReason: p.text().nullable(),
  },
});
