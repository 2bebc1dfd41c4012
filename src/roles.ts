import type { Role } from './generated/schema.ts';

/** The roles of people who work for the municipality. */
export const employeeRoles = [
  'CUSTOMER_SERVICE',
  'SUPPORT',
  'PRIVACY_OFFICER',
  'SECURITY',
  'STAFF_ADMINISTRATOR',
] as const satisfies readonly Role[];

/** The roles of organisations outside the municipality: every role that is not inside it. Each has a row in `partners.ts`. */
export type PartnerRole = Exclude<Role, 'ANONYMOUS' | 'RESIDENT' | (typeof employeeRoles)[number]>;

/** An administrator confirms which roles an employee has at least once in so many months (clause `safeguards`). */
export const roleReviewMonths = 6;
