import type { Sabotage } from '../../../patch.ts';

const own = 'src/town/history/own-disclosures.ts';
const tests = ['test/town/mandates/own-mandate-resolvers.test.ts'];

/** What a partner finds of its own reads. */
export const ownDisclosures: readonly Sabotage[] = [
  {
    sentence: 'A partner finds the reads of its role by others under its mandate, and those whose principal is erased.',
    edits: [{ file: own, from: '${isReadBy($principalId ?? null)}', to: 'true' }],
    tests,
  },
  {
    sentence: 'A partner finds its reads under another mandate.',
    edits: [
      { file: own, from: 'and coalesce(entry.authority_ids = array[${$mandate}::uuid], false)', to: 'and ${$mandate}::uuid is not null' },
    ],
    tests,
  },
  {
    sentence: 'A partner finds internal ids among its disclosures.',
    edits: [
      {
        file: 'src/town/mandates/own-mandate-resolvers.ts',
        from: 'residentId: ($row, _arguments, { request }) => shownId(request, $row.subjectId),',
        to: 'residentId: ($row) => $row.subjectId ?? null,',
      },
    ],
    tests,
  },
  {
    sentence: 'A partner finds somebody whom its mandate no longer covers.',
    edits: [
      {
        file: 'schema/own-mandate.graphql',
        from: '@dataSubject(id: "subjectId", existence: EXISTENCE)',
        to: '@dataSubject(id: "subjectId")',
      },
    ],
    tests,
  },
];
