import type { Purpose } from '../generated/vocabulary.ts';

/** Every purpose, in the order of the schema. */
const all: Readonly<Record<Purpose, true>> = {
  SELF_SERVICE: true,
  SERVICE_PROVISION: true,
  PAYMENT: true,
  AGE_VERIFICATION: true,
  CUSTOMER_SUPPORT: true,
  RIGHTS_FULFILMENT: true,
  ACCESS_REVIEW: true,
  MANDATE_ADMINISTRATION: true,
  WEBSITE_SECURITY: true,
  STAFF_ADMINISTRATION: true,
  MAINTENANCE: true,
  CREDIT_VERIFICATION: true,
  DEBT_COLLECTION: true,
  LEGAL_DEMAND: true,
  CONTROL_AUDIT: true,
};
export const purposes = Object.keys(all);
