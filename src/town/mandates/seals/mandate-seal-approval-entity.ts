import { defineEntity, p } from '@mikro-orm/core';

export const MandateSealApproval = defineEntity({
  name: 'MandateSealApproval',
  tableName: 'mandate_seal_approval',
  schema: 'recreation',
  properties: {
    sealId: p.uuid().primary(),
    employeeId: p.uuid().primary(),
    approvedAt: p.datetime(),
  },
});
