import type { Statement } from '../../../engine/policy/declaration/vocabulary.ts';
import { html } from 'hono/html';
import type { Clause } from '../../policy/statement/clauses.ts';
import { fill } from '../../../platform/language/fill.ts';
import { wholeWords, type Markup } from '../../../identity/pages/layout/layout.ts';
import { sayDay } from '../../../identity/pages/layout/say-day.ts';
import { publicPage } from '../../shared/pages/frame.ts';
import { stackedTable, type Cell } from '../../shared/pages/table.ts';
import { linkTo, publicPaths, wordsOf, type Visit } from '../../shared/pages/visit.ts';

/** The clauses of a version in its order. */
export function clausesIn({ clauses }: Statement): readonly (readonly [Clause, string])[] {
  return Object.entries(clauses) as [Clause, string][];
}

/** The version in force on a day, or the first one where none is yet. */
export function inForceOn(statements: readonly Statement[], day: string): Statement | undefined {
  return statements.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? statements[0];
}

/**
 * The page of one version of the statement, with all versions.
 * @param statements in the language of the visit, oldest first
 */
export function statementPage(visit: Visit, statements: readonly Statement[], shown: Statement): Promise<string> {
  const words = wordsOf(visit).statement;
  const isInForce = shown === inForceOn(statements, visit.today);
  return publicPage(
    visit,
    { title: words.title, isWide: true },
    html`<p class="lead">${sayWhen(visit, statements, shown)}</p>
      <ul class="links">
        ${isInForce ? '' : html`<li><a href="${linkTo(visit, publicPaths.statement)}">${words.toVersionInForce}</a></li>`}
        <li><a href="#versions">${words.versions}</a></li>
      </ul>
      <div class="beside">
        <nav class="contents" aria-labelledby="contents">
          <h2 id="contents">${words.contents}</h2>
          <ul>
            ${clausesIn(shown).map(([name]) => html`<li><a href="#${name}">${words.clauses[name]}</a></li>`)}
          </ul>
        </nav>
        <div class="clauses">
          ${clausesIn(shown).map(
            ([name, text]) =>
              html`<section id="${name}" aria-labelledby="${name}-title">
                <h2 id="${name}-title">${words.clauses[name]}</h2>
                <p>${wholeWords(text)}</p>
              </section>`,
          )}
        </div>
      </div>
      ${versions(visit, statements)}`,
  );
}

function sayWhen(visit: Visit, statements: readonly Statement[], shown: Statement): string {
  const { inForce, former, coming } = wordsOf(visit).statement;
  const from = sayDay(visit.language, shown.effectiveFrom);
  const next = statements[statements.indexOf(shown) + 1];
  if (shown.effectiveFrom > visit.today) return fill(coming, { version: shown.version, from });
  if (!next || next.effectiveFrom > visit.today) return fill(inForce, { version: shown.version, from });
  return fill(former, { version: shown.version, from, until: sayDay(visit.language, dayBefore(next.effectiveFrom)) });
}

function versions(visit: Visit, statements: readonly Statement[]): Markup {
  const words = wordsOf(visit).statement;
  const { columns } = words;
  return html`<section aria-labelledby="versions" class="versions">
    <h2 id="versions">${words.versions}</h2>
    <p>${words.versionsText}</p>
    ${stackedTable(
      [columns.version, columns.from, columns.until, columns.changes],
      statements.toReversed().map((one) => row(visit, statements, one)),
      { labelledBy: 'versions' },
    )}
    ${comparison(visit, statements, statements.slice(-2))}
  </section>`;
}

function row(visit: Visit, statements: readonly Statement[], statement: Statement): { head: Markup; cells: Cell[] } {
  const words = wordsOf(visit).statement;
  const { columns } = words;
  const { version, effectiveFrom } = statement;
  const at = statements.indexOf(statement);
  const [before, next] = [statements[at - 1], statements[at + 1]];
  const changes = before
    ? html`<a href="${linkTo(visit, publicPaths.statement, { from: before.version, to: version })}"
        >${fill(words.sinceBefore, { version: before.version })}</a
      >`
    : words.first;
  return {
    head: html`<a href="${linkTo(visit, publicPaths.statement, { version })}">${fill(words.read, { version })}</a>`,
    cells: [
      { column: columns.from, content: sayDay(visit.language, effectiveFrom) },
      { column: columns.until, content: sayUntil(visit, statement, next) },
      { column: columns.changes, content: changes },
    ],
  };
}

function sayUntil(visit: Visit, { effectiveFrom }: Statement, next: Statement | undefined): string {
  const { stillInForce, notYetInForce } = wordsOf(visit).statement;
  if (next) return sayDay(visit.language, dayBefore(next.effectiveFrom));
  return effectiveFrom > visit.today ? notYetInForce : stillInForce;
}

/** A form to compare any two versions. @param chosen the earlier and the later one at first */
export function comparison(visit: Visit, statements: readonly Statement[], [from, to]: readonly Statement[]): Markup | '' {
  if (!from || !to) return '';
  const words = wordsOf(visit).statement;
  const options = (chosen: Statement): Markup[] =>
    statements.map(
      (one) =>
        html`<option value="${one.version}" ${one === chosen ? 'selected' : ''}>
          ${fill(words.option, { version: one.version, from: sayDay(visit.language, one.effectiveFrom) })}
        </option>`,
    );
  return html`<form method="get" action="${publicPaths.statement}" class="inline" aria-labelledby="compare">
    <h2 id="compare">${words.compare}</h2>
    ${visit.isChosen ? html`<input type="hidden" name="lang" value="${visit.language}" />` : ''}
    <div>
      <label for="from">${words.earlier}</label
      ><select id="from" name="from">
        ${options(from)}
      </select>
    </div>
    <div>
      <label for="to">${words.later}</label
      ><select id="to" name="to">
        ${options(to)}
      </select>
    </div>
    <button type="submit" class="quiet">${words.submit}</button>
  </form>`;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
