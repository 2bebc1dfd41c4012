import { Role } from '../../generated/schema.ts';
import type { MarkingChange } from './change.ts';
import type { Side } from './side.ts';

/**
 * What the schemas say differently of a coordinate for everybody who can reach it: personal or not,
 * there or not, of what type, and whose data it is. A new personal field, or another category, is for
 * `compareSeeing`, which knows who sees it. Pure.
 */
export function compareMarkings(before: Side, after: Side): MarkingChange[] {
  const changes: MarkingChange[] = [];
  const { outputs: were, subjects: of, types: typesBefore } = before.markings;
  const { outputs: are, subjects: ofNow, types: typesAfter } = after.markings;
  const add = (
    effect: MarkingChange['effect'],
    coordinate: string,
    change: MarkingChange['change'],
    was: string | null,
    is: string | null,
    more: Pick<MarkingChange, 'roles'> = {},
  ) => changes.push({ kind: 'MARKING', effect, coordinate, change, before: was, after: is, ...more });

  for (const coordinate of new Set([...were.keys(), ...are.keys()])) {
    const [was, is] = [were.get(coordinate), are.get(coordinate)];
    if (was === is) continue;
    if (is === undefined) {
      // A type that is there and about nobody that is said is told of below.
      if (after.markings.ways.has(coordinate)) continue;
      if (was !== null || isToldHere(coordinate, after)) add('HIDES', coordinate, 'REMOVED', was ?? null, null);
    } else if (is === null) {
      if (was !== undefined) add('REVEALS', coordinate, 'IMPERSONAL', was, null);
      // What is marked impersonal is shown to whoever comes that far, whomever it turns out to be about.
      else if (isToldHere(coordinate, before)) {
        add('REVEALS', coordinate, 'ADDED_IMPERSONAL', null, null, { roles: rolesReaching(coordinate.split('.')[0]!, after) });
      }
    } else if (was === null) add('HIDES', coordinate, 'PERSONAL', null, is);
  }
  for (const [coordinate, is] of typesAfter) {
    const was = typesBefore.get(coordinate);
    // Nothing here can tell what another type tells: a review must look.
    if (was !== undefined && was !== is) add('REVEALS', coordinate, 'TYPE', was, is);
  }
  for (const [type, is] of ofNow) {
    const was = of.get(type);
    // Another relationship decides now, and nothing here can tell whose: a review must look.
    if (was !== undefined && was !== is) add('REVEALS', type, 'DATA_SUBJECT', was, is);
  }
  for (const [type, was] of of) if (!ofNow.has(type) && after.markings.ways.has(type)) add('REVEALS', type, 'DATA_SUBJECT', was, null);
  return changes;
}

/**
 * Whether a field that is there on one side alone is told here. A type is shown by its fields. A root field
 * is opened by a line, and that change is told with it: unless the other side had the line, and no field for it.
 */
function isToldHere(coordinate: string, { policy }: Side): boolean {
  const [type, field] = coordinate.split('.');
  if (field === undefined) return false;
  return (type !== 'Query' && type !== 'Mutation') || policy.rootFields.some(({ fields }) => fields.includes(coordinate));
}

/** The roles that may enter a root field from which a type can be reached: who reaches it is among them. */
function rolesReaching(type: string, { policy, markings }: Side): Role[] {
  const ways = markings.ways.get(type) ?? [];
  const lines = policy.rootFields.filter(({ fields }) => fields.some((field) => ways.includes(field)));
  return Object.values(Role).filter((role) => lines.some((line) => line.role === 'ANYBODY' || line.role === role));
}
