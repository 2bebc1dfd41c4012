/**
 * Lines of cells in columns that line up on a terminal. The last column is as long as it likes.
 * @param heads one line of headings, underlined; empty: none
 */
export function aligned(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = heads.length > 0 ? [heads, ...rows] : rows;
  const widths: number[] = [];
  for (const cells of all) cells.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  if (heads.length === 0) return rows.map(line);
  // The last column may hold sentences, and its rule need not be as long as they are.
  const rules = heads.map((head, index) => '─'.repeat(index === heads.length - 1 ? head.length : (widths[index] ?? 0)));
  return [line(heads), line(rules), ...rows.map(line)];
}
