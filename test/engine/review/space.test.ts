import { expect, test } from '@jest/globals';
import { readComparedMarkings } from '../../../src/cli/policy/diff/read-compared-markings.ts';
import { spaceOf } from '../../../src/engine/review/compare/compare/space.ts';
import { clubPolicy } from '../club/policy.ts';
import { clubSources } from '../club/club.ts';

const markings = readComparedMarkings(clubSources());

/** The words of today, and those of a policy that has one more of each kind. */
const { vocabulary } = clubPolicy;
const more = {
  ...vocabulary,
  roles: { ...vocabulary.roles, LIBRARIAN: vocabulary.roles.COACH },
  purposes: { ...vocabulary.purposes, LENDING: vocabulary.purposes.DUES },
  relationships: { ...vocabulary.relationships, READER: { genitive: 'of a reader', noun: 'a reader' } },
  categories: { ...vocabulary.categories, LOAN: vocabulary.categories.BOOKING },
};
const today = { policy: clubPolicy, markings };
const larger = { policy: { ...clubPolicy, vocabulary: more }, markings };

test.each([
  ['before', [larger, today]],
  ['after', [today, larger]],
] as const)('questions have the words of either side, here of the one %s', (_which, sides) => {
  const { roles, purposes, relationships, categories } = spaceOf(sides);
  expect([roles, purposes, relationships, categories]).toEqual([
    expect.arrayContaining([...Object.keys(vocabulary.roles), 'LIBRARIAN']),
    expect.arrayContaining([...Object.keys(vocabulary.purposes), 'LENDING']),
    expect.arrayContaining([...Object.keys(vocabulary.relationships), 'READER']),
    expect.arrayContaining([...Object.keys(vocabulary.categories), 'LOAN']),
  ]);
});
