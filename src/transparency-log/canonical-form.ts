/** Deeper than any header, content or view of ours: somebody could nest one until the stack is full. */
const deepest = 32;

/**
 * The RFC 8785 form of whatever JSON somebody may have put there. JavaScript writes texts and numbers
 * as the RFC does, and the members are put in its order here. Of what is nested too deep it is no
 * whole form, and so none that was signed.
 */
export function canonicalForm(value: unknown, depth = 0): string {
  if (depth > deepest) return 'null';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalForm(item, depth + 1)).join(',')}]`;
  // 1e999 is JSON, and would be written as null: as itself it has no form that was signed.
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalForm(member, depth + 1)}`).join(',')}}`;
}
