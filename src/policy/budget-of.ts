import type { Purpose, Role } from '../generated/schema.ts';
import { purposesOf } from './enter.ts';
import type { Policy } from './policy.ts';
import { partnerRoles } from '../partners.ts';
import { employeeRoles } from '../roles.ts';

/** How many data subjects a principal may read; see `Budget`. */
export interface Limits {
  readonly perHour: number;
  readonly perDay: number;
}

/** The roles whose reads are counted: all except residents and anonymous callers. Relationships limit what residents reach. */
export const budgetedRoles: readonly Role[] = [...employeeRoles, ...partnerRoles];

const none: Limits = { perHour: 0, perDay: 0 };

/**
 * The read budget of a role for a purpose (clause `safeguards`); undefined if its reads are not counted. A counted role
 * without a line may read no data subject. Pure.
 */
export function budgetOf(policy: Policy, role: Role, purpose: Purpose | undefined): Limits | undefined {
  if (role === 'RESIDENT' || role === 'ANONYMOUS') return undefined;
  return policy.budgets.find((line) => line.role === role && purpose !== undefined && line.purposes.includes(purpose)) ?? none;
}

/** The purposes for which a role can use a root field with personal rows, each with the first such field. Pure. */
export function budgetedPurposes(policy: Policy, role: Role): ReadonlyMap<Purpose, string> {
  const found = new Map<Purpose, string>();
  for (const { fields, role: who, purposes, scope } of policy.rootFields) {
    if ((who !== role && who !== 'ANYBODY') || scope === 'OPEN' || fields[0] === undefined) continue;
    for (const purpose of purposes === 'ANY' ? purposesOf(policy, role) : purposes) {
      if (!found.has(purpose)) found.set(purpose, fields[0]);
    }
  }
  return found;
}
