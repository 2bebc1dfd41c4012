import type { Sabotage } from '../../../patch.ts';

const finding = ['test/town/history/entries-by-pseudonym.test.ts'];
const telling = ['test/channels/looks-by-pseudonym.test.ts'];

/** Looks for the access entries about one person, by pseudonym. */
export const looking: readonly Sabotage[] = [
  {
    sentence: 'A reviewer finds an own read of a person whom the reviewer knew by name, and so the person’s pseudonym.',
    edits: [{ in: 'isAbout', text: 'and not ${isReadBy(principalId ?? null)}', by: '' }],
    tests: finding,
  },
  {
    sentence: 'An auditor who looks for one person reads every entry of the engagement.',
    edits: [
      {
        in: 'readAccessEntries',
        replace: 'isAbout($SOUGHT, $VIEWER, $WITHIN)',
        by: 'sql`${isAbout($SOUGHT, $VIEWER, sql`true`)} and ${$WITHIN}`',
      },
    ],
    tests: ['test/town/history/entries/entries-by-pseudonym-reads.test.ts'],
  },
  {
    sentence: 'An officer who answers a request finds the entries about somebody else by a pseudonym.',
    edits: [{ in: 'entryInScope', replace: '(await readLogSubjects($$$ARGS)).filter($$$)', by: '(await readLogSubjects($$$ARGS))' }],
    tests: finding,
  },
  {
    sentence: 'The pseudonym of another reader or purpose finds the person.',
    edits: [{ in: 'subjectReader', replace: '`subject ${$READER}`', by: "`subject ${$READER.split(' ')[3]}`" }],
    tests: [...finding, 'test/attacks/records/join-the-two-views.test.ts'],
  },
  {
    sentence: 'A look for one person shows everybody in the same entries.',
    edits: [
      { in: 'readEntrySubjects', text: 'and ${sought === undefined ? sql`true` : sql`about.subject_id = ${$SOUGHT}::uuid`}', by: '' },
    ],
    tests: finding,
  },
  {
    sentence: 'A look is noted and charged only where it finds something.',
    edits: [{ in: 'access-log-resolvers.ts#look', drop: 'if ($IS_KNOWN) $REQUEST.seenSubjects.mark($$$)' }],
    tests: [...finding, ...telling],
  },
  {
    sentence: 'Looks beside a page of all people decide together who is told of them.',
    edits: [
      { in: 'SeenSubjects.notePage', drop: 'if (this.#look !== undefined) throw notDuringLook()' },
      { in: 'SeenSubjects.noteLook', drop: 'if (this.#pages.size > 0) throw notDuringLook()' },
    ],
    tests: finding,
  },
  {
    sentence: 'A person is told of each page of a look, and so how many entries there are.',
    edits: [{ in: 'isSealedTowards', text: 'or ${isFurtherLook}', by: '' }],
    tests: telling,
  },
  {
    sentence: 'A look covers only the entries that it found, so that a person is told of it as far as they are not sealed.',
    edits: [
      { in: 'access-log-resolvers.ts#look', drop: 'if (isAboutAll($SCOPE)) $NOTE' },
      { in: 'access-log-resolvers.ts#entries', drop: 'if ($SOUGHT !== undefined) return $FOUND' },
    ],
    tests: [...telling, ...finding],
  },
];
