/** Writes a Markdown table. A bar within a cell is escaped. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The comment at the top of a document that is generated as a whole. */
export function generatedNotice(source: string): string {
  return `<!-- Generated from ${source} by \`npm run docs\`: edit that file. -->`;
}
