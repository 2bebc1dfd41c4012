import type { Statement } from '../../../engine/policy/declaration/vocabulary.ts';
import { html } from 'hono/html';
import type { Clause } from '../../policy/statement/clauses.ts';
import { fill } from '../../../platform/language/fill.ts';
import type { Markup } from '../../../identity/pages/layout/layout.ts';
import { sayDay } from '../../../identity/pages/layout/say-day.ts';
import { publicPage } from '../../shared/pages/frame.ts';
import { compareWords } from './compare-words.ts';
import { clausesIn, comparison } from './statement-page.ts';
import { linkTo, publicPaths, wordsOf, type Visit } from '../../shared/pages/visit.ts';

/**
 * The page of the changes between two versions of the statement, word by word.
 * @param statements all versions, in the language of the visit
 */
export function changesPage(visit: Visit, statements: readonly Statement[], from: Statement, to: Statement): Promise<string> {
  const { statement, changes: words } = wordsOf(visit);
  // In the order of the later version, then the clauses that it no longer has.
  const names = [...new Set([...clausesIn(to), ...clausesIn(from)].map(([name]) => name))];
  const changed = names.filter((name) => from.clauses[name] !== to.clauses[name]);
  const unchanged = names.filter((name) => !changed.includes(name));
  const versions = { from: from.version, to: to.version };
  const dates = { fromDate: sayDay(visit.language, from.effectiveFrom), toDate: sayDay(visit.language, to.effectiveFrom) };
  return publicPage(
    visit,
    { title: fill(words.title, versions) },
    html`<p class="lead">${fill(words.dates, { ...versions, ...dates })}</p>
      <p>
        ${fill(words.count, { count: String(changed.length), total: String(names.length) })}
        ${changed.length === 0 ? words.same : words.legend}
      </p>
      <div class="clauses">
        ${changed.map(
          (name) =>
            html`<section id="${name}" aria-labelledby="${name}-title">
              <h2 id="${name}-title">${statement.clauses[name]}</h2>
              ${clauseChange(visit, from, to, name)}
            </section>`,
        )}
      </div>
      ${
        unchanged.length === 0
          ? ''
          : html`<details>
              <summary>${words.unchanged}</summary>
              <ul>
                ${unchanged.map((name) => html`<li><a href="${linkTo(visit, publicPaths.statement, { version: to.version })}#${name}">${statement.clauses[name]}</a></li>`)}
              </ul>
            </details>`
      }
      <ul class="links">
        ${[from, to].map(
          ({ version }) =>
            html`<li><a href="${linkTo(visit, publicPaths.statement, { version })}">${fill(words.whole, { version })}</a></li>`,
        )}
      </ul>
      <div class="versions">${comparison(visit, statements, [from, to])}</div>`,
  );
}

function clauseChange(visit: Visit, from: Statement, to: Statement, name: Clause): Markup {
  const words = wordsOf(visit).changes;
  const [before, after] = [from.clauses[name], to.clauses[name]];
  const note =
    before === undefined
      ? fill(words.newClause, { version: to.version })
      : after === undefined
        ? fill(words.goneClause, { version: to.version })
        : undefined;
  const unseen = (text: string): Markup => html`<span class="unseen"> ${text} </span>`;
  const pieces = compareWords(visit.language, before ?? '', after ?? '').map(({ kind, text }) => {
    if (kind === 'added') return html`<ins>${unseen(words.added)}${text}${unseen(words.end)}</ins>`;
    if (kind === 'removed') return html`<del>${unseen(words.removed)}${text}${unseen(words.end)}</del>`;
    return text;
  });
  return html`${note === undefined ? '' : html`<p class="hint">${note}</p>`}
    <p>${pieces}</p>`;
}
