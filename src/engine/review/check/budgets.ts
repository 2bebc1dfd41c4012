import type { Purpose, Role } from '../../register.ts';
import type { Budget, Limits } from '../../policy/declaration/lines.ts';
import { budgetedPurposes, budgetedRoles } from '../../policy/decision/enter.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import { wordsOf } from '../../policy/declaration/vocabulary.ts';
import type { Disagreement } from './disagreement.ts';
import { budgetCoordinate } from './members.ts';

/**
 * Finds budgets that limit nothing, that are never used or that another line covers. Also finds root fields that a role
 * with counted reads may enter without a budget (clause `safeguards`).
 */
export function checkBudgets(policy: Policy): Disagreement[] {
  const ofLines = policy.budgets.flatMap((line, index) => [
    ...unbounded(budgetCoordinate(line), line),
    ...wordsOf(policy.vocabulary.acts).flatMap((act) => {
      const limits = line.acts?.[act];
      return limits ? unbounded(budgetCoordinate(line), limits, `acts.${act}.`) : [];
    }),
    ...unused(policy, line),
    ...idle(policy, line, index),
  ]);
  return [...ofLines, ...missing(policy), ...unlimited(policy)];
}

function unbounded(coordinate: string, limits: Limits, member = ''): Disagreement[] {
  const wrong = (['perHour', 'perDay'] as const).filter((name) => !Number.isSafeInteger(limits[name]) || limits[name] < 1);
  if (wrong.length > 0)
    return wrong.map((name) => ({
      coordinate,
      problem: `${member}${name} is not a positive whole number`,
      hint: 'give a whole number from 1',
    }));
  if (limits.perHour <= limits.perDay) return [];
  const [hour, day] = [`${member}perHour`, `${member}perDay`];
  return [{ coordinate, problem: `${hour} is more than ${day}, so it never binds`, hint: `make it at most ${day}` }];
}

function unused({ vocabulary, rootFields }: Policy, line: Budget): Disagreement[] {
  return wordsOf(vocabulary.acts)
    .map((act) => ({ act, ...vocabulary.acts[act] }))
    .filter(({ act, field }) => line.acts?.[act] && !line.purposes.some((purpose) => mayEnter(rootFields, line.role, purpose, field)))
    .map(({ act, field }) => ({
      coordinate: budgetCoordinate(line),
      problem: `${line.role} may not enter ${field} for its purposes`,
      hint: `remove acts.${act}`,
    }));
}

function unlimited({ vocabulary, rootFields, budgets }: Policy): Disagreement[] {
  return wordsOf(vocabulary.acts).flatMap((act) => {
    const { field } = vocabulary.acts[act];
    return budgets.flatMap(({ role, purposes, acts }) =>
      purposes
        .filter((purpose) => acts?.[act] === undefined && mayEnter(rootFields, role, purpose, field))
        .map((purpose) => ({
          coordinate: `rootFields ${field}`,
          problem: `${role} may enter it for ${purpose}, but no budget limits how often`,
          hint: `give acts.${act} to the budget for ${role} and ${purpose}`,
          words: [role, purpose],
        })),
    );
  });
}

function mayEnter(rootFields: Policy['rootFields'], role: Role, purpose: Purpose, field: string): boolean {
  return rootFields.some(
    (line) =>
      line.fields.includes(field) &&
      (line.role === role || line.role === 'ANYBODY') &&
      (line.purposes === 'ANY' || line.purposes.includes(purpose)),
  );
}

function idle(policy: Policy, line: Budget, index: number): Disagreement[] {
  const coordinate = budgetCoordinate(line);
  const { role } = line;
  if (!budgetedRoles(policy.vocabulary).includes(role)) {
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
  return budgetedRoles(policy.vocabulary).flatMap((role) =>
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
