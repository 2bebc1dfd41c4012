import type { Sabotage } from '../../../patch.ts';

const history = 'src/town/history/places/access-history.ts';
const histories = ['test/town/history/access-history-resolvers.test.ts'];
const questions = ['test/town/history/questioned-entries.test.ts'];

/** The access history that a data subject reads. */
export const telling: readonly Sabotage[] = [
  {
    sentence: 'A guardian’s access history names a minor’s tickets although the guardianship excludes the support history.',
    edits: [{ file: 'src/town/history/access-need.ts', from: ' and ${ticketInScope(scopes?.tickets, viewer)}', to: '' }],
    tests: histories,
  },
  {
    sentence: 'The entry of a person found during another person’s encounter names that encounter.',
    edits: [{ file: history, from: `in ('ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST')`, to: `<> 'MANDATE'` }],
    tests: histories,
  },
  {
    sentence: 'The codes of an access history tell a guardian who lives elsewhere of reads that lead to the minor’s home.',
    edits: [
      {
        file: 'src/town/history/access-history-resolvers.ts',
        from: 'answerWords($request).categories(disclosedCoordinates($request, $row, $row.categories))',
        to: 'answerWords($request).categories($row.categories as string[])',
      },
    ],
    tests: ['test/attacks/find-protected-people.test.ts'],
  },
  {
    sentence: 'The access history shows the stored id of a read’s case.',
    edits: [
      {
        file: 'src/town/history/access-history-resolvers.ts',
        from: '$request.pseudonyms.disguise(`case ${logReaderOf($request)}`, $row.case)',
        to: "($request.pseudonyms.recognise('case', $request.pseudonyms.disguise('case', $row.case)) ?? null)",
      },
    ],
    tests: histories,
  },
  {
    sentence: 'A read disappears from the history if a search is in the same operation.',
    edits: [
      {
        file: history,
        from: "entry.form -> 'rootFields' <@ ${JSON.stringify(opensNoRecord)}::jsonb",
        to: "entry.form -> 'rootFields' ?| ${[...opensNoRecord]}::text[]",
      },
    ],
    tests: histories,
  },
  {
    sentence: 'A resident’s reads of other residents are missing from their histories.',
    edits: [
      {
        file: 'src/town/history/entries/shown-reads.ts',
        from: 'entry.principal_id is distinct from ${$viewerId}',
        to: 'entry.principal_id is distinct from about.subject_id',
      },
    ],
    tests: histories,
  },
  {
    sentence: 'A page of a history sorts all entries about the data subject.',
    edits: [{ file: 'src/town/history/places/newest-places.ts', from: '$limit = sql`asked.rows`', to: '$limit = sql`21`' }],
    tests: ['test/town/history/places/access-history-pages.test.ts'],
  },
  {
    sentence: 'A resident can question an entry about any person, so the response reveals which entries exist.',
    edits: [
      {
        file: 'src/town/history/entries/questioned-entry.ts',
        from: `residentInScope('CARE', $viewer)`,
        to: `residentInScope('ALL', $viewer)`,
      },
    ],
    tests: questions,
  },
  {
    sentence: 'The entry of a question does not name the minor in question.',
    edits: [
      {
        file: 'src/town/requests/privacy-request-filings.ts',
        from: 'subjectIds: [$subjectId ?? $id, ...$about]',
        to: 'subjectIds: [$subjectId ?? $id]',
      },
    ],
    tests: questions,
  },
  {
    sentence: 'The access history of a minor shows a guardian that the minor has complained.',
    edits: [
      {
        file: 'src/town/history/guardian-seals.ts',
        from: '(${ofSensitiveTicket} or ${ofRequest})',
        to: '(${ofSensitiveTicket} or false and ${ofRequest})',
      },
    ],
    tests: ['test/attacks/find-a-minors-complaint.test.ts', 'test/town/history/seals.test.ts'],
  },
  {
    sentence: 'The access history of a minor hides from a guardian what the officer did for the guardian’s own request.',
    edits: [
      {
        file: 'src/town/history/guardian-seals.ts',
        from: "(${showsRequests} and not ${caseIsIn('request', sql`${principal}::uuid in (matter.resident_id, matter.filed_by_id)`)})",
        to: '${showsRequests}',
      },
    ],
    tests: ['test/town/history/seals.test.ts'],
  },
  {
    sentence: 'A revocation is not told to the other officers.',
    edits: [
      {
        file: 'src/town/mandates/mandates.ts',
        from: 'and mandate.revoked_by <> ${$viewer.principalId ?? null}::uuid',
        to: 'and mandate.revoked_by = ${$viewer.principalId ?? null}::uuid',
      },
    ],
    tests: ['test/attacks/revoke-an-order-unseen.test.ts'],
  },
  {
    sentence: 'A mandate can be revoked with an empty reason.',
    edits: [
      {
        file: 'src/town/mandates/mandate-inputs.ts',
        from: 'z.object({ reason: line(500) })',
        to: 'z.object({ reason: z.string() })',
      },
    ],
    tests: ['test/attacks/revoke-an-order-unseen.test.ts'],
  },
  {
    sentence: 'The access history tells a guardian who lives elsewhere which reads led to the minor’s home.',
    edits: [
      {
        file: 'src/town/history/disclosed-coordinates.ts',
        from: 'return $mayFindHome ? $coordinates : answerWords($request).withoutHome($coordinates);',
        to: 'return $mayFindHome || answerWords($request) ? $coordinates : [];',
      },
    ],
    tests: ['test/attacks/find-protected-people.test.ts'],
  },
  {
    sentence: 'The entry of a page of mandates leaves out its newest one, so that a sealed order is told to its people.',
    edits: [
      {
        file: 'src/town/mandates/mandate-resolvers.ts',
        from: 'for (const { id } of $found.rows) request.seenSubjects.noteAuthority',
        to: 'for (const { id } of $found.rows.slice(1)) request.seenSubjects.noteAuthority',
      },
    ],
    tests: ['test/channels/pages-of-mixed-orders.test.ts'],
  },
  {
    sentence: 'An officer who is on record reviews a log that tells about the officer, and counts what is sealed.',
    edits: [
      {
        file: 'src/engine/purpose/check-duty.ts',
        from: 'if ($reviewing && $onRecord) throw',
        to: 'if ($reviewing && $onRecord && !$reviewing) throw',
      },
    ],
    tests: ['test/attacks/count-sealed-reads.test.ts'],
  },
  {
    sentence: 'Entries about a reviewer’s own record leave gaps in the numbers of a review.',
    edits: [
      {
        file: 'src/engine/purpose/check-duty.ts',
        from: 'if ($reviewing && $onRecord) throw',
        to: 'if ($reviewing && $onRecord && !$reviewing) throw',
      },
      {
        file: 'src/town/history/entries/access-entries.ts',
        from: "if ($scope === 'ALL') return sql`true`;",
        to: "if ($scope === 'ALL') return sql`entry.seq not in (select own.seq from access_log.about own join recreation.employee self on self.resident_id = own.subject_id where self.id = ${viewer.principalId ?? null}::uuid)`;",
      },
    ],
    tests: ['test/attacks/count-sealed-reads.test.ts'],
  },
  {
    sentence: 'An officer who answers requests by name reviews the log under pseudonyms as well.',
    edits: [
      {
        file: 'src/engine/purpose/check-duty.ts',
        from: 'if ($reviewing !== $reviewsLog) throw',
        to: 'if ($reviewing !== $reviewsLog && !$reviewing) throw',
      },
    ],
    tests: ['test/attacks/join-the-two-views.test.ts', 'test/attacks/count-sealed-reads.test.ts'],
  },
  {
    sentence: 'A reviewer is given a request, and learns the names of people.',
    edits: [{ file: 'src/town/staff/employees.ts', from: ' and not employee.reviews_log', to: '' }],
    tests: ['test/attacks/join-the-two-views.test.ts'],
  },
  {
    sentence: 'An access entry has one id for every purpose.',
    edits: [
      {
        file: 'src/engine/rows/pseudonyms.ts',
        from: "return `${role} ${id ?? ''} ${purpose ?? ''}`;",
        to: "return `${role} ${id ?? ''} ${purpose && ''}`;",
      },
    ],
    tests: ['test/attacks/join-the-two-views.test.ts'],
  },
  {
    sentence: 'A list of the log shows the ids that receipts have.',
    edits: [
      {
        file: 'src/town/graphql/viewer.ts',
        from: 'return $request.pseudonyms.disguise(entryReader(logReaderOf($request)), $id);',
        to: 'return $request ? $id : entryReader(logReaderOf($request));',
      },
    ],
    tests: ['test/attacks/join-the-two-views.test.ts'],
  },
  {
    sentence: 'The proof of an entry is found by the id in somebody’s receipt.',
    edits: [
      {
        file: 'src/town/graphql/viewer.ts',
        from: 'return $request.pseudonyms.recognise(entryReader(logReaderOf($request)), $shown) ?? $shown;',
        to: 'return $shown || entryReader(logReaderOf($request));',
      },
    ],
    tests: ['test/attacks/join-the-two-views.test.ts'],
  },
  {
    sentence: 'An officer who answers a request learns the places of entries in the log.',
    edits: [
      {
        file: 'src/town/history/entries/access-entries.ts',
        from: "number: $scope === 'OPEN_REQUEST' ? sql`null` : sql`entry.seq::text`",
        to: 'number: sql`entry.seq::text`',
      },
    ],
    tests: ['test/attacks/join-the-two-views.test.ts'],
  },
  {
    sentence: 'A pseudonym is made again for each row that names the person, so that one page of the log keeps everybody waiting.',
    edits: [
      {
        file: 'src/engine/rows/pseudonyms.ts',
        from: 'if ($pseudonym === undefined) $ofReader.set($id, ($pseudonym = $make($reader, $id)));',
        to: '$ofReader.set($id, ($pseudonym = $make($reader, $id)));',
      },
    ],
    tests: ['test/town/history/access-log-pseudonyms.test.ts'],
  },
];
