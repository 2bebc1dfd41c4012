import type { Sabotage } from '../../../patch.ts';

const entries = 'src/town/history/entries/access-entries.ts';
const resolvers = 'src/town/history/access-log-resolvers.ts';
const finding = ['test/town/history/entries-by-pseudonym.test.ts'];
const telling = ['test/channels/looks-by-pseudonym.test.ts'];

/** Looks for the access entries about one person, by pseudonym. */
export const looking: readonly Sabotage[] = [
  {
    sentence: 'A reviewer finds an own read of a person whom the reviewer knew by name, and so the person’s pseudonym.',
    edits: [{ file: entries, from: 'and ${$within} and not ${isReadBy($principalId ?? null)}', to: 'and ${$within}' }],
    tests: finding,
  },
  {
    sentence: 'An auditor who looks for one person reads every entry of the engagement.',
    edits: [
      {
        file: entries,
        from: 'isAboutAll && $sought !== undefined ? isAbout($sought, $viewer, $within) : $within',
        to: 'isAboutAll && $sought !== undefined ? sql`${isAbout($sought, $viewer, sql`true`)} and ${$within}` : $within',
      },
    ],
    tests: ['test/town/history/entries/entries-by-pseudonym-reads.test.ts'],
  },
  {
    sentence: 'An officer who answers a request finds the entries about somebody else by a pseudonym.',
    edits: [{ file: entries, from: '.filter((id) => $sought === undefined || id === $sought)', to: '' }],
    tests: finding,
  },
  {
    sentence: 'The pseudonym of another reader or purpose finds the person.',
    edits: [
      { file: 'src/engine/rows/pseudonyms.ts', from: 'return `subject ${$reader}`;', to: "return `subject ${$reader.split(' ')[3]}`;" },
    ],
    tests: [...finding, 'test/attacks/join-the-two-views.test.ts'],
  },
  {
    sentence: 'A look for one person shows everybody in the same entries.',
    edits: [
      {
        file: 'src/town/history/entries/access-entry-subjects.ts',
        from: 'and ${$sought === undefined ? sql`true` : sql`about.subject_id = ${$sought}::uuid`}\n',
        to: '',
      },
    ],
    tests: finding,
  },
  {
    sentence: 'A look is noted and charged only where it finds something.',
    edits: [{ file: resolvers, from: "if (isKnown) request.seenSubjects.mark($person, 'AccessEntry.subjects');", to: '' }],
    tests: [...finding, ...telling],
  },
  {
    sentence: 'Looks beside a page of all people decide together who is told of them.',
    edits: [
      { file: 'src/engine/guard/seen-subjects.ts', from: 'if (this.#look !== undefined) throw notDuringLook();', to: '' },
      { file: 'src/engine/guard/seen-subjects.ts', from: 'if (this.#pages.size > 0) throw notDuringLook();', to: '' },
    ],
    tests: finding,
  },
  {
    sentence: 'A person is told of each page of a look, and so how many entries there are.',
    edits: [{ file: 'src/town/history/seals.ts', from: ' or ${isFurtherLook}', to: '' }],
    tests: telling,
  },
  {
    sentence: 'A look covers only the entries that it found, so that a person is told of it as far as they are not sealed.',
    edits: [
      {
        file: resolvers,
        from: 'if (isAboutAll($scope)) request.seenSubjects.noteLook(`PERSON 0-${await readNewestNumber(request.reader)}`);',
        to: '',
      },
      { file: resolvers, from: 'if ($sought !== undefined) return $found;', to: '' },
    ],
    tests: [...telling, ...finding],
  },
];
