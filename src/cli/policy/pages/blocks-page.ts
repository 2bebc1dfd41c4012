import type { Block } from './block.ts';
import { html, Markup, page } from './markup.ts';
import { pageStyle } from './style.ts';

/** Writes blocks as an HTML page. */
export function blocksPage(title: string, blocks: readonly Block[]): string {
  return page(title, pageStyle, html`${blocks.map(blockMarkup)}`);
}

function blockMarkup(block: Block): Markup {
  if (block.kind === 'HEADING') {
    const tag = new Markup(`h${block.level}`);
    return html`<${tag}>${block.text}</${tag}> `;
  }
  if (block.kind === 'TEXT') return html`<p>${block.text}</p> `;
  if (block.kind === 'LIST')
    return html`<ul>
      ${block.items.map((item) => html`<li>${item}</li>`)}
    </ul> `;
  return html`<table>
    <thead>
      <tr>
        ${block.heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${block.rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell) => html`<td>${cell}</td>`)}
          </tr> `,
      )}
    </tbody>
  </table> `;
}
