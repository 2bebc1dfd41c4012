import type { DataCategory } from '../../../engine/register.ts';
import { categories } from '../../../town/policy/words/categories.ts';
import type { HeatCell, HeatMap, HeatRow, Shade } from '../../../engine/review/heat-map.ts';
import { purposes } from '../../../town/policy/words/purposes.ts';
import { english as names } from '../../../town/wording/english-names.ts';
import { categoryGroups } from './category-groups.ts';
import { html, type Markup } from './markup.ts';
import type { Notes } from './notes.ts';

/** A letter for each shade, so that the map is readable in black and white. */
const shades: Readonly<Record<Shade, { readonly letter: string; readonly words: string }>> = {
  PERMITTED: { letter: 'P', words: 'permitted' },
  CONDITIONAL: { letter: 'C', words: 'conditional' },
  HINT: { letter: 'H', words: 'hint only' },
  WITHHELD: { letter: '–', words: 'withheld' },
};

/** CSS of the map, in addition to `pageStyle`. Shades differ in border and letter, not only in colour. */
export const heatMapStyle = `
.map th, .map td { padding: .2rem .25rem; }
.map thead th.category { height: 11rem; vertical-align: bottom; padding: .3rem .1rem; }
.map thead th.category span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; font-weight: 500; }
.map thead th.group { text-align: center; }
.map th.access { font-weight: 400; min-width: 15rem; }
.map td { text-align: center; min-width: 1.6rem; white-space: nowrap; }
.map .first { border-left: 2px solid #111; }
.map td b { font-size: 1.05em; }
.map sup { font-size: .68em; line-height: 0; }
.map sup a { color: inherit; text-decoration: none; }
td.permitted, .key .permitted { background: #9fd6a8; border: 1px solid #333; }
td.conditional, .key .conditional { background: #f6dd8c; border: 1px dashed #333; }
td.hint, .key .hint { background: #cfe2f7; border: 1px dotted #333; }
td.withheld, .key .withheld { background: #fff; color: #777; }
.key span { display: inline-block; padding: .1rem .5rem; margin-right: .6rem; border: 1px solid #888; }
@media print {
  @page { size: landscape; margin: 10mm; }
  .map { font-size: 7pt; }
  .map th.access { min-width: 0; }
  .map thead th.category { height: 8.5rem; }
  td.permitted, td.conditional, td.hint, .key span { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** The legend of letters and colours. */
export function heatMapKey(): Markup {
  const items = Object.entries(shades).map(
    ([shade, { letter, words }]) => html`<span class="${shadeClass(shade as Shade)}"><b>${letter}</b> ${words}</span>`,
  );
  return html`<p class="key">${items}</p>`;
}

/** The map: one row for each role, purpose and relationship, one column for each category, in groups. */
export function heatMapTable(map: HeatMap, notes: Notes): Markup {
  const groups = Map.groupBy(map.categories, (category) => categoryGroups[category]);
  const first = new Set([...groups.values()].map(([category]) => category!));
  const edge = (category: DataCategory): string => (first.has(category) ? ' first' : '');
  const groupHeads = [...groups].map(
    ([name, members]) => html`<th scope="colgroup" colspan="${members.length}" class="group first">${name}</th>`,
  );
  const heads = map.categories.map(
    (category) => html`<th scope="col" class="category${edge(category)}"><span>${categories[category].label}</span></th>`,
  );
  const rows = map.rows.map(
    (row) =>
      html`<tr>
        ${access(row)}${row.cells.map((cell) => cellOf(cell, edge(cell.category), notes))}
      </tr> `,
  );
  return html`<table class="map">
    <thead>
      <tr>
        <th rowspan="2" scope="col">role · purpose · relationship</th>
        ${groupHeads}
      </tr>
      <tr>
        ${heads}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function access({ role, purpose, relationship }: HeatRow): Markup {
  return html`<th scope="row" class="access">
    <code>${role} · ${purpose} · ${relationship}</code><br /><small
      >for ${purposes[purpose].sentence}; of ${names.relationships[relationship]}</small
    >
  </th>`;
}

function cellOf({ shade, cells }: HeatCell, edge: string, notes: Notes): Markup {
  const { letter, words } = shades[shade];
  const numbers = new Set(cells.flatMap((cell) => [notes.ofLine(cell), ...cell.except.map(({ line }) => notes.ofProhibition(line))]));
  const links = [...numbers].map((number) => html` <a href="#note-${number}">${number}</a>`);
  return html`<td class="${shadeClass(shade)}${edge}">
    <b title="${words}">${letter}</b>${links.length === 0 ? '' : html`<sup>${links}</sup>`}
  </td>`;
}

function shadeClass(shade: Shade): string {
  return shade.toLowerCase();
}
