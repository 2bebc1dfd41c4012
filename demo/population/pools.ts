import { faker } from '@faker-js/faker/locale/en_CA';

/** Names to combine: a draw from a list costs a hundredth of a call to faker. */
export interface Pools {
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
  readonly streets: readonly string[];
}

// Accents, a hyphen, an apostrophe: what names are really made of.
const givenNames = ['Émilie', 'Zoë', 'François', 'Chloé', 'Jean-Luc', 'Siobhán', 'Gurpreet', 'Olena', 'Nguyệt', 'Aiyana', 'José', 'Łucja'];
const familyNames = ['Côté', 'Lévesque', 'Nguyễn', 'Kowalczyk', "O'Brien", 'Singh-Gill', 'Cardinal', 'Shevchenko', 'Müller', 'Bélanger'];

/**
 * Draws the lists, the same ones each time.
 * @param reserved names that nobody of these lists may have: the cast's, which tests search answers for
 */
export function drawPools(reserved: ReadonlySet<string>): Pools {
  faker.seed(20_240_501);
  const distinct = (more: readonly string[], count: number, draw: () => string): string[] => {
    const found = new Set(more);
    // Some lists are shorter than what is asked for.
    for (let tries = 0; found.size < count && tries < count * 8; tries += 1) found.add(draw());
    return [...found].filter((name) => !reserved.has(name));
  };
  return {
    givenNames: distinct(givenNames, 500, () => faker.person.firstName()),
    familyNames: distinct(familyNames, 480, () => faker.person.lastName()),
    streets: distinct([], 400, () => faker.location.street()),
  };
}
