import { faker } from '@faker-js/faker/locale/en_CA';

/** Lists of names to draw from. A draw costs a hundredth of a call to faker. */
export interface Pools {
  readonly givenNames: readonly string[];
  readonly familyNames: readonly string[];
  readonly streets: readonly string[];
}

// Real names have accents, hyphens and apostrophes.
const givenNames = ['Émilie', 'Zoë', 'François', 'Chloé', 'Jean-Luc', 'Siobhán', 'Gurpreet', 'Olena', 'Nguyệt', 'Aiyana', 'José', 'Łucja'];
const familyNames = ['Côté', 'Lévesque', 'Nguyễn', 'Kowalczyk', "O'Brien", 'Singh-Gill', 'Cardinal', 'Shevchenko', 'Müller', 'Bélanger'];

/**
 * Draws the lists, always the same.
 * @param reserved names left out of the lists: the cast's, which tests search answers for
 */
export function drawPools(reserved: ReadonlySet<string>): Pools {
  faker.seed(20_240_501);
  const distinct = (more: readonly string[], count: number, draw: () => string): string[] => {
    const found = new Set(more);
    // faker has fewer names than asked for in some lists.
    for (let tries = 0; found.size < count && tries < count * 8; tries += 1) found.add(draw());
    return [...found].filter((name) => !reserved.has(name));
  };
  return {
    givenNames: distinct(givenNames, 500, () => faker.person.firstName()),
    familyNames: distinct(familyNames, 480, () => faker.person.lastName()),
    streets: distinct([], 400, () => faker.location.street()),
  };
}
