import type { Role } from '../generated/schema.ts';

/** Those outside the municipality, who see only what a mandate in force lets them (clause `sharing`). */
export const partners: readonly Role[] = [
  'MAINTENANCE_AGENT',
  'CREDIT_REPORTING_AGENCY',
  'COLLECTION_AGENCY',
  'LAW_ENFORCEMENT',
  'CONTROL_AGENCY',
];

/** Those who work for the municipality. */
export const employees: readonly Role[] = ['CUSTOMER_SERVICE', 'SUPPORT', 'PRIVACY_OFFICER', 'SECURITY'];
