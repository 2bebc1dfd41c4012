import { defineEntity, p } from '@mikro-orm/core';

export const MandateSeal = defineEntity({
  name: 'MandateSeal',
  tableName: 'mandate_seal',
  schema: 'recreation',
  properties: {
    id: p.uuid().primary(),
    mandateId: p.uuid(),
    extends: p.boolean(),
    sealedUntil: p.datetime(),
    proposedBy: p.uuid(),
    proposedAt: p.datetime(),
  },
});
