import type { Sabotage } from '../../../patch.ts';

const cursors = 'src/engine/rows/cursors.ts';

/** Cursors, counts and sort orders of lists reveal rows and values that are not shown. */
export const listing: readonly Sabotage[] = [
  {
    sentence: 'The entries of the officers who prepare and review a sealed order reveal it.',
    edits: [
      {
        file: 'src/town/history/seals.ts',
        from: 'or ${isAboutSealedOrder($now)}`',
        to: 'or (false and ${isAboutSealedOrder($now)})`',
      },
    ],
    tests: ['test/town/history/seals.test.ts', 'test/channels/seals.test.ts'],
  },
  {
    sentence: 'Pages after the first show a minor’s sensitive ticket to a guardian.',
    edits: [
      {
        file: 'src/town/helpdesk/tickets.ts',
        from: 'where = sql<boolean>`ticket.resident_id = ${$residentId}::uuid and not ${isTicketSealed(viewer)}`',
        to: 'where = sql<boolean>`ticket.resident_id = ${$residentId}::uuid and (true or ${isTicketSealed(viewer)})`',
      },
    ],
    tests: ['test/town/mandates/seals/seals.test.ts', 'test/channels/sensitive-tickets.test.ts'],
  },
  {
    sentence: 'A page from the end shows that a person precedes it, and the log does not name that person.',
    edits: [
      {
        file: 'src/town/graphql/connection.ts',
        from: "ahead: asks('PageInfo', backward ? 'hasPreviousPage' : 'hasNextPage'),",
        to: "ahead: !backward && asks('PageInfo', 'hasNextPage'),",
      },
    ],
    tests: ['test/server/spine/logged-counts.test.ts'],
  },
  {
    sentence: 'A page towards the beginning goes beyond the cursor that bounds it.',
    edits: [{ file: 'src/town/rows/page.ts', from: 'where ${where} and ${after} and ${before}', to: 'where ${where} and ${after}' }],
    tests: ['test/town/rows/paging.test.ts'],
  },
  {
    sentence: 'A seal takes effect with one approval.',
    edits: [{ file: 'src/town/mandates/seals/mandate-seals.ts', from: 'const approvalsNeeded = 2;', to: 'const approvalsNeeded = 1;' }],
    tests: ['test/town/history/seals.test.ts', 'test/town/mandates/seals/seals.test.ts'],
  },
  {
    sentence: 'The entry of a ticket’s change does not name the ticket.',
    edits: [{ file: 'src/town/helpdesk/ticket-mutations.ts', from: '  seenSubjects.noteCase($id);\n', to: '' }],
    tests: ['test/corpus/corpus.test.ts'],
  },
  {
    sentence: 'A cursor is the row’s sort key in base64.',
    edits: [
      {
        file: cursors,
        from: `        return Buffer.concat([$iv, $sealed, $sealing.getAuthTag()]).toString('base64url');`,
        to: `        return Buffer.from(JSON.stringify(keys)).toString('base64url');`,
      },
      {
        file: cursors,
        from: `        const $bytes = Buffer.from($cursor, 'base64url');
        const $opening = `,
        to: `        const $bytes = Buffer.from($cursor, 'base64url');
        if ($bytes[0] === 91) return JSON.parse($bytes.toString('utf8')) as string[];
        const $opening = `,
      },
    ],
    tests: ['test/engine/rows/cursors.test.ts', 'test/channels/cursors.test.ts'],
  },
  {
    sentence: 'A cursor is not bound to the principal.',
    edits: [
      { file: cursors, from: 'function digest({ $principal, purpose,', to: 'function digest({ purpose,' },
      {
        file: cursors,
        from: 'JSON.stringify([$principal, purpose, $list, $filter ?? null, $order])',
        to: 'JSON.stringify([purpose, $list, $filter ?? null, $order])',
      },
    ],
    tests: ['test/engine/rows/cursors.test.ts', 'test/channels/cursors.test.ts'],
  },
  {
    sentence: 'A cursor of one person’s list is accepted for another person’s list.',
    edits: [
      {
        file: 'src/town/services/service-resolvers.ts',
        from: 'list: `Resident.purchases ${$residentId}`,',
        to: `list: 'Resident.purchases',`,
      },
    ],
    tests: ['test/town/services/service-resolvers.test.ts'],
  },
  {
    sentence: 'totalCount includes rows outside the row scope.',
    edits: [
      {
        file: 'src/town/rows/page.ts',
        from: 'await count($reader, $from, $where, $subject, $most) : uncounted;',
        to: 'await count($reader, $from, sql`true`, $subject, $most) : uncounted;',
      },
    ],
    tests: ['test/town/services/payments/account-resolvers.test.ts', 'test/channels/hidden-rows.test.ts'],
  },
  {
    sentence: 'Small counts in web statistics are not suppressed.',
    edits: [
      {
        file: 'src/town/services/visits/suppress-visits.ts',
        from: `import { fewest, suppress, type SuppressedCount } from './suppress.ts';`,
        to: `import { fewest as few, type SuppressedCount } from './suppress.ts';\n\nconst fewest = few - 10;`,
      },
      {
        file: 'src/town/services/visits/suppress-visits.ts',
        from: 'return suppress($counts.toSorted(',
        to: 'return ($counts.toSorted(',
      },
    ],
    tests: ['test/town/services/visits/web-visit-resolvers.test.ts', 'test/channels/hidden-rows.test.ts'],
  },
  {
    sentence: 'The rows of web visits show sections whose count is suppressed, so that counting rows gives the count.',
    edits: [
      {
        file: 'src/town/services/visits/web-visits.ts',
        from: 'section: ofWhole(sql`visit.section`),',
        to: 'section: sql`visit.section`,',
      },
    ],
    tests: ['test/attacks/rebuild-suppressed-statistics.test.ts'],
  },
  {
    sentence: 'A download that only a rare section offers is shown without the section, which it names.',
    edits: [
      {
        file: 'src/town/services/visits/web-visits.ts',
        from: 'download: ofWhole(sql`visit.download`),',
        to: 'download: sql`visit.download`,',
      },
    ],
    tests: ['test/attacks/rebuild-suppressed-statistics.test.ts'],
  },
  {
    sentence:
      'A visit shows its platform where its browser is suppressed, so that a reader who knows which browser runs where has the count.',
    edits: [
      {
        file: 'src/town/services/visits/web-visits.ts',
        from: 'platform: ofWhole(sql`visit.platform`),',
        to: 'platform: sql`visit.platform`,',
      },
    ],
    tests: ['test/attacks/rebuild-suppressed-statistics.test.ts'],
  },
  {
    sentence: 'The statistics count visits that the rows do not show, so that the difference tells how those divide.',
    edits: [
      {
        file: 'src/town/services/visits/suppress-visits.ts',
        from: 'const left = wholeCells(cells, hidden);\n  return perDimension(',
        to: 'const left = cells;\n  return perDimension(',
      },
    ],
    tests: ['test/attacks/rebuild-suppressed-statistics.test.ts'],
  },
  {
    sentence: 'Suppressed counts that are all the least possible are settled by their sum.',
    edits: [{ file: 'src/town/services/visits/suppress.ts', from: ' || all(1) ||', to: ' ||' }],
    tests: ['test/town/services/visits/suppress.test.ts'],
  },
  {
    sentence: 'A small count is suppressed, but not the complement that reveals it.',
    edits: [
      {
        file: 'src/town/services/visits/suppress.ts',
        from: 'const safe = $hidden.size === 0 || ($together >= $fewest && !isSettled([...$hidden]));',
        to: 'const safe = $together >= 0;',
      },
    ],
    tests: ['test/town/services/visits/suppress.test.ts', 'test/town/services/visits/web-visit-resolvers.test.ts'],
  },
  {
    sentence: 'Partners get lists in the order of registration, so two partners can match people.',
    edits: [
      {
        file: 'src/town/mandates/partners/own-order.ts',
        from: 'return $mandateId === undefined ? undefined :',
        to: `return $mandateId !== '' ? undefined :`,
      },
    ],
    tests: ['test/channels/hidden-rows.test.ts'],
  },
  {
    sentence: 'The members of a household are sorted by age, which not all principals may see.',
    edits: [
      {
        file: 'src/town/people/households.ts',
        from: 'where member.household_id = any(${[...$householdIds]}::uuid[]) order by member.resident_id`',
        to: 'where member.household_id = any(${[...$householdIds]}::uuid[])\n    order by (select person.birth_date from recreation.resident person where person.id = member.resident_id), member.resident_id`',
      },
    ],
    tests: ['test/town/people/household-resolvers.test.ts', 'test/channels/empty-or-withheld.test.ts'],
  },
  {
    sentence: 'A page is cut before the row scope is applied, so hidden rows shorten it.',
    edits: [
      {
        file: 'src/town/rows/page.ts',
        from: 'where ${$where} and ${after} and ${before}\n',
        to: 'where ${$where} and ${after} and ${before} and ${id} in (\n      select ${id} from ${from} where ${after} and ${before} order by ${key.expression} ${direction}, ${id} ${direction} limit ${request.size + 1})\n',
      },
    ],
    tests: ['test/channels/cursors.test.ts', 'test/town/helpdesk/ticket-resolvers.test.ts'],
  },
  {
    sentence: 'Partners get the stored ids of people, so they can match them.',
    edits: [
      {
        file: 'src/town/graphql/viewer.ts',
        from: "return $principal.partner ? $pseudonyms.disguise($principal.id ?? '', $id) : $id;",
        to: 'return $principal.partner && !$principal.id ? $pseudonyms.disguise($principal.role, $id) : $id;',
      },
    ],
    tests: ['test/town/mandates/mandate-resolvers.test.ts'],
  },
  {
    sentence: 'A partner gets an answer for an internal id, so it can match its pseudonyms with internal ids.',
    edits: [
      {
        file: 'src/town/graphql/viewer.ts',
        from: "return $principal.partner ? $pseudonyms.recognise($principal.id ?? '', $id)! : $id;",
        to: 'return $id;',
      },
    ],
    tests: ['test/attacks/ask-with-an-internal-id.test.ts', 'test/attacks/match-two-partners.test.ts'],
  },
  {
    sentence: 'Requests and tickets have consecutive numbers, so a guardian sees that a minor complained in between.',
    edits: [
      {
        file: 'src/town/rows/case-number.ts',
        from: 'const $digest = createHash(',
        to: 'filed += 1;\n  return `${letter}-${least + filed}`;\n  const $digest = createHash(',
      },
      { file: 'src/town/rows/case-number.ts', from: 'const least = 10_000_000;', to: 'let filed = 0;\nconst least = 10_000_000;' },
    ],
    tests: [
      'test/attacks/find-a-minors-complaint.test.ts',
      'test/channels/sensitive-tickets.test.ts',
      'test/town/rows/case-number.test.ts',
    ],
  },
  {
    sentence: 'A request whose number another request has fails.',
    edits: [{ file: 'src/server/spine/retry-on-conflict.ts', from: "'40P01', '23505', '26000'", to: "'40P01', '26000'" }],
    tests: ['test/town/rows/case-number.test.ts', 'test/server/spine/change-conflicts.test.ts'],
  },
];
