import type { Policy } from '../../src/engine/policy/declaration/policy.ts';
import { validationErrors } from './cedar.ts';
import { compareAdvance, compareDecision, compareEntry } from './compare.ts';
import { judgeBy, type Verdict } from './judge.ts';
import type { Matrix } from './matrix.ts';
import type { Mutant } from './mutants.ts';
import { entriesOf, fieldsOf, placesOf, questionsAt, randomQuestion } from './questions.ts';
import { seeded } from '../helpers/log/kept-tiles.ts';

/** How much was compared for a policy, and the differences, each in a sentence. */
export interface Comparison {
  readonly cells: number;
  /** Cells that Cedar permits. */
  readonly permitted: number;
  readonly entries: number;
  readonly random: number;
  readonly differences: readonly string[];
}

/** How many cells the matrix of a policy has. */
export function cellsIn(policy: Policy): number {
  return placesOf(policy).reduce((sum, place) => sum + questionsAt(policy, place).length, 0);
}

/**
 * Compares the gateway's decisions with Cedar's: each cell of the matrix, in advance of any row, and each entry of a root field.
 * @param oneIn of how many places one is compared; undefined: every place
 * @param onCells after each place, how many more cells were compared
 * @throws Error if Cedar finds a word in the policy that its vocabulary lacks
 */
export function compareMatrix(matrix: Matrix, oneIn = 1, onCells?: (cells: number) => void): Omit<Comparison, 'random'> {
  const { policy } = matrix;
  const errors = validationErrors(policy);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const differences: string[] = [];
  let [cells, permitted] = [0, 0];
  for (const [at, place] of placesOf(policy).entries()) {
    if (at % oneIn !== 0) continue;
    const here = matrix.cellsAt(place);
    differences.push(...here.flatMap(({ question, answer }) => compareDecision(policy, question, answer) ?? []));
    differences.push(...compareAdvance(policy, place, matrix));
    cells += here.length;
    permitted += here.filter(({ answer }) => answer.permits).length;
    onCells?.(here.length);
  }
  const entries = fieldsOf(policy)
    .flatMap((field) => entriesOf(policy, field))
    .filter((_entry, at) => at % oneIn === 0);
  differences.push(...entries.flatMap((entry) => compareEntry(policy, entry, matrix)));
  return { cells, permitted, entries: entries.length, differences };
}

/** Compares random questions, the same ones for the same seed. */
export function compareRandom(matrix: Matrix, times: number, seed: number, onQuestion?: () => void): readonly string[] {
  const random = seeded(seed);
  return Array.from({ length: times }, () => {
    const question = randomQuestion(matrix.policy, random);
    onQuestion?.();
    return compareDecision(matrix.policy, question, matrix.see(question)) ?? [];
  }).flat();
}

/** The mutants of a policy by verdict. */
export type Verdicts = Readonly<Record<Verdict, readonly Mutant[]>>;

/** Judges mutants by the matrix of their original. */
export function judgeAll(matrix: Matrix, mutants: readonly Mutant[], onMutant?: () => void): Verdicts {
  const judge = judgeBy(matrix);
  const grouped = Object.groupBy(mutants, (mutant) => {
    onMutant?.();
    return judge(mutant);
  });
  return { killed: [], refused: [], equivalent: [], survived: [], ...grouped };
}
