/**
 * Sorts people by an id or a pseudonym as the reader sees it: any other order would let the reader match them with another list.
 * @param shown makes the text to sort by; called once for each row
 */
export function sortByShown<T>(rows: readonly T[], shown: (row: T) => string): T[] {
  const keyed = rows.map((row) => ({ row, key: shown(row) }));
  return keyed.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ row }) => row);
}
