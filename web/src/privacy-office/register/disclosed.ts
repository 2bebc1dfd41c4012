import { categoryNames } from '../../elements/names/category-names.ts';
import { categoryOf } from '../../generated/category-of.ts';
import type { DataCategory } from '../../generated/vocabulary.ts';
import type { DisclosuresQuery } from '../generated/graphql.ts';

/** One entry of the register. */
export type Entry = NonNullable<NonNullable<NonNullable<DisclosuresQuery['disclosures']>['edges'][number]['node']>>;

const categories = Object.keys(categoryNames) as readonly DataCategory[];

/** The categories that an entry disclosed, in the order of all. A coordinate that the schema no longer has is left out. Pure. */
export function categoriesIn({ subjects }: Entry): readonly DataCategory[] {
  const released = new Set((subjects ?? []).flatMap((subject) => subject.released ?? []).map((coordinate) => categoryOf[coordinate]));
  return categories.filter((category) => released.has(category));
}
