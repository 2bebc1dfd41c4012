import type { Sabotage } from '../../patch.ts';

const publication = 'src/log/store/publication.ts';
const sequencer = 'src/log/store/sequencer.ts';
const attack = 'test/attacks/read-the-public-log.test.ts';

/** What anybody can read of the log tells what happened. */
export const publishing: readonly Sabotage[] = [
  {
    sentence: 'A failed sign-in with an address that no account has makes the public tree no larger.',
    edits: [{ file: sequencer, from: '$Math.min(waiting.decoys, largestBatch - waiting.entries)', to: '0' }],
    tests: [attack],
  },
  {
    sentence: 'The tree is published whenever an entry waits.',
    edits: [
      {
        file: sequencer,
        from: 'if (needed === 0 ? !opensPeriod : !opensPeriod && !isDue) return { more: false };',
        to: 'if (needed === 0 && !opensPeriod) return { more: false };',
      },
      { file: sequencer, from: '() => again(every - (now() % every)),', to: '() => again(every - ((now() + 1) % every)),' },
    ],
    tests: [attack],
  },
  {
    sentence: 'Where nothing waits, nothing is published: the tree grows only if something happened.',
    edits: [{ file: sequencer, from: 'if (needed === 0 ? !opensPeriod :', to: 'if (needed === 0 ||' }],
    tests: [attack],
  },
  {
    sentence: 'The published tree is as large as the number of its entries.',
    edits: [
      {
        file: publication,
        from: 'return steps.find((step) => step >= Math.min(needed + random(blur), largestBatch)) ?? largestBatch;',
        to: 'return needed + 0 * random(blur);',
      },
    ],
    tests: [attack],
  },
  {
    sentence: 'Entries get the first places of a publication, in the order of their times, so that a place tells how many came before.',
    edits: [{ file: publication, from: 'const other = at + random(size - at);', to: 'const other = at + 0 * random(size - at);' }],
    tests: [attack],
  },
  {
    sentence: 'An entry that was removed passes for padding.',
    edits: [
      {
        file: 'src/log/verify/check-entries.ts',
        from: "if (rows.length === 0 && number >= this.#firstNumber && isSigned(this.padding?.leafAt(number)?.toString('hex'))) {",
        to: 'if (rows.length === 0 && number >= this.#firstNumber && this.padding !== undefined) {',
      },
    ],
    tests: [attack],
  },
  {
    sentence: 'A reviewer finds whom an entry about an account is about, and so the pseudonym of a known person.',
    edits: [
      {
        file: 'src/town/history/entries/access-entry-subjects.ts',
        from: '(${isReadBy(viewer.principalId ?? null)} or ${hidesPeople}))',
        to: '(${isReadBy(viewer.principalId ?? null)}))',
      },
    ],
    tests: ['test/attacks/name-a-pseudonym.test.ts'],
  },
  {
    sentence: 'A pseudonym finds the entries about the person’s account.',
    edits: [{ file: 'src/town/history/entries/access-entries.ts', from: ' and not ${hidesPeople}))`;', to: '))`;' }],
    tests: ['test/attacks/name-a-pseudonym.test.ts'],
  },
  {
    sentence: 'An auditor’s bundle shows whom an entry about an account is about.',
    edits: [
      {
        file: 'src/cli/log/export/show-entry.ts',
        from: "if (header.operationType === 'account') return 'OF_ACCOUNT';",
        to: "if (header.operationType === 'nothing') return 'OF_ACCOUNT';",
      },
    ],
    tests: ['test/attacks/name-a-pseudonym.test.ts'],
  },
];
