import { defineEntity, p } from '@mikro-orm/core';

export const Resident = defineEntity({
  name: 'Resident',
  tableName: 'resident',
  schema: 'recreation',
  properties: {
    id: p.uuid().primary(),
    givenName: p.text(),
    familyName: p.text(),
    birthDate: p.date(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    mobilePhone: p.text().nullable(),
    street: p.text().nullable(),
    locality: p.text().nullable(),
    province: p.text().nullable(),
    postalCode: p.text().nullable(),
    registeredAt: p.datetime(),
  },
});
