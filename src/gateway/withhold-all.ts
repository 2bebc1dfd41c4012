import type { SubjectOpening } from '../transparency-log/entry.ts';

const nothing: readonly string[] = [];

/** What an operation saw of each data subject, once its whole answer is held back: nothing, of anybody. */
export function withholdAll(seen: readonly SubjectOpening[]): SubjectOpening[] {
  // Who was seen alike shares the lists, which the log then keeps once.
  const all = new Map<readonly string[], readonly string[]>();
  return seen.map((opening) => {
    let withheld = all.get(opening.released);
    if (!withheld) all.set(opening.released, (withheld = [...opening.released, ...opening.withheld].toSorted()));
    return { ...opening, released: nothing, withheld };
  });
}
