import type { Clause, Condition } from '../../../engine/register.ts';
import type { Statement } from '../../../engine/policy/declaration/statement.ts';
import type { MatrixCell } from '../../../engine/policy/matrix.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { clauseWords } from '../../../engine/policy/declaration/statement.ts';
import { bindsInWords, conditionsInWords } from '../phrases.ts';
import { html, type Markup } from './markup.ts';

interface Note {
  readonly number: number;
  readonly line: string;
  readonly clause: Clause;
  readonly sentence: string;
}

/** The numbered policy lines below a table, each once, in the order of their first use in the table. */
export class Notes {
  readonly #policy: Policy;
  readonly #notes = new Map<string, Note>();

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  /** The number of a cell's grant. */
  ofLine({ line, clause, when }: MatrixCell): number {
    return this.#add(line, clause, when.length === 0 ? 'Always.' : `Only while ${conditionsInWords(when)}.`);
  }

  /** The number of a conditional prohibition. */
  ofProhibition(line: string): number {
    const { clause, when = [], unless, because } = this.#policy.prohibitions.find((one) => one.line === line)!;
    const exceptions: readonly Condition[] = unless?.conditions ?? [];
    return this.#add(line, clause, `Withheld nevertheless while ${bindsInWords(when, exceptions)}: ${because}.`);
  }

  #add(line: string, clause: Clause, sentence: string): number {
    let note = this.#notes.get(line);
    if (!note) this.#notes.set(line, (note = { number: this.#notes.size + 1, line, clause, sentence }));
    return note.number;
  }

  /** All numbered lines, with their conditions and quoted clauses. */
  table(statement: Statement): Markup {
    const rows = [...this.#notes.values()].map(
      ({ number, line, clause, sentence }) =>
        html`<tr id="note-${number}">
          <th scope="row">${number}</th>
          <td><code>${line}</code></td>
          <td>${sentence}</td>
          <td>${clause}</td>
          <td><q>${clauseWords(statement, clause)}</q></td>
        </tr> `,
    );
    return html`<table class="notes">
      <thead>
        <tr>
          <th scope="col">no.</th>
          <th scope="col">line</th>
          <th scope="col">conditions</th>
          <th scope="col">clause</th>
          <th scope="col">what the statement says</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
  }
}
