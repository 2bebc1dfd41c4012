import type { Role } from '../../../register.ts';
import { wordsOf } from '../../../policy/declaration/vocabulary.ts';
import type { MarkingChange } from './change.ts';
import type { Side } from './side.ts';

/**
 * Compares the markings that affect all who can reach a coordinate: whether it is personal, whether it exists, its
 * type, and its data subject. `compareSeeing` reports new personal fields and changed categories, because it knows who
 * sees them. Pure.
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
      // If only the type's data subject was removed, that is reported below.
      if (after.markings.ways.has(coordinate)) continue;
      if (was !== null || isReportedHere(coordinate, after)) add('HIDES', coordinate, 'REMOVED', was ?? null, null);
    } else if (is === null) {
      if (was !== undefined) add('REVEALS', coordinate, 'IMPERSONAL', was, null);
      // An impersonal coordinate is shown to all who can reach it.
      else if (isReportedHere(coordinate, before)) {
        add('REVEALS', coordinate, 'ADDED_IMPERSONAL', null, null, { roles: rolesReaching(coordinate.split('.')[0]!, after) });
      }
    } else if (was === null) add('HIDES', coordinate, 'PERSONAL', null, is);
  }
  for (const [coordinate, is] of typesAfter) {
    const was = typesBefore.get(coordinate);
    // It is unknown what another type reveals: a reviewer must look.
    if (was !== undefined && was !== is) add('REVEALS', coordinate, 'TYPE', was, is);
  }
  for (const [type, is] of ofNow) {
    const was = of.get(type);
    // Relationships to other data subjects decide now, and it is unknown which: a reviewer must look.
    if (was !== undefined && was !== is) add('REVEALS', type, 'DATA_SUBJECT', was, is);
  }
  for (const [type, was] of of) if (!ofNow.has(type) && after.markings.ways.has(type)) add('REVEALS', type, 'DATA_SUBJECT', was, null);
  return changes;
}

/**
 * Whether a coordinate that exists on one side only is reported here. Types are reported by their fields. A root field
 * is reported with the policy line that opens it, unless the other side has that line without having the field.
 */
function isReportedHere(coordinate: string, { policy }: Side): boolean {
  const [type, field] = coordinate.split('.');
  if (field === undefined) return false;
  return (type !== 'Query' && type !== 'Mutation') || policy.rootFields.some(({ fields }) => fields.includes(coordinate));
}

/** The roles that may enter a root field from which a type can be reached. Each role that reaches the type is among them. */
function rolesReaching(type: string, { policy, markings }: Side): Role[] {
  const ways = markings.ways.get(type) ?? [];
  const lines = policy.rootFields.filter(({ fields }) => fields.some((field) => ways.includes(field)));
  return wordsOf(policy.vocabulary.roles).filter((role) => lines.some((line) => line.role === 'ANYBODY' || line.role === role));
}
