import { describe, expect, test } from '@jest/globals';
import { schemaSources } from '../../../../src/town/graphql/schema-sources.ts';
import { changedSchema, foundIn, lineAt, type Change } from './changed-schema.ts';

// A type of Node that `node(id:)` could not find would be promised to clients, and found nowhere.
const lost = 'implements Node, and no root field with the one argument `id: ID!` returns it';

/** What is found in a changed schema, as coordinate and problem. */
const problems = (...changes: readonly Change[]): string[][] =>
  foundIn(changedSchema(...changes)).map(({ coordinate, problem }) => [coordinate, problem]);

test('the schema has a root field for each type of Node', () => {
  expect(foundIn(schemaSources())).toEqual([]);
});

describe('a type of Node is refused', () => {
  test('that no root field returns, with its place', () => {
    const sources = changedSchema(['type Household @dataSubject', 'type Household implements Node @dataSubject']);
    const [found, ...more] = foundIn(sources);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      coordinate: 'Household',
      problem: lost,
      hint: 'add such a root field, which Query.node then reads, or take Node away',
    });
    expect(lineAt(sources, found!.place)).toContain('type Household implements Node');
  });

  test.each<[what: string, change: Change]>([
    ['by another argument', ['service(id: ID! @impersonal): Service', 'service(serviceId: ID! @impersonal): Service']],
    ['by an id that may be left out', ['service(id: ID! @impersonal): Service', 'service(id: ID @impersonal): Service']],
    ['by an argument of another type', ['service(id: ID! @impersonal): Service', 'service(id: String! @impersonal): Service']],
    [
      'by more than its id',
      ['service(id: ID! @impersonal): Service', 'service(id: ID! @impersonal, locality: String @impersonal): Service'],
    ],
    ['in a list', ['service(id: ID! @impersonal): Service', 'service(id: ID! @impersonal): [Service]']],
  ])('that a root field finds %s', (_what, change) => {
    expect(problems(change)).toContainEqual(['Service', lost]);
  });
});

describe('the root field of nodes is refused', () => {
  test.each<[what: string, change: Change]>([
    ['that has another name', ['node(id: ID! @impersonal): Node', 'object(id: ID! @impersonal): Node']],
    ['that returns one type', ['node(id: ID! @impersonal): Node', 'node(id: ID! @impersonal): Service']],
    ['that takes more than an id', ['node(id: ID! @impersonal): Node', 'node(id: ID! @impersonal, type: String @impersonal): Node']],
  ])('%s', (_what, change) => {
    expect(problems(change)).toContainEqual(['Query.node', 'types implement Node, and it is not `node(id: ID!): Node`']);
  });
});
