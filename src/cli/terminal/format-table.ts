/**
 * Formats rows as lines of plain text whose columns line up. Our own 15 lines: cli-table3 needs as many settings to
 * draw no borders, keeps trailing spaces, and cannot underline the headings alone.
 * @param headings underlined; empty: none
 * @param align where cells stand in all columns but the first
 */
export function formatTable(headings: readonly string[], rows: readonly (readonly string[])[], align: 'left' | 'right' = 'left'): string[] {
  const all = headings.length > 0 ? [headings, ...rows] : rows;
  const widths: number[] = [];
  for (const cells of all) cells.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  const pad = (cell: string, column: number): string =>
    align === 'right' && column > 0 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!);
  const lines = all.map((cells) => cells.map(pad).join('  ').trimEnd());
  if (headings.length === 0) return lines;
  // The last column may hold sentences; its rule is only as long as its heading.
  const rules = headings.map((heading, column) => '─'.repeat(column === headings.length - 1 ? heading.length : widths[column]!));
  return lines.toSpliced(1, 0, rules.join('  ').trimEnd());
}
