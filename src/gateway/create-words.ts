import type { Words } from '../context.ts';
import type { Catalogue } from '../enforcement/catalogue.ts';
import type { Policy } from '../policy/policy.ts';
import { heldCategories, type HeldCategories } from '../wording/held-categories.ts';
import { nameFields } from '../wording/name-fields.ts';
import { sayWhy } from '../wording/say-why.ts';
import { wordings } from '../wording/wordings.ts';

/** The sentences that describe reads; in English, the only language so far. */
export function createWords({ outputs }: Pick<Catalogue, 'outputs'>, { prohibitions }: Pick<Policy, 'prohibitions'>): Words {
  const home = new Set(prohibitions.filter(({ when }) => when?.includes('ADDRESS_PROTECTED')).flatMap(({ categories }) => categories));
  const held = (coordinates: readonly string[]): HeldCategories =>
    heldCategories((coordinate) => outputs.get(coordinate)?.category, coordinates);
  return {
    why: (reason) => sayWhy(wordings.en, reason),
    fields: (coordinates) => nameFields(wordings.en, held(coordinates)),
    categories: (coordinates) => held(coordinates).categories,
    notice: (code) => wordings.en.notices[code],
    // A coordinate that the schema no longer has may have led there.
    withoutHome: (coordinates) =>
      coordinates.filter((coordinate) => {
        const category = outputs.get(coordinate)?.category;
        // A member of a household is found only through the household.
        return category !== undefined && !home.has(category) && !coordinate.startsWith('HouseholdMember');
      }),
  };
}
