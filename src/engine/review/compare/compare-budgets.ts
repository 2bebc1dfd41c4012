import type { Purpose, Role } from '../../register.ts';
import type { Budget } from '../../policy/lines.ts';
import { budgetedPurposes, budgetedRoles } from '../../policy/budget-of.ts';
import type { Policy } from '../../policy/policy.ts';
import type { BudgetChange, BudgetWindow } from './change.ts';
import type { Side } from './side.ts';

const windows: Readonly<Record<BudgetWindow, (line: Budget | undefined) => number | undefined>> = {
  perHour: (line) => line?.perHour,
  perDay: (line) => line?.perDay,
  'unserved.perHour': (line) => line?.unserved?.perHour,
  'unserved.perDay': (line) => line?.unserved?.perDay,
  'identityChecks.perHour': (line) => line?.identityChecks?.perHour,
  'identityChecks.perDay': (line) => line?.identityChecks?.perDay,
  'claims.perHour': (line) => line?.claims?.perHour,
  'claims.perDay': (line) => line?.claims?.perDay,
};

/**
 * Finds read budgets that allow more or fewer data subjects. If a role may enter for a purpose on one side only,
 * `compareEntering` reports that. A side without budget lines is older than budgets: it has no limit. Pure.
 */
export function compareBudgets({ policy: before }: Side, { policy: after }: Side): BudgetChange[] {
  return budgetedRoles(after.vocabulary).flatMap((role) => {
    const entered = budgetedPurposes(before, role);
    const purposes = [...budgetedPurposes(after, role).keys()].filter((purpose) => entered.has(purpose));
    return purposes.flatMap((purpose) => compareLines(role, purpose, lineOf(before, role, purpose), lineOf(after, role, purpose)));
  });
}

function lineOf(policy: Policy, role: Role, purpose: Purpose): Budget | undefined {
  return policy.budgets.find((line) => line.role === role && line.purposes.includes(purpose));
}

function compareLines(role: Role, purpose: Purpose, was: Budget | undefined, is: Budget | undefined): BudgetChange[] {
  const { clause } = is ?? was ?? {};
  if (clause === undefined) return [];
  const compared = Object.entries(windows).map(([window, limitOf]) => ({
    window: window as BudgetWindow,
    before: limitOf(was) ?? null,
    after: limitOf(is) ?? null,
  }));
  const wider = compared.filter((one) => (one.after ?? Infinity) > (one.before ?? Infinity));
  const narrower = compared.filter((one) => (one.after ?? Infinity) < (one.before ?? Infinity));
  const change = { kind: 'BUDGET', role, purpose, clause } as const;
  return [
    ...(wider.length > 0 ? [{ ...change, effect: 'REVEALS', windows: wider } as const] : []),
    ...(narrower.length > 0 ? [{ ...change, effect: 'HIDES', windows: narrower } as const] : []),
  ];
}
