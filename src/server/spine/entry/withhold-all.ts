import type { SubjectOpening } from '../../../log/entry/entry.ts';

const nothing: readonly string[] = [];

/** What an operation saw of each data subject where its whole answer is refused: everything is withheld. */
export function withholdAll(seen: readonly SubjectOpening[]): SubjectOpening[] {
  // Data subjects with equal lists share them, so that the log stores them once.
  const all = new Map<readonly string[], readonly string[]>();
  return seen.map((opening) => {
    let withheld = all.get(opening.released);
    if (!withheld) all.set(opening.released, (withheld = [...opening.released, ...opening.withheld].toSorted()));
    return { ...opening, released: nothing, withheld };
  });
}
