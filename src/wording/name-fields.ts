import type { DataCategory } from '../generated/schema.ts';
import { allCategories } from '../policy/categories.ts';
import type { Wording } from './wording.ts';

/**
 * Names the data categories of schema coordinates, each once, in the order of the categories. Pure.
 * @param categoryOf gives undefined for a coordinate that the schema no longer has
 */
export function nameFields(
  wording: Wording,
  categoryOf: (coordinate: string) => DataCategory | undefined,
  coordinates: readonly string[],
): string[] {
  const held = new Set(coordinates.map(categoryOf));
  const known = allCategories.filter((category) => held.has(category)).map((category) => wording.fields[category]);
  return held.has(undefined) ? [...known, wording.formerField] : known;
}
