import type { Budget, Grant, Prohibition, RootFieldLine } from '../../src/engine/policy/lines.ts';
import type { Purpose } from '../../src/town/graphql/generated/schema.ts';
import { policyInForce } from '../../src/town/policy/policy.ts';
import type { Policy } from '../../src/engine/policy/policy.ts';

/** The policy in force with one grant changed, or removed where `change` gives undefined. */
export function withGrant(line: string, change: (grant: Grant) => Grant | undefined, policy: Policy = policyInForce): Policy {
  return { ...policy, grants: changed(policy.grants, (one) => one.line === line, change) };
}

/** The policy in force with one prohibition changed or removed. */
export function withProhibition(
  line: string,
  change: (prohibition: Prohibition) => Prohibition | undefined,
  policy: Policy = policyInForce,
): Policy {
  return { ...policy, prohibitions: changed(policy.prohibitions, (one) => one.line === line, change) };
}

/** The policy in force with every line of a role that opens a root field for a purpose changed or removed. */
export function withRootLine(
  role: RootFieldLine['role'],
  purpose: string,
  field: string,
  change: (line: RootFieldLine) => RootFieldLine | undefined,
  policy: Policy = policyInForce,
): Policy {
  const isIt = (one: RootFieldLine): boolean =>
    one.role === role && one.fields.includes(field) && one.purposes !== 'ANY' && one.purposes.some((known) => known === purpose);
  return { ...policy, rootFields: changed(policy.rootFields, isIt, change) };
}

/** The policy in force with the read budgets of a role for a purpose changed or removed. */
export function withBudget(
  role: Budget['role'],
  purpose: Purpose,
  change: (line: Budget) => Budget | undefined,
  policy: Policy = policyInForce,
): Policy {
  const isIt = (one: Budget): boolean => one.role === role && one.purposes.includes(purpose);
  return { ...policy, budgets: changed(policy.budgets, isIt, change) };
}

function changed<Line>(lines: readonly Line[], isIt: (line: Line) => boolean, change: (line: Line) => Line | undefined): Line[] {
  if (!lines.some(isIt)) throw new Error('no such line');
  return lines.flatMap((line) => (isIt(line) ? (change(line) ?? []) : line));
}
