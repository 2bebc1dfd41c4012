/**
 * The RFC 8785 form of whatever JSON somebody may have put there. Of numbers the log knows 1 alone,
 * which JavaScript writes as the RFC does, as it writes every other.
 */
export function canonicalForm(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}
