import { LogError } from '../log-error.ts';

/** Deeper than anything that a bundle holds; a hostile one must not exhaust the stack. */
const deepest = 16;

/**
 * The RFC 8785 form of a JSON value. JavaScript writes numbers and texts as the RFC does.
 * @throws {LogError} LOG_BUNDLE_INVALID: nested deeper than any bundle is
 */
export function canonicalForm(value: unknown): string {
  return JSON.stringify(sorted(value, 0));
}

function sorted(value: unknown, depth: number): unknown {
  if (depth > deepest) throw new LogError('LOG_BUNDLE_INVALID');
  if (Array.isArray(value)) return value.map((member) => sorted(member, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member, depth + 1)]));
}
