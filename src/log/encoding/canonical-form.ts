/** Deeper than any header, content or view of this log. Stored JSON may be nested until the stack overflows. */
const deepest = 32;

/**
 * The RFC 8785 form of any parsed JSON, trusted or not. JavaScript already serialises strings and numbers as the RFC
 * demands; members are sorted here. A value that is nested too deeply gets an incomplete form, which matches no
 * signed hash.
 */
export function canonicalForm(value: unknown, depth = 0): string {
  if (depth > deepest) return 'null';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalForm(item, depth + 1)).join(',')}]`;
  // JSON may hold 1e999, which JSON.stringify would write as null. `Infinity` is not JSON, so it matches no signed hash.
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalForm(member, depth + 1)}`).join(',')}}`;
}
