import type { Statement } from '../../engine/policy/declaration/vocabulary.ts';
import type { Relationship } from '../shared/graphql/generated/schema.ts';
import type { Clause } from '../policy/statement/clauses.ts';
import type { MatrixCell } from '../../engine/policy/matrix.ts';
import type { EmployeePurpose } from '../policy/words/purposes.ts';
import { fill } from '../../platform/language/fill.ts';
import { sayStatement } from './say-statement.ts';
import type { Wording } from './wording.ts';

/**
 * Says what an employee acknowledges before the first use of a purpose, in paragraphs: the use of the purpose, the data that can be shown,
 * the sentence that the person reads about it, the promises of the privacy statement, and the recording. Pure.
 * @param cells what the policy permits the employee's role for the purpose
 * @param statement the version in force; undefined: none
 */
export function sayPurpose(
  wording: Wording,
  purpose: EmployeePurpose,
  cells: readonly MatrixCell[],
  statement: Statement | undefined,
): string {
  const { use, promise, recorded } = wording.purposeText;
  const clauses = clausesOf(wording, cells, statement);
  return [
    fill(use, { purpose: wording.names.activities[purpose] }),
    ...[...Map.groupBy(cells, ({ relationship }) => relationship)].map(([relationship, some]) =>
      sayShown(wording, purpose, relationship, some),
    ),
    ...(clauses.length === 0 ? [] : [fill(promise, { clauses: clauses.join(' ') })]),
    recorded,
  ].join('\n\n');
}

function sayShown(wording: Wording, purpose: EmployeePurpose, relationship: Relationship, cells: readonly MatrixCell[]): string {
  const { shown, shownOfSome } = wording.purposeText;
  const always = namesOf(wording, cells.filter(isUnconditional));
  const sometimes = namesOf(
    wording,
    cells.filter((cell) => !isUnconditional(cell)),
  ).filter((name) => !always.includes(name));
  return [
    `${wording.reasons[purpose][relationship] ?? wording.formerReason}.`,
    ...(always.length === 0 ? [] : [fill(shown, { fields: always.join(', ') })]),
    ...(sometimes.length === 0 ? [] : [fill(shownOfSome, { fields: sometimes.join(', ') })]),
  ].join(' ');
}

function isUnconditional({ when, except }: MatrixCell): boolean {
  return when.length === 0 && except.length === 0;
}

function namesOf({ fields }: Wording, cells: readonly MatrixCell[]): string[] {
  return [...new Set(cells.map(({ category }) => fields[category]))];
}

/** The text of the clauses from which the cells follow. */
function clausesOf(wording: Wording, cells: readonly MatrixCell[], statement: Statement | undefined): string[] {
  if (!statement) return [];
  const words = sayStatement(wording, statement).clauses;
  const cited = new Set<Clause>(cells.map(({ clause }) => clause));
  return [...cited].map((clause) => words[clause]).filter((said) => said !== undefined);
}
