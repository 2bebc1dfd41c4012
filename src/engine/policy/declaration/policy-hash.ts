import { hash } from 'node:crypto';
import { linesOf, type PolicyLines } from './policy.ts';

const known = new WeakMap<PolicyLines, string>();

/**
 * The version of a policy: SHA-256 of its RFC 8785 canonical form, hex. It changes if and only if a line changes. Every
 * access entry carries it.
 */
export function policyHash(policy: PolicyLines): string {
  let version = known.get(policy);
  if (version === undefined) known.set(policy, (version = hash('sha256', canonical(linesOf(policy)))));
  return version;
}

/** RFC 8785 for the values in a policy: objects, arrays, strings and integers. An undefined member is left out. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
