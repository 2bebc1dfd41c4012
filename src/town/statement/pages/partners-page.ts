import { type Statement, clauseWords } from '../../../engine/policy/declaration/vocabulary.ts';
import { html } from 'hono/html';
import { partnerRoles, partners } from '../../policy/partners/partners.ts';
import { budgetOf } from '../../../engine/policy/decision/enter.ts';
import { allCategories } from '../../policy/words/categories.ts';
import type { Clause } from '../../policy/statement/clauses.ts';
import type { Condition } from '../../policy/lines/conditions.ts';
import { matrixCells, type MatrixCell } from '../../../engine/policy/matrix.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import type { PartnerRole } from '../../policy/words/roles.ts';
import { fill } from '../../../platform/language/fill.ts';
import { wordings } from '../../wording/wordings.ts';
import type { Markup } from '../../../identity/pages/layout/layout.ts';
import { publicPage } from '../../shared/pages/frame.ts';
import { factList, signWithMeaning, stackedTable } from '../../shared/pages/table.ts';
import { linkTo, publicPaths, wordsOf, type Visit } from '../../shared/pages/visit.ts';

/** The grants of one kind of partner. */
interface Seen {
  readonly role: PartnerRole;
  readonly cells: readonly MatrixCell[];
  /** The conditions that all its grants share. */
  readonly always: readonly Condition[];
}

/**
 * The page of everything that partners may see, from the policy.
 * @param statement in force, in the language of the visit
 */
export function partnersPage(visit: Visit, policy: Policy, statement: Statement | undefined): Promise<string> {
  const words = wordsOf(visit).partners;
  const seen = partnerRoles.map((role) => seenBy(policy, role));
  const { fields, names } = wordings[visit.language];
  const rows = allCategories
    .filter((category) => seen.some(({ cells }) => cells.some((cell) => cell.category === category)))
    .map((category) => ({
      head: fields[category],
      cells: seen.map((one) => ({ column: names.partners[one.role], content: glance(visit, one, category) })),
    }));
  const heads = seen.map(({ role }) => html`<a href="#${role}">${names.partners[role]}</a>`);
  return publicPage(
    visit,
    { title: words.title, isWide: true },
    html`<p class="lead">${words.text}</p>
      <h2 id="glance">${words.tableTitle}</h2>
      ${stackedTable([words.category, ...heads], rows, { caption: words.caption })} ${glanceMeaning(visit, seen)}
      <h2>${words.each}</h2>
      ${seen.map((one) => partner(visit, policy, one, statement))}`,
  );
}

function seenBy(policy: Policy, role: PartnerRole): Seen {
  const cells = matrixCells(policy, { role, purpose: partners[role].purpose });
  const [first = [], ...others] = cells.map(({ when }) => when);
  // A single cell shows its conditions itself.
  const always = others.length === 0 ? [] : first.filter((condition) => others.every((when) => when.includes(condition)));
  return { role, cells, always };
}

/** A cell of the table: yes or never, with the conditions that the whole column does not share. */
function glance(visit: Visit, { cells, always }: Seen, category: MatrixCell['category']): Markup {
  const words = wordsOf(visit).partners;
  const own = cells.filter((cell) => cell.category === category);
  if (own.length === 0) return signWithMeaning(words.never, words.neverMeaning);
  const briefly = (when: readonly Condition[]): string => when.map((condition) => words.glance[condition]).join(words.and);
  return html`${own.map((cell) => {
    const when = cell.when.filter((condition) => !always.includes(condition));
    return html`<span class="may">
      ${when.length === 0 ? words.always : fill(words.yesWhile, { conditions: briefly(when) })}
      ${cell.except.map(({ holds }) => html`<small>${fill(words.except, { conditions: briefly(holds) })}</small>`)}
    </span>`;
  })}`;
}

