import type { Sabotage } from '../../../patch.ts';

/** Cursors, counts and sort orders of lists reveal rows and values that are not shown. */
export const listing: readonly Sabotage[] = [
  {
    sentence: 'The entries of the officers who prepare and review a sealed order reveal it.',
    edits: [{ in: 'isSealedTowards', text: 'or ${isAboutSealedOrder(now)}', by: 'or (false and ${isAboutSealedOrder(now)})' }],
    tests: ['test/town/history/seals/seals.test.ts', 'test/channels/seals.test.ts'],
  },
  {
    sentence: 'Pages after the first show a minor’s sensitive ticket to a guardian.',
    edits: [{ in: 'readTicketsOf', text: 'not ${isTicketSealed(viewer)}', by: '(true or ${isTicketSealed(viewer)})' }],
    tests: ['test/town/mandates/seals/seals.test.ts', 'test/channels/sensitive-tickets.test.ts'],
  },
  {
    sentence: 'A page from the end shows that a person precedes it, and the log does not name that person.',
    edits: [
      {
        in: 'connection.ts#connect',
        replace: "$ASKS('PageInfo', $BACKWARD ? 'hasPreviousPage' : 'hasNextPage')",
        by: "!$BACKWARD && $ASKS('PageInfo', 'hasNextPage')",
      },
    ],
    tests: ['test/server/spine/logging/logged-counts.test.ts'],
  },
  {
    sentence: 'A page towards the beginning goes beyond the cursor that bounds it.',
    edits: [{ in: 'readPage', text: 'and ${$BEFORE} order', by: 'order' }],
    tests: ['test/town/shared/rows/paging.test.ts'],
  },
  {
    sentence: 'A seal takes effect with one approval.',
    edits: [{ in: 'mandate-seals.ts#approvalsNeeded', replace: '2', by: '1' }],
    tests: ['test/town/history/seals/seals.test.ts', 'test/town/mandates/seals/seals.test.ts'],
  },
  {
    sentence: 'The entry of a ticket’s change does not name the ticket.',
    edits: [{ in: 'ticket-mutations.ts#shown', drop: '$SEEN_SUBJECTS.noteCase($ID)' }],
    tests: ['test/corpus/corpus.test.ts'],
  },
  {
    sentence: 'A cursor is the row’s sort key in base64.',
    edits: [
      { in: 'createCursors', replace: 'Buffer.concat([$IV, $SEALED, $SEALING.getAuthTag()])', by: 'Buffer.from(JSON.stringify(keys))' },
      {
        in: 'createCursors',
        replace: "const $BYTES = Buffer.from($CURSOR, 'base64url')",
        by: "$0 if ($BYTES[0] === 91) return JSON.parse($BYTES.toString('utf8')) as string[]",
      },
    ],
    tests: ['test/engine/rows/cursors.test.ts', 'test/channels/cursors.test.ts'],
  },
  {
    sentence: 'A cursor is not bound to the principal.',
    edits: [
      {
        in: 'cursors.ts#digest',
        replace: '{ principal, purpose, list, filter, order }: CursorBinding',
        by: '{ purpose, list, filter, order }: CursorBinding',
      },
      {
        in: 'cursors.ts#digest',
        replace: '[principal, $PURPOSE, $LIST, $FILTER ?? null, $ORDER]',
        by: '[$PURPOSE, $LIST, $FILTER ?? null, $ORDER]',
      },
    ],
    tests: ['test/engine/rows/cursors.test.ts', 'test/channels/cursors.test.ts'],
  },
  {
    sentence: 'A cursor of one person’s list is accepted for another person’s list.',
    edits: [{ in: 'service-resolvers.ts#services', replace: '`Resident.purchases ${residentId}`', by: "'Resident.purchases'" }],
    tests: ['test/town/services/service-resolvers.test.ts'],
  },
  {
    sentence: 'totalCount includes rows outside the row scope.',
    edits: [
      {
        in: 'readPage',
        replace: 'count($DATABASE, $LISTING)',
        by: 'count($DATABASE, { ...$LISTING, where: sql`true` })',
      },
    ],
    tests: ['test/town/services/payments/account-resolvers.test.ts', 'test/channels/hidden-rows.test.ts'],
  },
  {
    sentence: 'Small counts in web statistics are not suppressed.',
    edits: [
      { in: 'suppressVisits', replace: '$LEFT < fewest', by: '$LEFT < fewest - 10' },
      { in: 'suppressVisits', replace: 'suppress($$$ARGS)', by: '($$$ARGS)' },
    ],
    tests: ['test/town/services/visits/web-visit-resolvers.test.ts', 'test/channels/hidden-rows.test.ts'],
  },
  {
    sentence: 'The rows of web visits show sections whose count is suppressed, so that counting rows gives the count.',
    edits: [{ in: 'web-visits.ts#columnsFor', replace: '$OF_WHOLE(sql`visit.section`)', by: 'sql`visit.section`' }],
    tests: ['test/attacks/records/rebuild-suppressed-statistics.test.ts'],
  },
  {
    sentence: 'A download that only a rare section offers is shown without the section, which it names.',
    edits: [{ in: 'web-visits.ts#columnsFor', replace: '$OF_WHOLE(sql`visit.download`)', by: 'sql`visit.download`' }],
    tests: ['test/attacks/records/rebuild-suppressed-statistics.test.ts'],
  },
  {
    sentence:
      'A visit shows its platform where its browser is suppressed, so that a reader who knows which browser runs where has the count.',
    edits: [{ in: 'web-visits.ts#columnsFor', replace: '$OF_WHOLE(sql`visit.platform`)', by: 'sql`visit.platform`' }],
    tests: ['test/attacks/records/rebuild-suppressed-statistics.test.ts'],
  },
  {
    sentence: 'The statistics count visits that the rows do not show, so that the difference tells how those divide.',
    edits: [
      {
        in: 'suppressVisits',
        replace: 'const $LEFT = wholeCells($CELLS, $HIDDEN); return $SHOWN;',
        by: 'const $LEFT = $CELLS; return $SHOWN;',
      },
    ],
    tests: ['test/attacks/records/rebuild-suppressed-statistics.test.ts'],
  },
  {
    sentence: 'Suppressed counts that are all the least possible are settled by their sum.',
    edits: [{ in: 'isSettled', drop: '$ALL(1)' }],
    tests: ['test/town/services/visits/suppress.test.ts'],
  },
  {
    sentence: 'A small count is suppressed, but not the complement that reveals it.',
    edits: [{ in: 'suppress', replace: '$HIDDEN.size === 0 || ($TOGETHER >= fewest && !isSettled([...$HIDDEN]))', by: '$TOGETHER >= 0' }],
    tests: ['test/town/services/visits/suppress.test.ts', 'test/town/services/visits/web-visit-resolvers.test.ts'],
  },
  {
    sentence: 'Partners get lists in the order of registration, so two partners can match people.',
    edits: [{ in: 'ownOrder', replace: '$MANDATE_ID === undefined', by: "$MANDATE_ID !== ''" }],
    tests: ['test/channels/hidden-rows.test.ts'],
  },
  {
    sentence: 'The members of a household are sorted by age, which not all principals may see.',
    edits: [
      {
        in: 'readMembers',
        text: 'order by member.resident_id',
        by: 'order by (select person.birth_date from recreation.resident person where person.id = member.resident_id), member.resident_id',
      },
    ],
    tests: ['test/town/people/household-resolvers.test.ts', 'test/channels/empty-or-withheld.test.ts'],
  },
  {
    sentence: 'A page is cut before the row scope is applied, so hidden rows shorten it.',
    edits: [
      {
        in: 'readPage',
        text: 'and ${before}',
        by: 'and ${before} and ${id} in ( select ${id} from ${from} where ${after} and ${before} order by ${key.expression} ${direction}, ${id} ${direction} limit ${request.size + 1})',
      },
    ],
    tests: ['test/channels/cursors.test.ts', 'test/town/helpdesk/tickets/ticket-resolvers.test.ts'],
  },
  {
    sentence: 'Partners get the stored ids of people, so they can match them.',
    edits: [
      {
        in: 'shownId',
        replace: '$PRINCIPAL.partner ? $PSEUDONYMS.disguise($$$) : $ID',
        by: '$PRINCIPAL.partner && !$PRINCIPAL.id ? $PSEUDONYMS.disguise($PRINCIPAL.role, $ID) : $ID',
      },
    ],
    tests: ['test/town/mandates/mandate-resolvers.test.ts'],
  },
  {
    sentence: 'A partner gets an answer for an internal id, so it can match its pseudonyms with internal ids.',
    edits: [{ in: 'idFrom', replace: '$PRINCIPAL.partner ? $THEN : $ID', by: '$ID' }],
    tests: ['test/attacks/records/ask-with-an-internal-id.test.ts', 'test/attacks/records/match-two-partners.test.ts'],
  },
  {
    sentence: 'Requests and tickets have consecutive numbers, so a guardian sees that a minor complained in between.',
    edits: [
      {
        in: 'caseNumber',
        replace: "const $DIGEST = createHash('sha256').update($ID).digest();",
        by: 'filed += 1; return `${letter}-${least + filed}`; $0',
      },
      { in: 'case-number.ts#least', replace: 'const least = $FIRST', by: 'let filed = 0;\n$0' },
    ],
    tests: [
      'test/attacks/records/find-a-minors-complaint.test.ts',
      'test/channels/sensitive-tickets.test.ts',
      'test/town/shared/rows/case-number.test.ts',
    ],
  },
  {
    sentence: 'A request whose number another request has fails.',
    edits: [{ in: 'conflicts', drop: "'23505'" }],
    tests: ['test/town/shared/rows/case-number.test.ts', 'test/server/spine/change-conflicts.test.ts'],
  },
];
