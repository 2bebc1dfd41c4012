import type { Purpose, Role } from '../../register.ts';
import type { RootFieldLine } from '../declaration/lines.ts';
import type { Policy } from '../declaration/policy.ts';

/** The line that lets a role use a root field for a purpose; undefined if none does. Pure. */
export function rootFieldLine(policy: Policy, field: string, role: Role, purpose: Purpose | undefined): RootFieldLine | undefined {
  return policy.rootFields.find(
    (line) =>
      line.fields.includes(field) &&
      (line.role === 'ANYBODY' || line.role === role) &&
      (line.purposes === 'ANY' || (purpose !== undefined && line.purposes.includes(purpose))),
  );
}

// Every operation needs them, and a policy never changes.
const known = new WeakMap<Policy, Map<Role, readonly Purpose[]>>();

/** The purposes that a role can declare: those for which a root field is open to it. Pure. */
export function purposesOf(policy: Policy, role: Role): readonly Purpose[] {
  let roles = known.get(policy);
  if (!roles) known.set(policy, (roles = new Map()));
  let purposes = roles.get(role);
  if (!purposes) {
    const own = policy.rootFields.filter((line) => line.role === role);
    purposes = [...new Set(own.flatMap((line) => (line.purposes === 'ANY' ? [] : line.purposes)))];
    roles.set(role, purposes);
  }
  return purposes;
}
