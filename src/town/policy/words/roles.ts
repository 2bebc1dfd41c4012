import type { SensitiveRole } from '../../../engine/policy/declaration/vocabulary.ts';
import type { Role } from '../../shared/graphql/generated/schema.ts';

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

/**
 * The roles that an employee has only after a second administrator has approved them, both in an invitation and in a change (clause
 * `safeguards`). Otherwise a single administrator could appoint both people of an act that needs two.
 */
export const sensitiveRoles: readonly SensitiveRole[] = [
  { role: 'PRIVACY_OFFICER', because: 'it approves what opens records to partners, and reads the access log', clause: 'safeguards' },
  { role: 'SECURITY', because: 'it sees every visit of the website', clause: 'safeguards' },
  { role: 'STAFF_ADMINISTRATOR', because: 'it gives roles to others', clause: 'safeguards' },
];

/**
 * Days of 24 hours in which two employees can't approve anything together after one of them brought in the other, or the same administrator
 * brought in both. An invitation brings an employee in, and so does the proposal of a sensitive role.
 */
export const independenceDays = 90;

/** How many administrators must always be able to act, once there are so many: fewer could not approve any role. */
export const administratorsNeeded = 2;

/** The sensitive ones among roles, in their order. Pure. */
export function sensitiveOf(roles: readonly Role[]): readonly Role[] {
  return roles.filter((role) => sensitiveRoles.some((one) => one.role === role));
}
