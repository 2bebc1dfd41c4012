import type { HeldCategories } from './held-categories.ts';
import type { Wording } from './wording.ts';

/**
 * Names the data that schema coordinates hold, in the order of the categories. Coordinates that the schema no longer has are last. Pure.
 */
export function nameFields(wording: Wording, { categories, former }: HeldCategories): string[] {
  const known = categories.map((category) => wording.fields[category]);
  return former ? [...known, wording.formerField] : known;
}
