import type { Block } from './block.ts';

/** Writes blocks as Markdown (GFM). Markup in texts is escaped. */
export function blocksMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockMarkdown).join('\n\n')}\n`;
}

function blockMarkdown(block: Block): string {
  if (block.kind === 'HEADING') return `${'#'.repeat(block.level)} ${escaped(block.text)}`;
  if (block.kind === 'TEXT') return escaped(block.text);
  if (block.kind === 'LIST') return block.items.map((item) => `- ${escaped(item)}`).join('\n');
  return [block.heads, block.heads.map(() => '---'), ...block.rows.map((row) => row.map(escaped))]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function escaped(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*[\]|]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}
