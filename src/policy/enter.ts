import type { Purpose, Role } from '../generated/schema.ts';
import type { Policy } from './policy.ts';
import type { RootFieldLine } from './root-fields.ts';

/** The line that lets a role use a root field for a purpose, or undefined: then it may not. Pure. */
export function rootFieldLine(policy: Policy, field: string, role: Role, purpose: Purpose | undefined): RootFieldLine | undefined {
  return policy.rootFields.find(
    (line) =>
      line.fields.includes(field) &&
      (line.role === 'ANYBODY' || line.role === role) &&
      (line.purposes === 'ANY' || (purpose !== undefined && line.purposes.includes(purpose))),
  );
}

/** The purposes that a role can ever declare: those for which some root field is open to it. Pure. */
export function purposesOf(policy: Policy, role: Role): readonly Purpose[] {
  const own = policy.rootFields.filter((line) => line.role === role);
  return [...new Set(own.flatMap(({ purposes }) => (purposes === 'ANY' ? [] : purposes)))];
}
