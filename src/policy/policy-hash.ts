import { hash } from 'node:crypto';
import type { Policy } from './policy.ts';

const known = new WeakMap<Policy, string>();

/**
 * The version of a policy: SHA-256 of its RFC 8785 canonical form, hex. It changes with every change of
 * a line and with nothing else; the access entries carry it.
 */
export function policyHash(policy: Policy): string {
  let version = known.get(policy);
  if (version === undefined) known.set(policy, (version = hash('sha256', canonical(policy))));
  return version;
}

/** RFC 8785 for what a policy holds: objects, lists, texts and whole numbers. A member that is undefined is not there. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
