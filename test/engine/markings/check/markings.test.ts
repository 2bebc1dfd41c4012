import { expect, test } from '@jest/globals';
import type { Change } from '../../../helpers/policy/change-sources.ts';
import { changedSchema, wordsFoundIn, placeOf } from './changed-schema.ts';

const unguarded = 'personal input on a field that is no root field, where no one may use it: it would be held to no decision';
const notOfItself = 'what a hint comes from comes from no hint of it';

type Found = readonly [place: string, coordinate: string, problem: string, hint: string];

const cases: readonly (readonly [name: string, changes: readonly Change[], ...found: Found[]])[] = [
  [
    'a field derived from itself',
    [['derivedFrom: ["Member.email"]', 'derivedFrom: ["Member.emailHint"]']],
    [
      placeOf('Member.emailHint'),
      'Member.emailHint',
      'derived from itself: Member.emailHint from Member.emailHint',
      `take Member.emailHint out of its derivedFrom: ${notOfItself}`,
    ],
  ],
  [
    'a circle of derived fields',
    [
      ['street: String @personal(category: ADDRESS)', 'street: String @personal(category: ADDRESS, derivedFrom: ["Address.postalCode"])'],
      [
        'postalCode: String @personal(category: ADDRESS)',
        'postalCode: String @personal(category: ADDRESS, derivedFrom: ["Address.street"])',
      ],
    ],
    [
      placeOf('Address.street'),
      'Address.street',
      'derived from itself: Address.street from Address.postalCode from Address.street',
      `take Address.postalCode out of its derivedFrom: ${notOfItself}`,
    ],
  ],
  [
    'a source that does not exist',
    [['derivedFrom: ["Member.email"]', 'derivedFrom: ["Member.emial"]']],
    [
      placeOf('Member.emailHint'),
      'Member.emailHint',
      'derived from Member.emial, which is no personal field: there is no such coordinate',
      'did you mean Member.email?',
    ],
  ],
  [
    'a source that does not exist, of an interface',
    [
      [
        'ageBand: AgeBand @personal(category: AGE, derivedFrom: ["Member.birthDate"])\n}\n\ntype Member',
        'ageBand: AgeBand @personal(category: AGE, derivedFrom: ["Person.birthDate"])\n}\n\ntype Member',
      ],
    ],
    [
      placeOf('Person.ageBand'),
      'Person.ageBand',
      'derived from Person.birthDate, which is no personal field: there is no such coordinate',
      'did you mean Member.birthDate?',
    ],
  ],
  [
    'a source that is impersonal',
    [['derivedFrom: ["Member.email"]', 'derivedFrom: ["Course.name"]']],
    [
      placeOf('Member.emailHint'),
      'Member.emailHint',
      'derived from Course.name, which is no personal field',
      'mark Course.name @personal, or take it out of derivedFrom',
    ],
  ],
  [
    'an input that is derived',
    [
      [
        'overdue: Boolean @personal(category: OVERDUE)',
        'overdue: Boolean @personal(category: OVERDUE, derivedFrom: ["Account.overdueAmount"])',
      ],
    ],
    [
      placeOf('Query.accounts(overdue:)'),
      'Query.accounts(overdue:)',
      'derivedFrom means nothing where a value comes in',
      'take derivedFrom out',
    ],
  ],
  [
    'an output that is compared',
    [
      [
        'ageBand: AgeBand @personal(category: AGE, derivedFrom: ["Member.birthDate"])\n}\n\ntype Member',
        'ageBand: AgeBand @personal(category: AGE, derivedFrom: ["Member.birthDate"], compared: true)\n}\n\ntype Member',
      ],
    ],
    [placeOf('Person.ageBand'), 'Person.ageBand', 'compared means nothing where a value goes out', 'take compared out'],
  ],
  [
    'a root field whose name has changed',
    [['  doorVisits:', '  doorVisit:']],
    [
      placeOf('Query.doorVisits'),
      'Query.doorVisit',
      'a root field without a policy line',
      'say in test/engine/club/policy.ts who may use it, for which purposes, and which rows it returns',
    ],
    ['', 'Query.doorVisits', 'a policy line names a root field that does not exist', 'did you mean Query.doorVisit?'],
  ],
  [
    'an unclassified field of an interface',
    [
      ['interface Person {', 'interface Person {\n  kind: String'],
      [
        'type Member implements Node & Person @dataSubject(id: "id", existence: EXISTENCE) {',
        'type Member implements Node & Person @dataSubject(id: "id", existence: EXISTENCE) {\n  kind: String @impersonal',
      ],
      [
        'type Teammate implements Person @dataSubject(id: "id", existence: EXISTENCE) {',
        'type Teammate implements Person @dataSubject(id: "id", existence: EXISTENCE) {\n  kind: String @impersonal',
      ],
    ],
    [placeOf('Person.givenName'), 'Person.kind', 'unclassified', 'mark it @personal(category: …) or @impersonal'],
  ],
  [
    'an argument of an interface that an implementer marks otherwise',
    [
      ['interface Person {\n  givenName: String', 'interface Person {\n  givenName(of: Int @personal(category: NAME)): String'],
      [
        '  id: ID @personal(category: EXISTENCE)\n  givenName: String',
        '  id: ID @personal(category: EXISTENCE)\n  givenName(of: Int @impersonal): String',
      ],
      [
        '  memberId: ID @personal(category: EXISTENCE)\n  givenName: String',
        '  memberId: ID @personal(category: EXISTENCE)\n  givenName(of: Int @impersonal): String',
      ],
    ],
    [
      placeOf('Member.givenName'),
      'Member.givenName(of:)',
      'does not carry the marking of Person.givenName(of:)',
      'mark it @personal(category: NAME)',
    ],
    [
      placeOf('Teammate.givenName'),
      'Teammate.givenName(of:)',
      'does not carry the marking of Person.givenName(of:)',
      'mark it @personal(category: NAME)',
    ],
  ],
  [
    'a personal argument of a field below the root',
    [['bookings:', 'bookings(course: String @personal(category: BOOKING)):']],
    [
      placeOf('Member.bookings'),
      'Member.bookings(course:)',
      unguarded,
      'take it in at a root field, where it is decided whether it may be used',
    ],
  ],
  [
    'a personal input of a field below the root',
    [['bookings:', 'bookings(filter: MemberFilter @impersonal):']],
    [
      placeOf('Member.bookings'),
      'Member.bookings(filter:)',
      unguarded,
      'take it in at a root field, where it is decided whether it may be used',
    ],
  ],
  [
    'a personal argument that no role may filter by',
    [['doorVisits:', 'doorVisits(whose: String @personal(category: NAME)):']],
    [
      placeOf('Query.doorVisits'),
      'Query.doorVisits(whose:)',
      'personal, and no one may use it in any root field',
      'open a root field that takes it to a role that may see NAME of every row, or take it out',
    ],
  ],
  [
    'a personal sort key that no role may sort by',
    [['  ADMISSION @impersonal', '  ADMISSION @impersonal\n  TEAM @personal(category: LOCKER_CODE)']],
    [
      placeOf('MemberOrder.ADMISSION', 1),
      'MemberOrder.TEAM',
      'personal, and no one may use it in any root field',
      'open a root field that takes it to a role that may see LOCKER_CODE of every row, or take it out',
    ],
  ],
  [
    'a personal input field that no root field takes',
    [['input AddressInput {', 'input Orphan {\n  street: String @personal(category: ADDRESS)\n}\n\ninput AddressInput {']],
    [
      placeOf('AddressInput', 1),
      'Orphan.street',
      'personal, and no one may use it in any root field',
      'open a root field that takes it to a role that may see ADDRESS of every row, or take it out',
    ],
  ],
];

test.each(cases)('finds %s', (_name, changes, ...expected) => {
  expect(wordsFoundIn(changedSchema(...changes))).toEqual(expected);
});
