import { defineEntity, p } from '@mikro-orm/core';

export const Purchase = defineEntity({
  name: 'Purchase',
  tableName: 'purchase',
  schema: 'recreation',
  properties: {
    id: p.uuid().primary(),
    residentId: p.uuid(),
    serviceId: p.uuid(),
    quantity: p.integer(),
    amount: p.decimal().precision(12).scale(2),
    purchasedAt: p.datetime(),
    validFrom: p.date().nullable(),
    validUntil: p.date().nullable(),
  },
});
