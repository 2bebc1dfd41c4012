import { defineEntity, p } from '@mikro-orm/core';

export const MandateSubject = defineEntity({
  name: 'MandateSubject',
  tableName: 'mandate_subject',
  schema: 'recreation',
  properties: {
    mandateId: p.uuid().primary(),
    residentId: p.uuid().primary(),
  },
});
