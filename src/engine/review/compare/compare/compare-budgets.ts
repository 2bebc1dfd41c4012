import type { Purpose, Role } from '../../../register.ts';
import type { Budget } from '../../../policy/declaration/lines.ts';
import { budgetedPurposes, budgetedRoles } from '../../../policy/decision/enter.ts';
import type { Policy } from '../../../policy/declaration/policy.ts';
import { wordsOf } from '../../../policy/declaration/vocabulary.ts';
import type { BudgetChange } from './change.ts';
import type { Side } from './side.ts';

const windows = ['perHour', 'perDay'] as const;

/**
 * Finds read budgets that allow more or fewer data subjects. If a role may enter for a purpose on one side only,
 * `compareEntering` reports that. A side without budget lines is older than budgets: it has no limit. Pure.
 */
export function compareBudgets({ policy: before }: Side, { policy: after }: Side): BudgetChange[] {
  return budgetedRoles(after.vocabulary).flatMap((role) => {
    const entered = budgetedPurposes(before, role);
    const purposes = [...budgetedPurposes(after, role).keys()].filter((purpose) => entered.has(purpose));
    return purposes.flatMap((purpose) => compareLines(after, role, purpose, lineOf(before, role, purpose), lineOf(after, role, purpose)));
  });
}

function lineOf(policy: Policy, role: Role, purpose: Purpose): Budget | undefined {
  return policy.budgets.find((line) => line.role === role && line.purposes.includes(purpose));
}

function compareLines(
  { vocabulary }: Policy,
  role: Role,
  purpose: Purpose,
  was: Budget | undefined,
  is: Budget | undefined,
): BudgetChange[] {
  const { clause } = is ?? was ?? {};
  if (clause === undefined) return [];
  const compared = [
    ...windows.map((window) => ({ window, before: was?.[window] ?? null, after: is?.[window] ?? null })),
    ...wordsOf(vocabulary.acts).flatMap((act) =>
      windows.map((window) => ({ act, window, before: was?.acts?.[act]?.[window] ?? null, after: is?.acts?.[act]?.[window] ?? null })),
    ),
  ];
  const wider = compared.filter((one) => (one.after ?? Infinity) > (one.before ?? Infinity));
  const narrower = compared.filter((one) => (one.after ?? Infinity) < (one.before ?? Infinity));
  const change = { kind: 'BUDGET', role, purpose, clause } as const;
  return [
    ...(wider.length > 0 ? [{ ...change, effect: 'REVEALS', windows: wider } as const] : []),
    ...(narrower.length > 0 ? [{ ...change, effect: 'HIDES', windows: narrower } as const] : []),
  ];
}
