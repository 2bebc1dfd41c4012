import { expect, test } from '@jest/globals';
import { changedSchema, wordsFoundIn, type Change } from './changed-schema.ts';
import { placeOf } from '../../../helpers/place-of.ts';

const unguarded = 'personal input on a field that is no root field, where no one may use it: it would be held to no decision';
const notOfItself = 'what a hint comes from comes from no hint of it';

type Found = readonly [place: string, coordinate: string, problem: string, hint: string];

const cases: readonly (readonly [name: string, changes: readonly Change[], ...found: Found[]])[] = [
  [
    'a field derived from itself',
    [['derivedFrom: ["Resident.email"]', 'derivedFrom: ["Resident.emailHint"]']],
    [
      placeOf('Resident.emailHint'),
      'Resident.emailHint',
      'derived from itself: Resident.emailHint from Resident.emailHint',
      `take Resident.emailHint out of its derivedFrom: ${notOfItself}`,
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
    [['derivedFrom: ["Resident.email"]', 'derivedFrom: ["Resident.emial"]']],
    [
      placeOf('Resident.emailHint'),
      'Resident.emailHint',
      'derived from Resident.emial, which is no personal field: there is no such coordinate',
      'did you mean Resident.email?',
    ],
  ],
  [
    'a source that does not exist, of an interface',
    [
      [
        'ageBand: AgeBand @personal(category: AGE, derivedFrom: ["Resident.birthDate"])\n}\n\ntype Resident',
        'ageBand: AgeBand @personal(category: AGE, derivedFrom: ["Person.birthDate"])\n}\n\ntype Resident',
      ],
    ],
    [
      placeOf('Person.ageBand'),
      'Person.ageBand',
      'derived from Person.birthDate, which is no personal field: there is no such coordinate',
      'did you mean Resident.birthDate?',
    ],
  ],
  [
    'a source that is impersonal',
    [['derivedFrom: ["Resident.email"]', 'derivedFrom: ["Service.name"]']],
    [
      placeOf('Resident.emailHint'),
      'Resident.emailHint',
      'derived from Service.name, which is no personal field',
      'mark Service.name @personal, or take it out of derivedFrom',
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
    'a root field whose name has changed',
    [['  webVisits:', '  webVisit:']],
    [
      placeOf('Query.webVisits'),
      'Query.webVisit',
      'a root field without a policy line',
      'say in src/town/policy/root-fields.ts who may use it, for which purposes, and which rows it returns',
    ],
    ['', 'Query.webVisits', 'a policy line names a root field that does not exist', 'did you mean Query.webVisit?'],
  ],
  [
    'an unclassified field of an interface',
    [
      ['interface Person {', 'interface Person {\n  kind: String'],
      [
        'type Resident implements Node & Person @dataSubject(id: "id", existence: EXISTENCE) {',
        'type Resident implements Node & Person @dataSubject(id: "id", existence: EXISTENCE) {\n  kind: String @impersonal',
      ],
      [
        'type HouseholdMember implements Person @dataSubject(id: "id", existence: EXISTENCE) {',
        'type HouseholdMember implements Person @dataSubject(id: "id", existence: EXISTENCE) {\n  kind: String @impersonal',
      ],
    ],
    [placeOf('Person.givenName', -1), 'Person.kind', 'unclassified', 'mark it @personal(category: …) or @impersonal'],
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
        '  residentId: ID @personal(category: EXISTENCE)\n  givenName: String',
        '  residentId: ID @personal(category: EXISTENCE)\n  givenName(of: Int @impersonal): String',
      ],
    ],
    [
      placeOf('Resident.givenName', -2),
      'Resident.givenName(of:)',
      'does not carry the marking of Person.givenName(of:)',
      'mark it @personal(category: NAME)',
    ],
    [
      placeOf('HouseholdMember.givenName', -1),
      'HouseholdMember.givenName(of:)',
      'does not carry the marking of Person.givenName(of:)',
      'mark it @personal(category: NAME)',
    ],
  ],
  [
    'a personal argument of a field below the root',
    [['purchases:', 'purchases(service: String @personal(category: PURCHASE)):']],
    [
      placeOf('Resident.purchases'),
      'Resident.purchases(service:)',
      unguarded,
      'take it in at a root field, where it is decided whether it may be used',
    ],
  ],
  [
    'a personal input of a field below the root',
    [['purchases:', 'purchases(filter: ResidentFilter @impersonal):']],
    [
      placeOf('Resident.purchases'),
      'Resident.purchases(filter:)',
      unguarded,
      'take it in at a root field, where it is decided whether it may be used',
    ],
  ],
  [
    'a personal argument that no role may filter by',
    [['webVisits:', 'webVisits(whose: String @personal(category: NAME)):']],
    [
      placeOf('Query.webVisits'),
      'Query.webVisits(whose:)',
      'personal, and no one may use it in any root field',
      'open a root field that takes it to a role that may see NAME of every row, or take it out',
    ],
  ],
  [
    'a personal sort key that no role may sort by',
    [['  REGISTRATION @impersonal', '  REGISTRATION @impersonal\n  HOUSEHOLD @personal(category: CREDENTIAL)']],
    [
      placeOf('ResidentOrder.REGISTRATION', 1),
      'ResidentOrder.HOUSEHOLD',
      'personal, and no one may use it in any root field',
      'open a root field that takes it to a role that may see CREDENTIAL of every row, or take it out',
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
