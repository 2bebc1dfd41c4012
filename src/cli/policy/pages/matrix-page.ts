import type { Budget, Prohibition } from '../../../engine/policy/declaration/lines.ts';
import type { Statement } from '../../../engine/policy/declaration/statement.ts';
import { conditions } from '../../../town/policy/lines/conditions.ts';
import { heatMap } from '../../../engine/review/heat-map.ts';
import { wordsOf } from '../../../engine/policy/declaration/vocabulary.ts';
import {
  actHeadings,
  matrixBudgets,
  matrixRootFields,
  nothingSeen,
  limitsInWords,
  type MatrixFilter,
  type MatrixRootField,
} from '../../../engine/policy/matrix.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { policyHash } from '../../../engine/policy/declaration/policy-hash.ts';
import { bindsInWords, scopeWords } from '../phrases.ts';
import { heatMapKey, heatMapStyle, heatMapTable } from './heat-map-table.ts';
import { html, page, type Markup } from './markup.ts';
import { Notes } from './notes.ts';
import { pageStyle } from './style.ts';

/**
 * The matrix as a printable page: a heat map, its policy lines with the quoted clauses, the prohibitions, and who may
 * enter which root field.
 * @param statement the privacy statement to quote
 * @param date RFC 3339 full-date, shown on the page
 */
export function matrixPage(policy: Policy, filter: MatrixFilter, statement: Statement, date: string): string {
  const title = 'Who may see and do what';
  const map = heatMap(policy, filter);
  const notes = new Notes(policy);
  const parts = Object.values(filter).filter((part) => part !== undefined);
  // The map numbers the notes, so it comes first.
  const table = map.rows.length === 0 ? html`<p>${nothingSeen}</p>` : heatMapTable(map, notes);
  const prohibitions = policy.prohibitions.filter((one) => map.categories.some((category) => one.categories.includes(category)));
  return page(
    title,
    pageStyle + heatMapStyle,
    html`<h1>${title}</h1>
      <p>
        ${parts.length === 0 ? 'The whole policy' : `Only ${parts.join(', ')}`}, on ${date}. Privacy statement ${statement.version}, in
        force since ${statement.effectiveFrom}.<br /><small>Policy <code>${policyHash(policy)}</code></small>
      </p>
      <h2>What may be seen</h2>
      ${heatMapKey()}
      <p>
        The numbers beside a letter are lines of the policy; they are listed below the map with their clauses. A role, purpose and
        relationship that is not a row sees nothing of this.
      </p>
      ${table}
      ${
        map.rows.length === 0
          ? ''
          : html`<h2>The lines, and the clauses that they come from</h2>
              ${notes.table(statement)}`
      }
      ${
        prohibitions.length === 0
          ? ''
          : html`<h2>What may not be seen, whatever else grants it</h2>
              ${prohibitionTable(prohibitions)}`
      }
      <h2>Who may do what</h2>
      ${doingTable(matrixRootFields(policy, filter))}
      <h2>Read budgets</h2>
      ${budgetTable(policy, matrixBudgets(policy, filter))}
      <h2>Conditions</h2>
      <dl>
        ${Object.entries(conditions).map(
          ([name, meaning]) =>
            html`<dt><code>${name}</code></dt>
              <dd>holds while ${meaning}</dd>`,
        )}
      </dl>`,
  );
}

function prohibitionTable(prohibitions: readonly Prohibition[]): Markup {
  const rows = prohibitions.map(({ line, categories, roles, purposes, when = [], unless, clause, because }) => {
    const exceptions = [
      ...(unless?.purposes ?? []).map((purpose) => `for ${purpose}`),
      ...(unless?.relationships ?? []).map((relationship) => `under ${relationship}`),
    ];
    return html`<tr>
      <td><code>${line}</code></td>
      <td>${categories.join(', ')}</td>
      <td>${roles?.join(', ') ?? 'every role'}${purposes ? ` for ${purposes.join(', ')}` : ''}</td>
      <td>${bindsInWords(when, unless?.conditions ?? []) || 'always'}</td>
      <td>${exceptions.join(', ')}</td>
      <td>${because}</td>
      <td>${clause}</td>
    </tr> `;
  });
  return html`<table>
    <thead>
      <tr>
        <th scope="col">line</th>
        <th scope="col">categories</th>
        <th scope="col">roles</th>
        <th scope="col">while</th>
        <th scope="col">but not</th>
        <th scope="col">because</th>
        <th scope="col">clause</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function doingTable(rootFields: readonly MatrixRootField[]): Markup {
  if (rootFields.length === 0) return html`<p>none: all are closed</p>`;
  const rows = rootFields
    .toSorted((one, other) => (one.field < other.field ? -1 : one.field > other.field ? 1 : 0))
    .map(
      ({ field, role, purposes, scope, needs, freshProof, clause }) =>
        html`<tr>
          <td><code>${field}</code></td>
          <td>${role === 'ANYBODY' ? 'anybody' : role}</td>
          <td>${purposes === 'ANY' ? 'any or none' : purposes.join(', ')}</td>
          <td>${scope}: ${scopeWords[scope]}</td>
          <td>${needs ?? ''}</td>
          <td>${freshProof ? 'yes' : ''}</td>
          <td>${clause}</td>
        </tr> `,
    );
  return html`<table>
    <thead>
      <tr>
        <th scope="col">root field</th>
        <th scope="col">role</th>
        <th scope="col">purposes</th>
        <th scope="col">rows</th>
        <th scope="col">only if it may see</th>
        <th scope="col">fresh proof</th>
        <th scope="col">clause</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}

function budgetTable(policy: Policy, budgets: readonly Budget[]): Markup {
  if (budgets.length === 0) return html`<p>not counted</p>`;
  const rows = budgets.map(
    ({ role, purposes, perHour, perDay, acts, clause }) =>
      html`<tr>
        <td>${role}</td>
        <td>${purposes.join(', ')}</td>
        <td>${`${perHour}`}</td>
        <td>${`${perDay}`}</td>
        ${wordsOf(policy.vocabulary.acts).map((act) => html`<td>${limitsInWords(acts?.[act])}</td> `)}
        <td>${clause}</td>
      </tr> `,
  );
  return html`<table>
    <thead>
      <tr>
        <th scope="col">role</th>
        <th scope="col">purposes</th>
        <th scope="col">in an hour</th>
        <th scope="col">in a day</th>
        ${actHeadings(policy).map((heading) => html`<th scope="col">${heading}</th> `)}
        <th scope="col">clause</th>
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`;
}
