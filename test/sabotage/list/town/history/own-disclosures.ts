import type { Sabotage } from '../../../patch.ts';

const tests = ['test/town/mandates/own-mandate-resolvers.test.ts'];

/** A partner's own reads, as it finds them. */
export const ownDisclosures: readonly Sabotage[] = [
  {
    sentence: 'A partner finds the reads of its role by others under its mandate, and those whose principal is erased.',
    edits: [{ in: 'isOwn', text: '${isReadBy(principalId ?? null)}', by: 'true' }],
    tests,
  },
  {
    sentence: 'A partner finds its reads under another mandate.',
    edits: [{ in: 'isOwn', text: 'coalesce(entry.authority_ids = array[${$MANDATE}::uuid], false)', by: '${$MANDATE}::uuid is not null' }],
    tests,
  },
  {
    sentence: 'A partner finds internal ids among its disclosures.',
    edits: [{ in: 'ownMandate', replace: '(row, _arguments, { request }) => shownId($$$)', by: '(row) => row.subjectId ?? null' }],
    tests,
  },
  {
    sentence: 'A partner finds somebody whom its mandate no longer covers.',
    edits: [
      {
        file: 'schema/mandates.graphql',
        text: 'type DisclosedPerson @dataSubject(id: "subjectId", existence: EXISTENCE)',
        by: 'type DisclosedPerson @dataSubject(id: "subjectId")',
      },
    ],
    tests,
  },
];
