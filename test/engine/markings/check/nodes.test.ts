import { describe, expect, test } from '@jest/globals';
import { lineAt, type Change } from '../../../helpers/policy/change-sources.ts';
import { changedSchema, foundIn } from './changed-schema.ts';
import { clubSources } from '../../club/club.ts';

// A type of Node that `node(id:)` could not find would be promised to clients, and found nowhere.
const lost = 'implements Node, and no root field with the one argument `id: ID!` returns it';

/** The findings in a changed schema, as coordinate and problem. */
const problems = (...changes: readonly Change[]): string[][] =>
  foundIn(changedSchema(...changes)).map(({ coordinate, problem }) => [coordinate, problem]);

test('the schema has a root field for each type of Node', () => {
  expect(foundIn(clubSources())).toEqual([]);
});

describe('a type of Node is refused', () => {
  test('that no root field returns, with its place', () => {
    const sources = changedSchema(['type Team @dataSubject', 'type Team implements Node @dataSubject']);
    const [found, ...more] = foundIn(sources);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      coordinate: 'Team',
      problem: lost,
      hint: 'add such a root field, which Query.node then reads, or take Node away',
    });
    expect(lineAt(sources, found!.place)).toContain('type Team implements Node');
  });

  test.each<[what: string, change: Change]>([
    ['by another argument', ['course(id: ID! @impersonal): Course', 'course(courseId: ID! @impersonal): Course']],
    ['by an id that may be left out', ['course(id: ID! @impersonal): Course', 'course(id: ID @impersonal): Course']],
    ['by an argument of another type', ['course(id: ID! @impersonal): Course', 'course(id: String! @impersonal): Course']],
    ['by more than its id', ['course(id: ID! @impersonal): Course', 'course(id: ID! @impersonal, locality: String @impersonal): Course']],
    ['in a list', ['course(id: ID! @impersonal): Course', 'course(id: ID! @impersonal): [Course]']],
  ])('that a root field finds %s', (_what, change) => {
    expect(problems(change)).toContainEqual(['Course', lost]);
  });
});

describe('the root field of nodes is refused', () => {
  test.each<[what: string, change: Change]>([
    ['that has another name', ['node(id: ID! @impersonal): Node', 'object(id: ID! @impersonal): Node']],
    ['that returns one type', ['node(id: ID! @impersonal): Node', 'node(id: ID! @impersonal): Course']],
    ['that takes more than an id', ['node(id: ID! @impersonal): Node', 'node(id: ID! @impersonal, type: String @impersonal): Node']],
  ])('%s', (_what, change) => {
    expect(problems(change)).toContainEqual(['Query.node', 'types implement Node, and it is not `node(id: ID!): Node`']);
  });
});
