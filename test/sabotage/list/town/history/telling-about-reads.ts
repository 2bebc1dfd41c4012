import type { Sabotage } from '../../../patch.ts';

/** The reads that a person sees, and those that are left out. */
export const tellingAboutReads: readonly Sabotage[] = [
  {
    sentence: 'A visit is filed under one purpose, although it was used for another as well.',
    edits: [{ in: 'byPurpose', text: '${entry.purpose} ${entry.relationship}', by: '' }],
    tests: ['test/web/resident/group-reads.test.ts'],
  },
  {
    sentence: 'A guardian is told when the minor looked at the own record, without asking for it.',
    edits: [{ in: 'isOthers', text: 'and entry.principal_id is distinct from about.subject_id', by: '' }],
    tests: ['test/town/history/access-history-filter.test.ts'],
  },
  {
    sentence: 'The count of a filtered access history counts what the filter leaves out.',
    edits: [{ in: 'access-history.ts#countEach', replace: 'partsOf($PLACED, $VIEWER)', by: '{ ...$0, wanted: sql<boolean>`true` }' }],
    tests: ['test/town/history/access-history-filter.test.ts'],
  },
  {
    sentence: 'A page of the access history has own reads because another alias of the operation includes them.',
    edits: [{ in: 'asked-histories.ts#partsOf', text: 'asked.include_own', by: 'true' }],
    tests: ['test/town/history/places/access-history-aliases.test.ts'],
  },
  {
    sentence: 'The total of an access history is that of another alias, with another filter.',
    edits: [{ in: 'access-history.ts#listOf', replace: '[$RESIDENT_ID, $INCLUDE_OWN, $FILTER]', by: '[$RESIDENT_ID, $INCLUDE_OWN]' }],
    tests: ['test/town/history/places/access-history-aliases.test.ts'],
  },
  {
    sentence: 'A resident is told of a sealed order by who may look.',
    edits: [{ in: 'grounds', text: 'and not ${isMandateSealed(sql`mandate.id`, now)}', by: '' }],
    tests: ['test/town/history/who-may-look-resolvers.test.ts', 'test/channels/seals.test.ts'],
  },
  {
    sentence: 'Who may look tells of the encounters of other people.',
    edits: [{ in: 'grounds', text: 'encounter.resident_id = resident.id and', by: '' }],
    tests: ['test/town/history/who-may-look-resolvers.test.ts'],
  },
  {
    sentence: 'The time of an entry tells how many people the read withheld, and the public tree with it.',
    edits: [
      {
        in: 'describeReads',
        replace: '{ now, today: $REQUEST.reader.today }',
        by: '{ now: new Date(now.getTime() + seen.filter(({ released }) => released.length === 0).length), today: $REQUEST.reader.today }',
      },
    ],
    tests: ['test/non-interference/non-interference.test.ts'],
  },
  {
    sentence: 'The history of a person shows what the same read withheld of others.',
    edits: [
      {
        in: 'subjectSegments',
        replace: 'return $SEGMENTS;',
        by: 'const all = $SEGMENTS.flatMap(({ withheld }) => withheld); return $SEGMENTS.map((one) => ({ ...one, withheld: all }));',
      },
    ],
    tests: ['test/non-interference/non-interference.test.ts'],
  },
];
