import { expect, test } from '@jest/globals';
import { readMarkings } from '../../../src/cli/policy/diff/read-markings.ts';
import { spaceOf } from '../../../src/engine/review/compare/space.ts';
import { schemaSources } from '../../../src/town/graphql/schema-sources.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';

const markings = readMarkings(schemaSources());

/** The words of today, and those of a policy that has one more of each kind. */
const { vocabulary } = policyInForce;
const more = {
  ...vocabulary,
  roles: { ...vocabulary.roles, LIBRARIAN: vocabulary.roles.SUPPORT },
  purposes: { ...vocabulary.purposes, LENDING: vocabulary.purposes.PAYMENT },
  relationships: { ...vocabulary.relationships, READER: 'of a reader' },
  categories: { ...vocabulary.categories, LOAN: vocabulary.categories.PURCHASE },
};
const today = { policy: policyInForce, markings };
const larger = { policy: { ...policyInForce, vocabulary: more }, markings };

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
