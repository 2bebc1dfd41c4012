import type { Act, Purpose, Role } from '../../register.ts';
import type { Budget, Limits } from '../declaration/lines.ts';
import { purposesOf } from './enter.ts';
import type { Policy } from '../declaration/policy.ts';
import { wordsOf, type Vocabulary } from '../declaration/vocabulary.ts';

/** The roles whose reads are counted. Pure. */
export function budgetedRoles({ roles }: Vocabulary): readonly Role[] {
  return wordsOf(roles).filter((role) => roles[role].isCounted);
}

const none: Limits = { perHour: 0, perDay: 0 };

/**
 * The read budget of a role for a purpose (clause `safeguards`); undefined if its reads are not counted. A counted role
 * without a line may read no data subject. Pure.
 */
export function budgetOf(policy: Policy, role: Role, purpose: Purpose | undefined): Limits | undefined {
  if (!policy.vocabulary.roles[role].isCounted) return undefined;
  return lineOf(policy, role, purpose) ?? none;
}

/** How often one principal of a role may do an act for a purpose. Pure. */
export function actBudgetOf(policy: Policy, role: Role, purpose: Purpose | undefined, act: Act): Limits {
  return lineOf(policy, role, purpose)?.acts?.[act] ?? none;
}

function lineOf(policy: Policy, role: Role, purpose: Purpose | undefined): Budget | undefined {
  return policy.budgets.find((line) => line.role === role && purpose !== undefined && line.purposes.includes(purpose));
}

/** The purposes for which a role can use a root field with personal rows, each with the first such field. Pure. */
export function budgetedPurposes(policy: Policy, role: Role): ReadonlyMap<Purpose, string> {
  const found = new Map<Purpose, string>();
  for (const { fields, role: who, purposes, scope } of policy.rootFields) {
    if ((who !== role && who !== 'ANYBODY') || policy.vocabulary.scopes[scope]?.subjects === 'NONE' || fields[0] === undefined) continue;
    for (const purpose of purposes === 'ANY' ? purposesOf(policy, role) : purposes) {
      if (!found.has(purpose)) found.set(purpose, fields[0]);
    }
  }
  return found;
}
