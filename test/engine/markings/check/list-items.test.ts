import { describe, expect, test } from '@jest/globals';
import { buildSchema } from '../../../../src/server/spine/document/build-schema.ts';
import { clubPolicy } from '../../club/policy.ts';
import { lineAt, type Change } from '../../../helpers/policy/change-sources.ts';
import { changedSchema, foundIn } from './changed-schema.ts';
import { club, clubSources } from '../../club/club.ts';
import { seenWithoutId } from '../../../helpers/policy/seen-without-id.ts';

// Caches of clients keep an item without an id by its place in the list: the item that takes the place gets another person's values.
const kept = (list: string): string =>
  `has personal values and no \`id\`, and is an item of ${list}: caches of clients keep it by its place`;

/** Removes the id of a type. */
const withoutId = (head: string, marking: string): Change => [`type ${head} { id: ID ${marking}`, `type ${head} {`];

const account = withoutId('Account @dataSubject(id: "memberId")', '@personal(category: EXISTENCE)');

test('each item of a list that has personal values has an id', () => {
  expect(foundIn(clubSources())).toEqual([]);
});

describe('an item without an id is refused', () => {
  test('below an edge, with its place and a hint', () => {
    const sources = changedSchema(account);
    const [found, ...more] = foundIn(sources);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      coordinate: 'Account',
      problem: kept('AccountConnection.edges'),
      hint: 'add an `id: ID` that no other object has, or mark the type @impersonal',
    });
    expect(lineAt(sources, found!.place)).toContain('type Account');
  });

  test.each<[what: string, coordinate: string, list: string, change: Change]>([
    [
      'of a list',
      'AccessEntrySubject',
      'AccessEntry.subjects',
      withoutId('AccessEntrySubject @dataSubject(id: "subjectId", existence: ACCESS_HISTORY)', '@personal(category: ACCESS_HISTORY)'),
    ],
    [
      'of a list of an interface',
      'Teammate',
      'Visit.people',
      withoutId('Teammate implements Person @dataSubject(id: "id", existence: EXISTENCE)', '@personal(category: EXISTENCE)'),
    ],
    [
      'about nobody in particular',
      'DoorStatistic',
      'Query.doorStatistics',
      withoutId('DoorStatistic @dataSubject(none: true)', '@personal(category: MOVEMENT)'),
    ],
    [
      'that is an edge with a value of its own',
      'BookingEdge',
      'BookingConnection.edges',
      [
        'node: Booking @personal(category: BOOKING) @sameSubject',
        'node: Booking @personal(category: BOOKING) @sameSubject\n  quantity: Int @personal(category: BOOKING)',
      ],
    ],
  ])('%s', (_what, coordinate, list, change) => {
    const problems = foundIn(changedSchema(change)).map((found) => [found.coordinate, found.problem]);
    expect(problems).toContainEqual([coordinate, kept(list)]);
  });

  test('but not one that holds nothing personal', () => {
    const change: Change = ['type SquadCount @impersonal {', 'type SquadCount @impersonal {\n  note: String'];
    expect(foundIn(changedSchema(change))).toEqual([]);
  });
});

// Where the id is withheld, a cache has only the place.
test('a reader of a value of an object may also see its id', () => {
  const { compared, alone } = seenWithoutId(buildSchema(club), clubPolicy);
  expect(alone).toEqual([]);
  expect(compared).toBeGreaterThan(100);
});
