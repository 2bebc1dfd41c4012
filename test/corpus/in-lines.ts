const widest = 150;

/** Formats JSON for review: short values stay on one line, and lists of strings fill lines. Keys keep their order. */
export function inLines(value: unknown, indent = ''): string {
  const short = JSON.stringify(value);
  if (short.length + indent.length <= widest || typeof value !== 'object' || value === null) return short;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => inLines(item, deeper));
    const between = value.every((item) => typeof item === 'string') ? filled(items, deeper) : items.join(`,\n${deeper}`);
    return `[\n${deeper}${between}\n${indent}]`;
  }
  const fields = Object.entries(value).map(([name, field]) => `${deeper}${JSON.stringify(name)}: ${inLines(field, deeper)}`);
  return `{\n${fields.join(',\n')}\n${indent}}`;
}

function filled(items: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && indent.length + last.length + item.length + 2 <= widest) lines[lines.length - 1] = `${last}, ${item}`;
    else lines.push(item);
  }
  return lines.join(`,\n${indent}`);
}
