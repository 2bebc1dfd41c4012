import { defineEntity, p } from '@mikro-orm/core';

export const MandateApproval = defineEntity({
  name: 'MandateApproval',
  tableName: 'mandate_approval',
  schema: 'recreation',
  properties: {
    mandateId: p.uuid().primary(),
    employeeId: p.uuid().primary(),
    approvedAt: p.datetime(),
  },
});
