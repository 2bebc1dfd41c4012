import type { Sabotage } from '../../../patch.ts';

const livesProtected = 'src/town/people/tables/protection.ts';
const scope = 'src/town/access/scope.ts';

const statements = 'src/town/access/statements.ts';
const along = 'src/town/access/relationship-columns.ts';
const context = 'src/server/spine/operation-context.ts';

/** Caches the relationships of an operation for later operations, by a key. */
function remembered(key: string): Sabotage['edits'] {
  return [
    {
      file: context,
      from: 'export class OperationContext ',
      to: 'const remembered = new Map<string, Relationships>();\n\nexport class OperationContext ',
    },
    {
      file: context,
      from: '    this.relationships = new Relationships(',
      to: `    this.relationships = remembered.get(${key}) ?? new Relationships(`,
    },
    {
      file: context,
      from: '    this.#selectRelationships();\n    const subjectId',
      to: `    remembered.set(${key}, this.relationships);\n    this.#selectRelationships();\n    const subjectId`,
    },
  ];
}

/** The relationship between principal and data subject, and the rows that it permits. */
export const relationships: readonly Sabotage[] = [
  {
    sentence: 'A case that has ended still relates its employee to its resident for the rest of the operation.',
    edits: [
      {
        file: 'src/town/access/open-case.ts',
        from: 'case when found.closed is null then found.id end as id',
        to: 'found.id as id',
      },
    ],
    tests: ['test/town/access/relationship-columns.test.ts', 'test/server/spine/changed-cases.test.ts'],
  },
  {
    sentence: 'Relationships are cached across principals.',
    edits: remembered(`'everybody'`),
    tests: ['test/server/spine/shapes.test.ts', 'test/town/people/household-resolvers.test.ts'],
  },
  {
    sentence: 'Relationships are cached across the operations of a principal.',
    edits: remembered('`${principal.id} ${principal.role}`'),
    tests: ['test/server/spine/shapes.test.ts', 'test/town/people/household-resolvers.test.ts'],
  },
  {
    sentence: 'A guardian remains one after the minor comes of age.',
    edits: [
      {
        file: statements,
        from: '\n        and recreation.is_minor(resident.birth_date, ${$today}::date)`,',
        to: '`,',
      },
      {
        file: scope,
        from: ' and recreation.is_minor(minor.birth_date, ${$today}::date)`;\n  switch',
        to: '`;\n  switch',
      },
    ],
    tests: ['test/town/access/guardianship.test.ts', 'test/town/people/household-resolvers.test.ts'],
  },
  {
    sentence: 'An ended guardianship is still in force.',
    edits: [
      {
        file: statements,
        from: '\n        and (guardianship.valid_until is null or guardianship.valid_until > ${$today}::date)',
        to: '',
      },
      {
        file: scope,
        from: '\n      and (care.valid_until is null or care.valid_until > ${$today}::date)',
        to: '\n     ',
      },
    ],
    tests: ['test/town/access/guardianship.test.ts', 'test/town/people/household-resolvers.test.ts'],
  },
  {
    sentence: 'The housemates of an address-protected person are not protected.',
    edits: [{ file: 'src/town/people/protection.ts', from: ' or ${$person}.lives_protected)`', to: ')`' }],
    tests: ['test/server/spine/address-protection.test.ts'],
  },
  {
    sentence: 'A person who moves in with an address-protected person is not protected.',
    edits: [{ file: livesProtected, from: "    if tg_op in ('INSERT', 'UPDATE') then", to: "    if tg_op = 'INSERT' then" }],
    tests: ['test/platform/postgres/lives-protected.test.ts'],
  },
  {
    sentence: 'Two concurrent changes of one household do not see each other.',
    edits: [
      {
        file: livesProtected,
        from: '    perform from recreation.household where id = any(households) order by id for no key update;\n',
        to: '',
      },
    ],
    tests: ['test/platform/postgres/homes-at-once.test.ts'],
  },
  {
    sentence: 'The new housemates of a person who becomes protected while moving are not protected.',
    edits: [
      {
        file: livesProtected,
        from: '    perform from recreation.resident where id = any(people) order by id for no key update;\n',
        to: '',
      },
    ],
    tests: ['test/platform/postgres/homes-at-once.test.ts'],
  },
  {
    sentence: 'A household changes in a transaction that cannot see the change it waited for.',
    edits: [{ file: livesProtected, from: "in ('repeatable read', 'serializable')", to: "= 'repeatable read'" }],
    tests: ['test/platform/postgres/homes-at-once.test.ts'],
  },
  {
    sentence: 'A large population is loaded without spreading protection to housemates.',
    edits: [
      {
        file: 'demo/population/without-indexes.ts',
        from: "  await $client.query('select recreation.spread_protection_to_all()');\n",
        to: '',
      },
    ],
    tests: ['test/demo/without-indexes.test.ts'],
  },
  {
    sentence: 'Address protection is ignored under a mandate, as to collect a debt.',
    edits: [
      {
        file: statements,
        from: "return sql`concat_ws(' ', ${sql.join([$relationship, ...$conditions, ...protection($adultOfHome)])})`;",
        to: "return sql`concat_ws(' ', ${sql.join([$relationship, ...$conditions])}, case when ${$relationship} <> 'MANDATE' then concat_ws(' ', ${sql.join(protection($adultOfHome))}) end)`;",
      },
    ],
    tests: ['test/server/spine/address-protection.test.ts'],
  },
  {
    sentence: 'A guardian reads a minor’s tickets without the support history in the guardianship’s areas.',
    edits: [{ file: 'src/town/helpdesk/care-for-support.ts', from: ` and support.scope @> array['SUPPORT_HISTORY']))`, to: '))' }],
    tests: ['test/town/helpdesk/ticket-resolvers.test.ts', 'test/town/requests/requests-for-minors.test.ts'],
  },
  {
    sentence: 'A closed credit check still permits reading its data subject.',
    edits: [
      {
        file: statements,
        from: `case when account.credit_check_open then 'CREDIT_CHECK_OPEN' end`,
        to: `case when account.resident_id is not null then 'CREDIT_CHECK_OPEN' end`,
      },
      {
        file: scope,
        from: 'where checked.resident_id = resident.id and checked.credit_check_open)`;',
        to: 'where checked.resident_id = resident.id)`;',
      },
    ],
    tests: ['test/town/services/payments/account-resolvers.test.ts'],
  },
  {
    sentence: 'The columns that are selected with residents do not include their address protection.',
    edits: [{ file: along, from: 'then ${relationshipColumn(statement())} end', to: 'then ${statement().relationship} end' }],
    tests: ['test/town/access/relationship-columns.test.ts', 'test/server/spine/address-protection.test.ts'],
  },
  {
    sentence: 'A data subject without a relationship that was selected with the rows is treated as related.',
    edits: [{ file: along, from: '$text === null ? undefined : readFact($text)', to: `readFact($text ?? 'NONE')` }],
    tests: ['test/town/access/relationship-columns.test.ts', 'test/town/access/own-record.test.ts'],
  },
  {
    sentence: 'The counter’s search shows birth dates.',
    edits: [
      {
        file: 'src/town/policy/grants/employees.ts',
        from: `categories: ['EXISTENCE', ...$name, 'AGE', 'EMAIL_HINT'],`,
        to: `categories: ['EXISTENCE', ...$name, 'BIRTH_DATE', 'AGE', 'EMAIL_HINT'],`,
      },
    ],
    tests: ['test/town/policy/matrix.test.ts', 'test/server/spine/shapes.test.ts'],
  },
  {
    sentence: 'The counter’s search shows the town of everyone who is not address-protected.',
    edits: [
      {
        file: 'src/town/policy/grants/employees.ts',
        from: `categories: ['EXISTENCE', ...$name, 'AGE', 'EMAIL_HINT'],`,
        to: `categories: ['EXISTENCE', ...$name, 'AGE', 'EMAIL_HINT', 'LOCALITY'],`,
      },
    ],
    tests: ['test/attacks/find-protected-people.test.ts', 'test/town/policy/matrix.test.ts'],
  },
  {
    sentence: 'A guardian who lives elsewhere sees the telephone number of a minor who is not address-protected.',
    edits: [
      {
        file: 'src/town/policy/grants/residents.ts',
        from: `categories: $telephone,\n    when: ['ADULT_OF_THAT_HOUSEHOLD'],`,
        to: `categories: $telephone,`,
      },
    ],
    tests: ['test/attacks/find-protected-people.test.ts', 'test/town/policy/matrix.test.ts'],
  },
  {
    sentence: 'A guardian who lives elsewhere is refused a new telephone number only if the minor is address-protected.',
    edits: [
      {
        file: 'src/town/people/resident-writes.ts',
        from: 'or ${isAdultOfHome($principal, $today)} and ${$movesHome',
        to: 'or (not (resident.address_protected or resident.lives_protected) or ${isAdultOfHome($principal, $today)}) and ${$movesHome',
      },
    ],
    tests: ['test/attacks/find-protected-people.test.ts'],
  },
  {
    sentence: 'What one resident has marked as read is read for every reader.',
    edits: [{ file: 'src/town/helpdesk/unread-since.ts', from: ' and mark.reader_id = ${reader}', to: '' }],
    tests: ['test/town/helpdesk/unread-tickets.test.ts'],
  },
  {
    sentence: 'A ticket of anybody can be marked as read.',
    edits: [
      {
        file: 'src/town/helpdesk/ticket-reads.ts',
        from: 'where ticket.id = ${ticketId}::uuid and ${ticketInScope(scope, viewer)}',
        to: 'where ticket.id = ${ticketId}::uuid',
      },
    ],
    tests: ['test/town/helpdesk/unread-tickets.test.ts'],
  },
  {
    sentence: 'An employee sees since when the resident has unread messages.',
    edits: [
      {
        file: 'src/town/helpdesk/unread-since.ts',
        from: "if (role !== 'RESIDENT') return sql`null::timestamptz`;",
        to: "if (role !== 'RESIDENT') return sql`(select max(read_at) from recreation.ticket_read mark where mark.ticket_id = ticket.id)`;",
      },
    ],
    tests: ['test/town/helpdesk/unread-tickets.test.ts'],
  },
];
