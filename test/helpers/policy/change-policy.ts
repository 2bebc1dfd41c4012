import type { Budget, Grant, Prohibition, RootFieldLine } from '../../../src/engine/policy/declaration/lines.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import type { Purpose } from '../../../src/engine/register.ts';

/** Ways to change single lines of a policy. */
export interface PolicyChanges {
  /** The policy with one grant changed, or removed where `change` gives undefined. */
  withGrant(line: string, change: (grant: Grant) => Grant | undefined, policy?: Policy): Policy;
  /** The policy with one prohibition changed or removed. */
  withProhibition(line: string, change: (prohibition: Prohibition) => Prohibition | undefined, policy?: Policy): Policy;
  /** The policy with every line of a role that opens a root field for a purpose changed or removed. */
  withRootLine(
    role: RootFieldLine['role'],
    purpose: string,
    field: string,
    change: (line: RootFieldLine) => RootFieldLine | undefined,
    policy?: Policy,
  ): Policy;
  /** The policy with the read budgets of a role for a purpose changed or removed. */
  withBudget(role: Budget['role'], purpose: Purpose, change: (line: Budget) => Budget | undefined, policy?: Policy): Policy;
}

/**
 * @param base the policy that is changed where no other is given
 * @returns functions that throw for a line that the policy does not have
 */
export function changesOf(base: Policy): PolicyChanges {
  return {
    withGrant: (line, change, policy = base) => ({ ...policy, grants: changed(policy.grants, (one) => one.line === line, change) }),
    withProhibition: (line, change, policy = base) => ({
      ...policy,
      prohibitions: changed(policy.prohibitions, (one) => one.line === line, change),
    }),
    withRootLine(role, purpose, field, change, policy = base) {
      const isIt = (one: RootFieldLine): boolean =>
        one.role === role && one.fields.includes(field) && one.purposes !== 'ANY' && one.purposes.some((known) => known === purpose);
      return { ...policy, rootFields: changed(policy.rootFields, isIt, change) };
    },
    withBudget(role, purpose, change, policy = base) {
      const isIt = (one: Budget): boolean => one.role === role && one.purposes.includes(purpose);
      return { ...policy, budgets: changed(policy.budgets, isIt, change) };
    },
  };
}

function changed<Line>(lines: readonly Line[], isIt: (line: Line) => boolean, change: (line: Line) => Line | undefined): Line[] {
  if (!lines.some(isIt)) throw new Error('no such line');
  return lines.flatMap((line) => (isIt(line) ? (change(line) ?? []) : line));
}
