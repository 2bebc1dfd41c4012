import type { Budget } from '../../policy/budgets.ts';
import { budgetedPurposes, budgetedRoles } from '../../policy/budget-of.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Disagreement } from './disagreement.ts';
import { budgetCoordinate } from './members.ts';

/**
 * Finds budgets that limit nothing, that are never used or that another line covers. Also finds root fields that a role
 * with counted reads may enter without a budget (clause `safeguards`).
 */
export function checkBudgets(policy: Policy): Disagreement[] {
  return [...policy.budgets.flatMap((line, index) => [...unbounded(line), ...idle(policy, line, index)]), ...missing(policy)];
}

function unbounded(line: Budget): Disagreement[] {
  const coordinate = budgetCoordinate(line);
  const wrong = (['perHour', 'perDay'] as const).filter((name) => !Number.isSafeInteger(line[name]) || line[name] < 1);
  if (wrong.length > 0)
    return wrong.map((name) => ({ coordinate, problem: `${name} is not a positive whole number`, hint: 'give a whole number from 1' }));
  if (line.perHour <= line.perDay) return [];
  return [{ coordinate, problem: 'perHour is more than perDay, so it never binds', hint: 'make it at most perDay' }];
}

function idle(policy: Policy, line: Budget, index: number): Disagreement[] {
  const coordinate = budgetCoordinate(line);
  const { role } = line;
  if (!budgetedRoles.includes(role)) {
    return [{ coordinate, problem: `the reads of ${role} are not counted`, hint: 'remove the line' }];
  }
  const entered = budgetedPurposes(policy, role);
  const earlier = policy.budgets.slice(0, index).filter((other) => other.role === role);
  return [...new Set(line.purposes)].flatMap((purpose) => {
    if (earlier.some((other) => other.purposes.includes(purpose))) {
      return [{ coordinate, problem: `an earlier line is for ${role} and ${purpose}`, hint: 'leave one line for each role and purpose' }];
    }
    if (entered.has(purpose)) return [];
    return [{ coordinate, problem: `${role} may not enter any root field for ${purpose}`, hint: `remove ${purpose} from it` }];
  });
}

function missing(policy: Policy): Disagreement[] {
  return budgetedRoles.flatMap((role) =>
    [...budgetedPurposes(policy, role)]
      .filter(([purpose]) => !policy.budgets.some((line) => line.role === role && line.purposes.includes(purpose)))
      .map(([purpose, field]) => ({
        coordinate: `rootFields ${field}`,
        problem: `${role} may enter it for ${purpose}, but no budget limits how many data subjects it may read`,
        hint: `give budgets a line for ${role} and ${purpose}`,
        words: [role, purpose],
      })),
  );
}
