import { defineEntity, p } from '@mikro-orm/core';
import { addressFields, contactFields, partsOf, registrationFields } from './resident-columns.ts';

export const Resident = defineEntity({
  name: 'Resident',
  tableName: 'resident',
  schema: 'recreation',
  properties: {
    id: p.uuid().primary(),
    ...partsOf(registrationFields, 'property'),
    ...partsOf(contactFields, 'property'),
    ...partsOf(addressFields, 'property'),
    registeredAt: p.datetime(),
    cardNumber: p.text(),
    contactSince: p.datetime().nullable(),
    emailSetBy: p.text().nullable(),
    emailGivenBy: p.uuid().nullable(),
    emailSetAt: p.datetime().nullable(),
  },
});
