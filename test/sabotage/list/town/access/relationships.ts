import type { Sabotage } from '../../../patch.ts';

/** Caches the relationships of an operation for later operations, by a key. */
function remembered(key: string): Sabotage['edits'] {
  return [
    {
      in: 'OperationContext',
      replace: 'export class OperationContext implements RequestContext { $$$ }',
      by: 'const remembered = new Map<string, Relationships>();\n$0',
    },
    { in: 'OperationContext.constructor', replace: 'new Relationships($$$)', by: `remembered.get(${key}) ?? $0` },
    {
      in: 'OperationContext.constructor',
      replace: 'this.#selectRelationships();',
      by: `remembered.set(${key}, this.relationships);\n$0`,
    },
  ];
}

/** The relationship between principal and data subject, and the rows that it permits. */
export const relationships: readonly Sabotage[] = [
  {
    sentence: 'A case that has ended still relates its employee to its resident for the rest of the operation.',
    edits: [{ in: 'withRelationship', text: 'case when found.closed is null then found.id end', by: 'found.id' }],
    tests: ['test/town/shared/access/relationship-columns.test.ts', 'test/server/spine/cases/changed-cases.test.ts'],
  },
  {
    sentence: 'Relationships are cached across principals.',
    edits: remembered(`'everybody'`),
    tests: ['test/server/spine/answers/shapes.test.ts', 'test/town/people/household-resolvers.test.ts'],
  },
  {
    sentence: 'Relationships are cached across the operations of a principal.',
    edits: remembered('`${principal.id} ${principal.role}`'),
    tests: ['test/server/spine/answers/shapes.test.ts', 'test/town/people/household-resolvers.test.ts'],
  },
  {
    sentence: 'A guardian remains one after the minor comes of age.',
    edits: [
      { in: 'residentStatement', text: 'and recreation.is_minor(resident.birth_date, ${$TODAY}::date)', by: '' },
      { in: 'residentInScope', text: 'and recreation.is_minor(minor.birth_date, ${$TODAY}::date)', by: '' },
    ],
    tests: ['test/town/shared/access/guardianship.test.ts', 'test/town/people/household-resolvers.test.ts'],
  },
  {
    sentence: 'An ended guardianship is still in force.',
    edits: [
      { in: 'residentStatement', text: 'and (guardianship.valid_until is null or guardianship.valid_until > ${$TODAY}::date)', by: '' },
      { in: 'residentInScope', text: 'and (care.valid_until is null or care.valid_until > ${$TODAY}::date)', by: '' },
    ],
    tests: ['test/town/shared/access/guardianship.test.ts', 'test/town/people/household-resolvers.test.ts'],
  },
  {
    sentence: 'The housemates of an address-protected person are not protected.',
    edits: [{ in: 'livesProtected', text: 'or ${$PERSON}.lives_protected', by: '' }],
    tests: ['test/server/spine/answers/address-protection.test.ts'],
  },
  {
    sentence: 'A person who moves in with an address-protected person is not protected.',
    edits: [{ in: 'addressProtection', text: "tg_op in ('INSERT', 'UPDATE')", by: "tg_op = 'INSERT'" }],
    tests: ['test/platform/postgres/lives-protected.test.ts'],
  },
  {
    sentence: 'Two concurrent changes of one household do not see each other.',
    edits: [{ in: 'addressProtection', text: 'perform from recreation.household $LOCK;', by: '' }],
    tests: ['test/platform/postgres/homes-at-once.test.ts'],
  },
  {
    sentence: 'The new housemates of a person who becomes protected while moving are not protected.',
    edits: [{ in: 'addressProtection', text: 'perform from recreation.resident $LOCK;', by: '' }],
    tests: ['test/platform/postgres/homes-at-once.test.ts'],
  },
  {
    sentence: 'A household changes in a transaction that cannot see the change it waited for.',
    edits: [{ in: 'addressProtection', text: "in ('repeatable read', 'serializable')", by: "= 'repeatable read'" }],
    tests: ['test/platform/postgres/homes-at-once.test.ts'],
  },
  {
    sentence: 'A large population is loaded without spreading protection to housemates.',
    edits: [{ in: 'withoutIndexes', drop: "await $CLIENT.query('select recreation.spread_protection_to_all()')" }],
    tests: ['test/demo/without-indexes.test.ts'],
  },
  {
    sentence: 'Address protection is ignored under a mandate, as to collect a debt.',
    edits: [
      {
        in: 'relationshipColumn',
        text: '${sql.join([relationship, ...conditions, ...protection(adultOfHome)])}',
        by: "${sql.join([relationship, ...conditions])}, case when ${relationship} <> 'MANDATE' then concat_ws(' ', ${sql.join(protection(adultOfHome))}) end",
      },
    ],
    tests: ['test/server/spine/answers/address-protection.test.ts'],
  },
  {
    sentence: 'A guardian reads a minor’s tickets without the support history in the guardianship’s areas.',
    edits: [{ in: 'careIncludesSupport', text: "and support.scope @> array['SUPPORT_HISTORY']", by: '' }],
    tests: ['test/town/helpdesk/tickets/ticket-resolvers.test.ts', 'test/town/requests/requests-for-minors.test.ts'],
  },
  {
    sentence: 'A closed credit check still permits reading its data subject.',
    edits: [
      { in: 'mandateStatement', text: 'account.credit_check_open', by: 'account.resident_id is not null' },
      { in: 'mandateCondition', text: 'and checked.credit_check_open', by: '' },
    ],
    tests: ['test/town/services/payments/account-resolvers.test.ts'],
  },
  {
    sentence: 'The columns that are selected with residents do not include their address protection.',
    edits: [{ in: 'relationshipColumns', replace: 'relationshipColumn($STATEMENT())', by: '$STATEMENT().relationship' }],
    tests: ['test/town/shared/access/relationship-columns.test.ts', 'test/server/spine/answers/address-protection.test.ts'],
  },
  {
    sentence: 'A data subject without a relationship that was selected with the rows is treated as related.',
    edits: [{ in: 'relationshipColumns', replace: '$TEXT === null ? undefined : $READ_FACT($TEXT)', by: "$READ_FACT($TEXT ?? 'NONE')" }],
    tests: ['test/town/shared/access/relationship-columns.test.ts', 'test/town/shared/access/own-record.test.ts'],
  },
  {
    sentence: 'The counter’s search shows birth dates.',
    edits: [
      {
        in: 'employeeGrants',
        replace: "['EXISTENCE', ...name, 'AGE', 'EMAIL_HINT']",
        by: "['EXISTENCE', ...name, 'BIRTH_DATE', 'AGE', 'EMAIL_HINT']",
      },
    ],
    tests: ['test/town/policy/matrix.test.ts', 'test/server/spine/answers/shapes.test.ts'],
  },
  {
    sentence: 'The counter’s search shows the town of everyone who is not address-protected.',
    edits: [{ in: 'employeeGrants', replace: "'EMAIL_HINT'", by: "$0, 'LOCALITY'" }],
    tests: ['test/attacks/records/find-protected-people.test.ts', 'test/town/policy/matrix.test.ts'],
  },
  {
    sentence: 'A guardian who lives elsewhere sees the telephone number of a minor who is not address-protected.',
    edits: [{ in: 'residentGrants', drop: "when: ['ADULT_OF_THAT_HOUSEHOLD']" }],
    tests: ['test/attacks/records/find-protected-people.test.ts', 'test/town/policy/matrix.test.ts'],
  },
  {
    sentence: 'A guardian who lives elsewhere is refused a new telephone number only if the minor is address-protected.',
    edits: [
      {
        in: 'mayChange',
        text: 'or ${isAdultOfHome(principal, today)}',
        by: 'or (not (resident.address_protected or resident.lives_protected) or ${isAdultOfHome(principal, today)})',
      },
    ],
    tests: ['test/attacks/records/find-protected-people.test.ts'],
  },
  {
    sentence: 'What one resident has marked as read is read for every reader.',
    edits: [{ in: 'unreadSince', text: 'and mark.reader_id = ${$READER}', by: '' }],
    tests: ['test/town/helpdesk/unread-tickets.test.ts'],
  },
  {
    sentence: 'A ticket of anybody can be marked as read.',
    edits: [{ in: 'writeTicketRead', text: 'and ${ticketInScope(scope, viewer)}', by: '' }],
    tests: ['test/town/helpdesk/unread-tickets.test.ts'],
  },
  {
    sentence: 'An employee sees since when the resident has unread messages.',
    edits: [
      {
        in: 'unreadSince',
        text: 'null::timestamptz',
        by: '(select max(read_at) from recreation.ticket_read mark where mark.ticket_id = ticket.id)',
      },
    ],
    tests: ['test/town/helpdesk/unread-tickets.test.ts'],
  },
];
