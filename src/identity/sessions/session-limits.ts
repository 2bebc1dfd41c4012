import type { Role } from '../../engine/register.ts';

/** How long a session lasts, in seconds. */
export interface SessionLimits {
  /** Without a use. */
  readonly idle: number;
  /** From the sign-in on, however much it is used. */
  readonly longest: number;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Employees see other people's records, at desks that others pass; residents use their own devices. */
const limits = {
  resident: { idle: 30 * minute, longest: 12 * hour },
  employee: { idle: 20 * minute, longest: 10 * hour },
  /** Of a person who has not chosen a capacity, or must add a passkey first. */
  none: { idle: 10 * minute, longest: hour },
} as const satisfies Record<string, SessionLimits>;

/** Of a resident who chose to stay signed in (NIST SP 800-63B-4 §2.1.3: at most 30 days). */
const kept: SessionLimits = { idle: 14 * day, longest: 30 * day };

/**
 * The limits of a session in a role.
 * @param role null: it acts in no capacity
 * @param isKept whether someone chose to stay signed in
 */
export function sessionLimitsOf(role: Role | null, isKept: boolean): SessionLimits {
  if (role === null) return limits.none;
  if (role !== 'RESIDENT') return limits.employee;
  return isKept ? kept : limits.resident;
}

/** The most sessions of an account that may act. The one that was unused for longest ends. */
export const mostSessions = 50;

/** Whether one may stay signed in in a role. */
export function mayKeep(role: Role | null): boolean {
  return role === 'RESIDENT';
}
