import type { Sabotage } from '../../patch.ts';

const attack = 'test/attacks/log/read-the-public-log.test.ts';

/** The public part of the log reveals its content. */
export const publishing: readonly Sabotage[] = [
  {
    sentence: 'A failed sign-in with an address that no account has makes the public tree no larger.',
    edits: [{ in: 'numberOnce', replace: 'Math.min($WAITING.decoys, largestBatch - $WAITING.entries)', by: '0' }],
    tests: [attack],
  },
  {
    sentence: 'The tree is published whenever an entry waits.',
    edits: [
      { in: 'numberOnce', replace: '$NEEDED === 0 ? !$OPENS_PERIOD : !$OPENS_PERIOD && !$IS_DUE', by: '$NEEDED === 0 && !$OPENS_PERIOD' },
      { in: 'startSequencer', replace: 'now()', by: '(now() + 1)' },
    ],
    tests: [attack],
  },
  {
    sentence: 'Where nothing waits, nothing is published: the tree grows only if something happened.',
    edits: [
      {
        in: 'numberOnce',
        replace: '$NEEDED === 0 ? !$OPENS_PERIOD : !$OPENS_PERIOD && !$IS_DUE',
        by: '$NEEDED === 0 || !$OPENS_PERIOD && !$IS_DUE',
      },
    ],
    tests: [attack],
  },
  {
    sentence: 'The published tree is as large as the number of its entries.',
    edits: [
      {
        in: 'paddedSize',
        replace: 'steps.find(($STEP) => $STEP >= Math.min($NEEDED + $RANDOM(blur), largestBatch)) ?? largestBatch',
        by: '$NEEDED + 0 * $RANDOM(blur)',
      },
    ],
    tests: [attack],
  },
  {
    sentence: 'Entries get the first places of a publication, in the order of their times, so that a place tells how many came before.',
    edits: [{ in: 'drawPlaces', replace: '$RANDOM($SIZE - $AT)', by: '0 * $0' }],
    tests: [attack],
  },
  {
    sentence: 'An entry that was removed passes for padding.',
    edits: [{ in: 'EntryCheck', replace: "$IS_SIGNED(this.padding?.leafAt($NUMBER)?.toString('hex'))", by: 'this.padding !== undefined' }],
    tests: [attack],
  },
  {
    sentence: 'A reviewer finds whom an entry about an account is about, and so the pseudonym of a known person.',
    edits: [{ in: 'readEntrySubjects', text: 'or ${hidesPeople}', by: '' }],
    tests: ['test/attacks/records/name-a-pseudonym.test.ts'],
  },
  {
    sentence: 'A pseudonym finds the entries about the person’s account.',
    edits: [{ in: 'isAbout', text: 'and not ${hidesPeople}', by: '' }],
    tests: ['test/attacks/records/name-a-pseudonym.test.ts'],
  },
  {
    sentence: 'An auditor’s bundle shows whom an entry about an account is about.',
    edits: [{ in: 'closedFor', replace: "$HEADER.operationType === 'account'", by: "$HEADER.operationType === 'nothing'" }],
    tests: ['test/attacks/records/name-a-pseudonym.test.ts'],
  },
];
