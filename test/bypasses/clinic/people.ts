import { ids } from './ids.ts';

/** The callers: two patients, a billing clerk, two physicians, and one without a name. Dr. Cole treats Ann, Dr. Dunn treats both patients. */
export type Person = 'ann' | 'ben' | 'clerk' | 'cole' | 'dunn' | 'anonymous';
export type Role = 'PATIENT' | 'CLERK' | 'PHYSICIAN';

/** An authenticated person, as each system's authentication gives it. */
export interface Viewer {
  readonly id: string;
  readonly role: Role;
}

const roles: Readonly<Record<Exclude<Person, 'anonymous'>, Role>> = {
  ann: 'PATIENT',
  ben: 'PATIENT',
  clerk: 'CLERK',
  cole: 'PHYSICIAN',
  dunn: 'PHYSICIAN',
};

/** The authenticated person of a name; undefined: anonymous. */
export function viewerNamed(person: string | undefined): Viewer | undefined {
  if (person === undefined || !Object.hasOwn(roles, person)) return undefined;
  const known = person as keyof typeof roles;
  return { id: ids[known], role: roles[known] };
}
