import type { MarkingChange } from './change.ts';
import type { Side } from './side.ts';

/**
 * What the schemas say differently of a coordinate for everybody who can reach it: personal or not,
 * there or not, and whose data it is. A new personal field, or another category, is for `compareSeeing`,
 * which knows who sees it. Pure.
 */
export function compareMarkings(before: Side, after: Side): MarkingChange[] {
  const changes: MarkingChange[] = [];
  const { outputs: were, subjects: of } = before.markings;
  const { outputs: are, subjects: ofNow } = after.markings;
  const add = (
    effect: MarkingChange['effect'],
    coordinate: string,
    change: MarkingChange['change'],
    was: string | null,
    is: string | null,
  ) => changes.push({ kind: 'MARKING', effect, coordinate, change, before: was, after: is });
  const isSomebodys = (subjects: typeof of, coordinate: string): boolean => typeof subjects.get(coordinate.split('.')[0]!) === 'string';

  for (const coordinate of new Set([...were.keys(), ...are.keys()])) {
    const [was, is] = [were.get(coordinate), are.get(coordinate)];
    if (was === is) continue;
    if (is === undefined) {
      if (was !== null || isSomebodys(of, coordinate)) add('HIDES', coordinate, 'REMOVED', was ?? null, null);
    } else if (is === null) {
      if (was !== undefined) add('REVEALS', coordinate, 'IMPERSONAL', was, null);
      // Of somebody's data, what is marked impersonal is shown to whoever comes that far.
      else if (coordinate.includes('.') && isSomebodys(ofNow, coordinate)) add('REVEALS', coordinate, 'ADDED_IMPERSONAL', null, null);
    } else if (was === null) add('HIDES', coordinate, 'PERSONAL', null, is);
  }
  for (const [type, is] of ofNow) {
    const was = of.get(type);
    // Another relationship decides now, and nothing here can tell whose: a review must look.
    if (was !== undefined && was !== is) add('REVEALS', type, 'DATA_SUBJECT', was, is);
  }
  for (const [type, was] of of) if (!ofNow.has(type) && are.has(type)) add('REVEALS', type, 'DATA_SUBJECT', was, null);
  return changes;
}
