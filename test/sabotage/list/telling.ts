import type { Sabotage } from './patch.ts';

const history = 'src/records/access-history.ts';
const histories = ['test/resolvers/access-history.test.ts'];
const questions = ['test/resolvers/questioned-entries.test.ts'];

/** What people are told of who looked at them. */
export const telling: readonly Sabotage[] = [
  {
    sentence: 'A guardian is told of a minor’s tickets though the guardianship leaves the support history out.',
    edits: [{ file: 'src/records/access-need.ts', from: ' and ${ticketInScope(scopes?.tickets, asker)}', to: '' }],
    tests: histories,
  },
  {
    sentence: 'Whoever was found while somebody else was served is given that encounter.',
    edits: [{ file: history, from: `in ('ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST')`, to: `<> 'MANDATE'` }],
    tests: histories,
  },
  {
    sentence: 'The case of a read is given by its own id.',
    edits: [
      {
        file: 'src/resolvers/access-history.ts',
        from: "$pseudonyms.disguise(`case ${$principal.role} ${$principal.id ?? ''}`, $row['case'])",
        to: "$pseudonyms.recognise($principal.role, $pseudonyms.disguise($principal.role, $row['case'])) ?? null",
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
    sentence: 'Everybody’s own reads are left out of everybody’s history.',
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
    sentence: 'An entry about anybody can be questioned, so that a question tells which entries there are.',
    edits: [{ file: 'src/records/questioned-entry.ts', from: `residentInScope('CARE', $asker)`, to: `residentInScope('ALL', $asker)` }],
    tests: questions,
  },
  {
    sentence: 'The entry of a question does not name the minor whom it is about.',
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
