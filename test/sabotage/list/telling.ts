import type { Sabotage } from './patch.ts';

const history = 'src/records/access-history.ts';
const histories = ['test/resolvers/access-history.test.ts'];
const questions = ['test/resolvers/questioned-entries.test.ts'];

/** The access history that a data subject reads. */
export const telling: readonly Sabotage[] = [
  {
    sentence: 'A guardian’s access history names a minor’s tickets although the guardianship excludes the support history.',
    edits: [{ file: 'src/records/access-need.ts', from: ' and ${ticketInScope(scopes?.tickets, asker)}', to: '' }],
    tests: histories,
  },
  {
    sentence: 'A read of a person who was found during another person’s encounter names that encounter.',
    edits: [{ file: history, from: `in ('ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST')`, to: `<> 'MANDATE'` }],
    tests: histories,
  },
  {
    sentence: 'The case of a read is given by its own id.',
    edits: [
      {
        file: 'src/resolvers/access-history.ts',
        from: "$pseudonyms.disguise(`case ${$principal.role} ${$principal.id ?? ''}`, $row.case)",
        to: '$pseudonyms.recognise($principal.role, $pseudonyms.disguise($principal.role, $row.case)) ?? null',
      },
    ],
    tests: histories,
  },
  {
    sentence: 'A clerk hides that a record was opened by asking a search along with it.',
    edits: [
      {
        file: history,
        from: "entry.header -> 'rootFields' <@ ${JSON.stringify(openNobody)}::jsonb",
        to: "entry.header -> 'rootFields' ?| ${[...openNobody]}::text[]",
      },
    ],
    tests: histories,
  },
  {
    sentence: 'A person’s reads of other people are left out of those people’s histories.',
    edits: [
      {
        file: 'src/records/shown-reads.ts',
        from: 'is distinct from ${$asker.principalId ?? null}::text',
        to: 'is distinct from about.subject_id::text',
      },
    ],
    tests: histories,
  },
  {
    sentence: 'A page of a history sorts all that was ever read of the person.',
    edits: [{ file: history, from: 'sql`(select ${$limit}::integer)`', to: 'sql`${$limit}`' }],
    tests: ['test/records/access-history-pages.test.ts'],
  },
  {
    sentence: 'An entry about any person can be questioned, so that the response reveals which entries exist.',
    edits: [{ file: 'src/records/questioned-entry.ts', from: `residentInScope('CARE', $asker)`, to: `residentInScope('ALL', $asker)` }],
    tests: questions,
  },
  {
    sentence: 'The entry of a question does not name the minor that it is about.',
    edits: [
      {
        file: 'src/records/privacy-request-writes.ts',
        from: 'subjectIds: [$residentId ?? $id, ...$about]',
        to: 'subjectIds: [$residentId ?? $id]',
      },
    ],
    tests: questions,
  },
];
