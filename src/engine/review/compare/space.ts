import type { DataCategory } from '../../application.ts';
import { Purpose, Relationship, Role } from '../../../town/graphql/generated/schema.ts';
import { allCategories } from '../../../town/policy/categories.ts';
import type { Side } from './side.ts';

/** All values that a question can have: the current vocabulary, and words that only an older side has. */
export interface Space {
  readonly roles: readonly Role[];
  readonly purposes: readonly Purpose[];
  readonly relationships: readonly Relationship[];
  readonly categories: readonly DataCategory[];
}

/** All values of questions to either side. Pure. */
export function spaceOf(sides: readonly Side[]): Space {
  const grants = sides.flatMap(({ policy }) => policy.grants);
  const roots = sides.flatMap(({ policy }) => policy.rootFields);
  const marked = sides.flatMap(({ markings }) => [...markings.outputs.values()]).filter((category) => category !== null);
  return {
    roles: union(
      Object.values(Role),
      grants.map(({ role }) => role),
      roots.flatMap(({ role }) => (role === 'ANYBODY' ? [] : [role])),
    ),
    purposes: union(
      Object.values(Purpose),
      grants.map(({ purpose }) => purpose),
      roots.flatMap(({ purposes }) => (purposes === 'ANY' ? [] : purposes)),
    ),
    relationships: union(
      Object.values(Relationship),
      grants.map(({ relationship }) => relationship),
    ),
    categories: union(
      allCategories,
      grants.flatMap(({ categories }) => categories),
      marked,
    ),
  };
}

function union<Name>(...lists: readonly (readonly Name[])[]): readonly Name[] {
  return [...new Set(lists.flat())];
}
