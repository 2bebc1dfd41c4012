import type { Sabotage } from '../../../patch.ts';

const attack = 'test/attacks/learn-of-a-protected-home.test.ts';
const seals = 'src/town/history/guardian-seals.ts';

/** A guardian who lives elsewhere learns something of the minor's home. */
export const livingElsewhere: readonly Sabotage[] = [
  {
    sentence: 'At the counter, a minor is served with an adult of the second household, unless the home is protected.',
    edits: [
      {
        file: 'src/town/people/protection.ts',
        from: 'and mate.resident_id = resident.id and mate.is_home))`;',
        to: 'and mate.resident_id = resident.id))`;',
      },
      {
        file: 'src/town/access/scope.ts',
        from: 'join recreation.household_member mate on mate.household_id = home.household_id and mate.is_home where encounter.id',
        to: 'join recreation.household_member mate on mate.household_id = home.household_id where encounter.id',
      },
    ],
    tests: [attack],
  },
  {
    sentence: 'A guardian who lives elsewhere sees reads of the minor in encounters of others of the home, which protected homes have not.',
    edits: [{ file: seals, from: " or ${caseIsIn('encounter', $others)}", to: '' }],
    tests: [attack],
  },
  {
    sentence: 'A guardian who lives elsewhere sees a read of the minor when it happens.',
    edits: [{ file: seals, from: 'entry.at >= ${beginningOf($today, $viewer)} or ', to: '' }],
    tests: [attack],
  },
  {
    sentence: 'A guardian who lives elsewhere finds the minute of a read by a filter.',
    edits: [
      {
        file: 'src/town/history/places/asked-histories.ts',
        from: 'return toldInstant($viewer, sql`about.subject_id`, sql`entry.at`);',
        to: 'return sql`entry.at`;',
      },
    ],
    tests: [attack],
  },
  {
    sentence: 'A guardian who lives elsewhere gets the place of a read in the tree, and so the time of its publication.',
    edits: [
      { file: 'src/town/history/entries/access-entries.ts', from: ' and not ${livesElsewhere($principal, sql`care.minor_id`)}', to: '' },
    ],
    tests: [attack],
  },
  {
    sentence: 'A guardian who lives elsewhere is told at which time the minor bought something.',
    edits: [
      {
        file: 'src/town/services/purchases/purchases.ts',
        from: 'toldInstant($viewer, sql`purchase.resident_id`, sql`purchase.purchased_at`)',
        to: 'sql`purchase.purchased_at`',
      },
    ],
    tests: [attack],
  },
];
