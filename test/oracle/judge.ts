import { checkGrants } from '../../src/engine/review/check/grants.ts';
import { checkLists } from '../../src/engine/review/check/lists.ts';
import { checkProhibitions } from '../../src/engine/review/check/prohibitions.ts';
import { checkRootFields } from '../../src/engine/review/check/root-fields.ts';
import { compareDecision, compareEntry, openLines } from './compare.ts';
import { openMatrix, type Cell, type Matrix } from './matrix.ts';
import type { Mutant } from './mutants.ts';
import { conditionsOf, entriesOf, placesOf, subsets, type Place } from './questions.ts';
import type { Entry } from './cedar.ts';

/**
 * The verdict on a mutant. `killed`: the gateway, with the changed policy, differs in some cell from Cedar with the original. If it does not:
 * `refused`: no gateway starts with that policy, because one of its lines has no effect or contradicts another.
 * `equivalent`: Cedar itself permits the same cells and opens the same fields with both. Otherwise `survived`.
 */
export type Verdict = 'killed' | 'refused' | 'equivalent' | 'survived';

const checks = [checkLists, checkGrants, checkProhibitions, checkRootFields];

/**
 * Makes a function that judges mutants by the cells that they concern.
 * @param matrix of the original policy
 */
export function judgeBy(matrix: Matrix): (mutant: Mutant) => Verdict {
  const places = placesOf(matrix.policy);
  return (mutant) => {
    const cells = cellsOf(
      matrix,
      mutant,
      places.filter((place) => mutant.concerns(place)),
    );
    if (cells.some(({ question, answer }) => compareDecision(mutant.policy, question, answer) !== undefined)) return 'killed';
    const entries = mutant.fields.flatMap((field) => entriesOf(matrix.policy, field));
    if (entries.some((entry) => compareEntry(mutant.policy, entry, matrix).length > 0)) return 'killed';
    if (checks.some((check) => check(mutant.policy).length > 0)) return 'refused';
    return isEquivalent(matrix, mutant, cells, entries) ? 'equivalent' : 'survived';
  };
}

function isEquivalent(matrix: Matrix, mutant: Mutant, cells: readonly Cell[], entries: readonly Entry[]): boolean {
  const changed = openMatrix('mutant', matrix.policy, mutant.policy);
  const isSame = (entry: Entry, isNamed: boolean): boolean =>
    openLines(matrix.policy, entry, matrix, isNamed).length > 0 === openLines(mutant.policy, entry, changed, isNamed).length > 0;
  return (
    cells.every(({ question, answer }) => changed.see(question).permits === answer.permits) &&
    entries.every((entry) => isSame(entry, false) && isSame(entry, true))
  );
}

/**
 * The cells that a mutant concerns. A condition that only the mutant names for a category changes no answer of the original, so a cell
 * has the same answer with it as without it.
 */
function cellsOf(matrix: Matrix, mutant: Mutant, places: readonly Place[]): readonly Cell[] {
  return places.flatMap((place) => {
    const cells = matrix.cellsAt(place);
    const added = conditionsOf(mutant.policy, place.category).difference(conditionsOf(matrix.policy, place.category));
    if (added.size === 0) return cells;
    return subsets([...added]).flatMap((more) =>
      cells.map(({ question, answer }) => ({ question: { ...question, holding: question.holding.union(more) }, answer })),
    );
  });
}
