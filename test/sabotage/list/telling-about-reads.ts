import type { Sabotage } from './patch.ts';

/** What a person is told about reads, and what is left out. */
export const tellingAboutReads: readonly Sabotage[] = [
  {
    sentence: 'A guardian is told when the minor looked at the own record, without asking for it.',
    edits: [{ file: 'src/records/shown-reads.ts', from: ' and entry.principal_id is distinct from about.subject_id', to: '' }],
    tests: ['test/resolvers/access-history-filter.test.ts'],
  },
  {
    sentence: 'The count of a filtered access history counts what the filter leaves out.',
    edits: [
      {
        file: 'src/records/access-history.ts',
        from: 'await countEach($reader, $residentIds, shown())',
        to: 'await countEach($reader, $residentIds, isShown(viewer, $reader.now, includeOwn))',
      },
    ],
    tests: ['test/resolvers/access-history-filter.test.ts'],
  },
];
