import { categoryOf } from '../../generated/category-of.ts';
import type { DataCategory } from '../../generated/vocabulary.ts';
import type { DisclosuresQuery } from '../generated/graphql.ts';

/** One entry of the register. */
export type Entry = NonNullable<NonNullable<NonNullable<DisclosuresQuery['disclosures']>['edges'][number]['node']>>;

/** The categories that an entry disclosed, each once. A coordinate that the schema no longer has is left out. Pure. */
export function categoriesIn({ subjects }: Entry): readonly DataCategory[] {
  const released = (subjects ?? []).flatMap((subject) => subject.released ?? []);
  return [...new Set(released.flatMap((coordinate) => categoryOf[coordinate] ?? []))];
}
