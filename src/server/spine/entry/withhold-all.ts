import type { SubjectSegment } from '../../../log/entry/entry.ts';

const nothing: readonly string[] = [];

/** The segments of data subjects where the whole answer is refused: everything is withheld. */
export function withholdAll(seen: readonly SubjectSegment[]): SubjectSegment[] {
  // Data subjects with equal lists share them, so that the log stores them once.
  const all = new Map<readonly string[], readonly string[]>();
  return seen.map((segment) => {
    let withheld = all.get(segment.released);
    if (!withheld) all.set(segment.released, (withheld = [...segment.released, ...segment.withheld].toSorted()));
    return { ...segment, released: nothing, withheld };
  });
}
