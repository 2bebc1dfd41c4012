import { layers } from './layers.ts';
import { markdownTable } from './markdown.ts';

const code = (text: string): string => `\`${text}\``;

/** Writes the table of src/README.md: one row for each layer of scripts/layers.json, from top to bottom. */
export function layersTable(): string {
  return markdownTable(
    ['layer', 'what it answers', 'begin with'],
    layers.map(({ layer, answers, begin }) => [code(layer), answers, begin.map(code).join(', ')]),
  );
}
