import type { DataCategory, Purpose, Relationship, Role } from '../../../register.ts';
import { wordsOf, type Vocabulary } from '../../../policy/declaration/vocabulary.ts';
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
  const words = <Word>(of: (vocabulary: Vocabulary) => readonly Word[]): readonly (readonly Word[])[] =>
    sides.map(({ policy }) => of(policy.vocabulary));
  return {
    roles: union(
      ...words(({ roles }) => wordsOf(roles)),
      grants.map(({ role }) => role),
      roots.flatMap(({ role }) => (role === 'ANYBODY' ? [] : [role])),
    ),
    purposes: union(
      ...words(({ purposes }) => wordsOf(purposes)),
      grants.map(({ purpose }) => purpose),
      roots.flatMap(({ purposes }) => (purposes === 'ANY' ? [] : purposes)),
    ),
    relationships: union(
      ...words(({ relationships }) => wordsOf(relationships)),
      grants.map(({ relationship }) => relationship),
    ),
    categories: union(
      ...words(({ categories }) => wordsOf(categories)),
      grants.flatMap(({ categories }) => categories),
      marked,
    ),
  };
}

function union<Name>(...lists: readonly (readonly Name[])[]): readonly Name[] {
  return [...new Set(lists.flat())];
}
