import type { DataCategory } from '../shared/graphql/generated/schema.ts';
import { allCategories } from '../policy/words/categories.ts';

/** The data categories that schema coordinates hold. */
export interface HeldCategories {
  /** Each once, in the order of the categories. */
  readonly categories: readonly DataCategory[];
  /** Whether the schema no longer has some of the coordinates. */
  readonly former: boolean;
}

/**
 * Finds the data categories of schema coordinates. Pure.
 * @param categoryOf gives undefined for a coordinate that the schema no longer has
 */
export function heldCategories(
  categoryOf: (coordinate: string) => DataCategory | undefined,
  coordinates: readonly string[],
): HeldCategories {
  const held = new Set(coordinates.map(categoryOf));
  return { categories: allCategories.filter((category) => held.has(category)), former: held.has(undefined) };
}
