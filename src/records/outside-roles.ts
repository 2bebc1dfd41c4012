import type { Role } from '../generated/schema.ts';

/** Whose entries are disclosures: those of principals outside the municipality. */
export const outsideRoles: readonly Role[] = [
  'MAINTENANCE_AGENT',
  'CREDIT_REPORTING_AGENCY',
  'COLLECTION_AGENCY',
  'LAW_ENFORCEMENT',
  'CONTROL_AGENCY',
];
