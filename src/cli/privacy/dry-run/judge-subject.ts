import type { DataCategory } from '../../../generated/schema.ts';
import type { Side } from '../../../policy-review/compare/side.ts';
import {
  consistentConditions,
  decideAgain,
  possibleConditions,
  type Observation,
  type Verdict,
} from '../../../policy-review/infer-conditions.ts';

/** What an entry says of one data subject, in coordinates. */
export interface SeenSubject extends Pick<Observation, 'role' | 'purpose' | 'relationship' | 'named'> {
  readonly released: readonly string[];
  readonly withheld: readonly string[];
}

/** What another policy would have done with one coordinate of one data subject. */
export interface Judged {
  readonly coordinate: string;
  readonly was: 'RELEASED' | 'WITHHELD';
  readonly verdict: Verdict;
}

/**
 * Judges every coordinate that was released or withheld of a data subject by another policy, for every
 * set of conditions that explains what the policy of that time did.
 * @param logged that policy and its schema; undefined: not known, so every set may have held
 */
export function judgeSubject(logged: Side | undefined, other: Side, seen: SeenSubject): Judged[] {
  const categoryThen = (coordinate: string): DataCategory | null | undefined => (logged ?? other).markings.outputs.get(coordinate);
  const categoryNow = (coordinate: string): DataCategory | null | undefined => other.markings.outputs.get(coordinate);
  const observed: Observation = {
    ...seen,
    released: categoriesOf(seen.released, categoryThen),
    withheld: categoriesOf(seen.withheld, categoryThen),
  };
  const asked = [...seen.released, ...seen.withheld].flatMap((coordinate) => [categoryThen(coordinate), categoryNow(coordinate)]);
  const categories = new Set(asked.filter((category) => category !== undefined && category !== null));
  const possible = possibleConditions(logged ? [logged.policy, other.policy] : [other.policy], observed, categories);
  const consistent = logged ? consistentConditions(logged.policy, observed, possible) : possible;

  // Nothing released, and no condition explains it: somebody to whom the principal has no tie (an
  // employee's own record), of whom no policy releases anything.
  const untied = consistent.length === 0 && seen.released.length === 0;
  // Released, and no condition explains it: the schema marked it otherwise then, so nothing is inferred.
  const holdings = consistent.length > 0 ? consistent : possible;
  const judge = (coordinate: string): Verdict => {
    const category = categoryNow(coordinate);
    if (untied || category === undefined) return { effect: 'WITHHELD' };
    return category === null ? { effect: 'RELEASED' } : decideAgain(other.policy, observed, holdings, category);
  };
  return [
    ...seen.released.map((coordinate) => ({ coordinate, was: 'RELEASED' as const, verdict: judge(coordinate) })),
    ...seen.withheld.map((coordinate) => ({ coordinate, was: 'WITHHELD' as const, verdict: judge(coordinate) })),
  ];
}

function categoriesOf(
  coordinates: readonly string[],
  categoryOf: (coordinate: string) => DataCategory | null | undefined,
): Set<DataCategory> {
  return new Set(coordinates.map(categoryOf).filter((category) => category !== undefined && category !== null));
}
