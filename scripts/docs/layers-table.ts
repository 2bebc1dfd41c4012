import { layers } from './layers.ts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const code = (text: string): string => `\`${text}\``;

/** The table of src/README.md: one row for each layer of src/layers.json, in the order in which imports point down. */
export function layersTable(): string {
  return [
    row(['layer', 'what it answers', 'begin with']),
    row(['---', '---', '---']),
    ...layers.map(({ layer, answers, begin }) => row([code(layer), answers, begin.map(code).join(', ')])),
  ].join('\n');
}
