import type { Sabotage } from '../../../patch.ts';

/** What a person is told about reads, and what is left out. */
export const tellingAboutReads: readonly Sabotage[] = [
  {
    sentence: 'A visit is filed under one purpose, although it was used for another as well.',
    edits: [
      {
        file: 'web/src/resident/who-looked/entry-groups.ts',
        from: 'add(groups, `${entry.by?.role} ${entry.purpose} ${entry.relationship}`, entry)',
        to: 'add(groups, `${entry.by?.role}`, entry)',
      },
    ],
    tests: ['test/web/group-reads.test.ts'],
  },
  {
    sentence: 'A guardian is told when the minor looked at the own record, without asking for it.',
    edits: [{ file: 'src/town/history/entries/shown-reads.ts', from: ' and entry.principal_id is distinct from about.subject_id', to: '' }],
    tests: ['test/town/history/access-history-filter.test.ts'],
  },
  {
    sentence: 'The count of a filtered access history counts what the filter leaves out.',
    edits: [
      {
        file: 'src/town/history/places/access-history.ts',
        from: 'countPlaces($reader.now, isShownAmong($reader, $viewer, partsOf($placed, $viewer)))',
        to: 'countPlaces($reader.now, isShownAmong($reader, $viewer, { ...partsOf($placed, $viewer), wanted: sql<boolean>`true` }))',
      },
    ],
    tests: ['test/town/history/access-history-filter.test.ts'],
  },
  {
    sentence: 'A page of the access history has own reads because another alias of the operation includes them.',
    edits: [
      {
        file: 'src/town/history/places/asked-histories.ts',
        from: '$includesOwn ? sql`asked.include_own` : sql`false`',
        to: '$includesOwn ? sql`true` : sql`false`',
      },
    ],
    tests: ['test/town/history/places/access-history-aliases.test.ts'],
  },
  {
    sentence: 'The total of an access history is that of another alias, with another filter.',
    edits: [
      {
        file: 'src/town/history/places/access-history.ts',
        from: 'JSON.stringify([$residentId, $includeOwn, $filter])',
        to: 'JSON.stringify([$residentId, $includeOwn])',
      },
    ],
    tests: ['test/town/history/places/access-history-aliases.test.ts'],
  },
  {
    sentence: 'A resident is told of a sealed order by who may look.',
    edits: [
      {
        file: 'src/town/history/access-grounds.ts',
        from: 'and not ${isMandateSealed(sql`mandate.id`, $now)}`;',
        to: '`;',
      },
    ],
    tests: ['test/town/history/who-may-look-resolvers.test.ts', 'test/channels/seals.test.ts'],
  },
  {
    sentence: 'Who may look tells of the encounters of other people.',
    edits: [
      {
        file: 'src/town/history/access-grounds.ts',
        from: 'where encounter.resident_id = resident.id and ${isEncounterOpen($now)}',
        to: 'where ${isEncounterOpen($now)}',
      },
    ],
    tests: ['test/town/history/who-may-look-resolvers.test.ts'],
  },
  {
    sentence: 'The time of an entry tells how many people the read withheld, and the public tree with it.',
    edits: [
      {
        file: 'src/server/spine/entry/describe-reads.ts',
        from: '{ now, today: ',
        to: '{ now: new Date(now.getTime() + seen.filter(({ released }) => released.length === 0).length), today: ',
      },
    ],
    tests: ['test/non-interference/non-interference.test.ts'],
  },
  {
    sentence: 'The history of a person shows what the same read withheld of others.',
    edits: [
      {
        file: 'src/server/spine/entry/describe-reads.ts',
        from: '  return openings;',
        to: '  const all = openings.flatMap(({ withheld }) => withheld);\n  return openings.map((one) => ({ ...one, withheld: all }));',
      },
    ],
    tests: ['test/non-interference/non-interference.test.ts'],
  },
];