/** The meaning of the short words in the table. */
function glanceMeaning(visit: Visit, seen: readonly Seen[]): Markup {
  const words = wordsOf(visit).partners;
  const used = new Set(
    seen.flatMap(({ cells, always }) =>
      cells.flatMap(({ when, except }) => [
        ...when.filter((condition) => !always.includes(condition)),
        ...except.flatMap(({ holds }) => holds),
      ]),
    ),
  );
  return html`<p class="hint">${words.glanceMeaning}</p>
    <ul class="hint">
      ${[...used].map((condition) => html`<li><strong>${words.glance[condition]}</strong> – ${words.conditions[condition]}</li>`)}
    </ul>`;
}

function partner(visit: Visit, policy: Policy, { role, cells, always }: Seen, statement: Statement | undefined): Markup {
  const words = wordsOf(visit).partners;
  const { clauses } = wordsOf(visit).statement;
  const { mandates, fields, names } = wordings[visit.language];
  const { purpose, mandateKind, approvals, namesSubjects, canBeSealed, clause } = partners[role];
  const most = budgetOf(policy, role, purpose);
  const number = new Intl.NumberFormat(`${visit.language}-CA`);
  const { columns } = words;
  const facts: readonly (readonly [string, string])[] = [
    [words.purpose, names.activities[purpose]],
    [words.mandate, fill(words.mandateText[approvals], { mandate: mandates[mandateKind] })],
    [words.whom, namesSubjects ? words.named : words.pseudonyms],
    ...(always.length === 0 ? [] : [[words.onlyIf, say(visit, always)] as const]),
    ...(most
      ? [[words.most, fill(words.mostText, { perHour: number.format(most.perHour), perDay: number.format(most.perDay) })] as const]
      : []),
    [words.told, canBeSealed ? words.toldLater : words.toldAlways],
  ];
  const toClause = (of: Clause): Markup => html`<a href="${linkTo(visit, publicPaths.statement)}#${of}">${clauses[of]}</a>`;
  // Categories with the same conditions share a row. It shows their clause unless every clause is the one quoted above.
  const alike = Map.groupBy(cells, ({ when, except, clause: of }) => JSON.stringify([when, except, of]));
  const isElsewhere = cells.some((cell) => cell.clause !== clause);
  const rows = [...alike.values()].map((some) => {
    const cell = some[0]!;
    const when = cell.when.filter((condition) => !always.includes(condition));
    const exception = exceptionOf(visit, cell);
    return {
      head: some.map(({ category }) => fields[category]).join(', '),
      cells: [
        { column: columns.when, content: when.length === 0 ? words.noCondition : say(visit, when) },
        { column: columns.except, content: exception === '' ? signWithMeaning(words.noException, words.noExceptionMeaning) : exception },
        ...(isElsewhere ? [{ column: columns.clause, content: toClause(cell.clause) }] : []),
      ],
    };
  });
  return html`<section id="${role}" aria-labelledby="${role}-title" class="part">
    <h3 id="${role}-title">${names.partners[role]}</h3>
    ${
      statement
        ? html`<blockquote>
            <p>${clauseWords(statement, clause)}</p>
            <footer>${words.promise} ${toClause(clause)}</footer>
          </blockquote>`
        : ''
    }
    ${factList(facts)}
    <h4 id="${role}-details">${words.details}</h4>
    ${stackedTable([columns.categories, columns.when, columns.except, ...(isElsewhere ? [columns.clause] : [])], rows, { labelledBy: `${role}-details` })}
  </section>`;
}

/** When a prohibition withholds what the cell permits; empty: never. */
function exceptionOf(visit: Visit, { except }: MatrixCell): string {
  const words = wordsOf(visit).partners;
  return except
    .map(({ holds, unless }) => {
      // A partner is never an adult of a household.
      const saves = unless.filter((condition) => condition !== 'ADULT_OF_THAT_HOUSEHOLD');
      return saves.length === 0 ? say(visit, holds) : fill(words.unless, { conditions: say(visit, holds), unless: say(visit, saves) });
    })
    .join('; ');
}

function say(visit: Visit, when: readonly Condition[]): string {
  const words = wordsOf(visit).partners;
  return when.map((condition) => words.conditions[condition]).join(words.and);
}
