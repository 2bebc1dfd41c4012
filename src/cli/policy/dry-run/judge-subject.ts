import type { DataCategory } from '../../../engine/register.ts';
import type { Side } from '../../../engine/review/compare/compare/side.ts';
import {
  consistentConditions,
  decideAgain,
  possibleConditions,
  type Observation,
  type Verdict,
} from '../../../engine/review/infer-conditions.ts';

/** An entry's statement about one data subject, by coordinate. */
export interface SeenSubject extends Pick<Observation, 'role' | 'purpose' | 'relationship' | 'named'> {
  readonly released: readonly string[];
  readonly withheld: readonly string[];
}

/** Another policy's decision on one coordinate of one data subject. */
export interface Judged {
  readonly coordinate: string;
  readonly was: 'RELEASED' | 'WITHHELD';
  readonly verdict: Verdict;
}

/**
 * Decides on every released or withheld coordinate of a data subject under another policy, for each set of conditions
 * that explains the decisions of that time.
 * @param logged the policy and schema of that time; undefined if unknown: then every set may have held
 */
export function judgeSubject(logged: Side | undefined, other: Side, seen: SeenSubject): Judged[] {
  const categoryThen = (coordinate: string): DataCategory | null | undefined => (logged ?? other).markings.outputs.get(coordinate);
  const isOutside = other.policy.vocabulary.roles[seen.role]?.organisation !== undefined;
  const categoryNow = (coordinate: string): DataCategory | null | undefined => other.markings.outputs.get(coordinate);
  const observed: Observation = {
    ...seen,
    released: categoriesOf(seen.released, categoryThen),
    // Its registration or token may have withheld it, so that it says nothing about conditions.
    withheld: isOutside ? new Set() : categoriesOf(seen.withheld, categoryThen),
  };
  const asked = [...seen.released, ...seen.withheld].flatMap((coordinate) => [categoryThen(coordinate), categoryNow(coordinate)]);
  const categories = new Set(asked.filter((category) => category !== undefined && category !== null));
  const possible = possibleConditions(logged ? [logged.policy, other.policy] : [other.policy], observed, categories);
  const consistent = logged ? consistentConditions(logged.policy, observed, possible) : possible;

  // Nothing was released, and no set of conditions explains it: a data subject without a relationship to the principal,
  // such as an employee with a conflict of interest. No policy releases anything about them.
  const untied = consistent.length === 0 && seen.released.length === 0;
  // Something was released, and no set explains it: the schema's markings were different, so nothing is inferred.
  const holdings = consistent.length > 0 ? consistent : possible;
  const judge = (coordinate: string): Verdict => {
    const category = categoryNow(coordinate);
    if (untied || category === undefined) return { effect: 'WITHHELD' };
    return category === null ? { effect: 'RELEASED' } : decideAgain(other.policy, observed, holdings, category);
  };
  /** A coordinate that the policy of that time permitted was withheld by registration or token, which no policy changes. */
  const judgeWithheld = (coordinate: string): Verdict => {
    const category = categoryThen(coordinate);
    const isLimited = logged && isOutside && category && decideAgain(logged.policy, observed, holdings, category).effect === 'RELEASED';
    return isLimited ? { effect: 'WITHHELD' } : judge(coordinate);
  };
  return [
    ...seen.released.map((coordinate) => ({ coordinate, was: 'RELEASED' as const, verdict: judge(coordinate) })),
    ...seen.withheld.map((coordinate) => ({ coordinate, was: 'WITHHELD' as const, verdict: judgeWithheld(coordinate) })),
  ];
}

function categoriesOf(
  coordinates: readonly string[],
  categoryOf: (coordinate: string) => DataCategory | null | undefined,
): Set<DataCategory> {
  return new Set(coordinates.map(categoryOf).filter((category) => category !== undefined && category !== null));
}
