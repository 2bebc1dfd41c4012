import type { Sabotage } from '../../../patch.ts';

const attack = 'test/attacks/records/learn-of-a-protected-home.test.ts';

/** A guardian who lives elsewhere learns something of the minor's home. */
export const livingElsewhere: readonly Sabotage[] = [
  {
    sentence: 'At the counter, a minor is served with an adult of the second household, unless the home is protected.',
    edits: [
      { in: 'isMinorOfHome', text: 'and mate.is_home', by: '' },
      { in: 'homeOfCase', text: 'and mate.is_home', by: '' },
    ],
    tests: [attack],
  },
  {
    sentence: 'A guardian who lives elsewhere sees reads of the minor in encounters of others of the home, which protected homes have not.',
    edits: [{ in: 'isOfOtherHome', text: "or ${caseIsIn('encounter', others)}", by: '' }],
    tests: [attack],
  },
  {
    sentence: 'A guardian who lives elsewhere sees a read of the minor when it happens.',
    edits: [{ in: 'isOfOtherHome', text: 'entry.at >= ${beginningOf(today, viewer)} or', by: '' }],
    tests: [attack],
  },
  {
    sentence: 'A guardian who lives elsewhere finds the minute of a read by a filter.',
    edits: [{ in: 'toldAt', replace: 'toldInstant($VIEWER, sql`about.subject_id`, sql`entry.at`)', by: 'sql`entry.at`' }],
    tests: [attack],
  },
  {
    sentence: 'A guardian who lives elsewhere gets the place of a read in the tree, and so the time of its publication.',
    edits: [{ in: 'readLogSubjects', text: 'and not ${livesElsewhere(principal, sql`care.minor_id`)}', by: '' }],
    tests: [attack],
  },
  {
    sentence: 'A guardian who lives elsewhere is told at which time the minor bought something.',
    edits: [{ in: 'purchases.ts#columnsFor', replace: 'toldInstant($$$)', by: 'sql`purchase.purchased_at`' }],
    tests: [attack],
  },
];
