import { defineEntity, p } from '@mikro-orm/core';

export const Account = defineEntity({
  name: 'Account',
  tableName: 'account',
  schema: 'recreation',
  properties: {
    residentId: p.uuid().primary(),
    balance: p.decimal().precision(12).scale(2),
  },
});
