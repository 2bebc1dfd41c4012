import { html } from 'hono/html';
import type { Markup } from '../../../identity/pages/layout/layout.ts';

/** A cell with the name of its column, which stands next to it if rows are stacked. */
export interface Cell {
  readonly column: string;
  readonly content: Markup | string;
  readonly isNumber?: boolean;
}

/**
 * A table whose rows are stacked on a narrow screen. The roles are named because CSS that stacks rows takes them away.
 * @param columns all of them; the first is the name of a row
 */
export function stackedTable(
  columns: readonly (Markup | string)[],
  rows: readonly { readonly head: Markup | string; readonly cells: readonly Cell[] }[],
  label: Readonly<{ caption: string } | { labelledBy: string }>,
): Markup {
  return html`<table class="stacked" role="table" ${'labelledBy' in label ? html`aria-labelledby="${label.labelledBy}"` : ''}>
    ${
      'caption' in label
        ? html`<caption class="unseen">
            ${label.caption}
          </caption>`
        : ''
    }
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((name, at) => html`<th role="columnheader" scope="col" ${rows[0]?.cells[at - 1]?.isNumber ? html`class="number"` : ''}>${name}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        ({ head, cells }) =>
          html`<tr role="row">
            <th role="rowheader" scope="row">${head}</th>
            ${cells.map(
              ({ column, content, isNumber }) =>
                html`<td role="cell" data-label="${column}" ${isNumber ? html`class="number"` : ''}><div>${content}</div></td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A sign for “no”, which a screen reader does not read, with its meaning. If rows are stacked, its line is left out. */
export function signWithMeaning(sign: string, meaning: string): Markup {
  return html`<span class="never"><span aria-hidden="true">${sign}</span><span class="unseen">${meaning}</span></span>`;
}

/** Facts, each with its name before it. @param kind a further class of the list */
export function factList(facts: readonly (readonly [name: string, text: string])[], kind = ''): Markup {
  return html`<dl class="facts ${kind}">
    ${facts.map(
      ([name, text]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`;
}
