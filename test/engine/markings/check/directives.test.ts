import { expect, test } from '@jest/globals';
import type { Change } from '../../../helpers/policy/change-sources.ts';
import { changedSchema, wordsFoundIn, placeOf } from './changed-schema.ts';

type Found = readonly [place: string, coordinate: string, problem: string, hint: string];

const cases: readonly (readonly [name: string, changes: readonly Change[], ...found: Found[]])[] = [
  [
    'an unknown category of an existence',
    [['type Trainer @dataSubject(id: "id", existence: STAFF_NAME)', 'type Trainer @dataSubject(id: "id", existence: PERSONNEL)']],
    [
      placeOf('Trainer'),
      'Trainer',
      '@dataSubject: Argument "existence" has invalid value PERSONNEL.',
      'the categories are those of the enum DataCategory',
    ],
  ],
  [
    'a directive that is used under another name',
    [
      [
        'birthDate: LocalDate @personal(category: BIRTH_DATE)\n  ageBand',
        'birthDate: LocalDate @personnal(category: BIRTH_DATE)\n  ageBand',
      ],
    ],
    [placeOf('Member.birthDate'), 'Member.birthDate', 'Unknown directive "@personnal".', 'did you mean personal?'],
  ],
  [
    'a directive that the gateway does not read',
    [['directive @impersonal', 'directive @anonymous on FIELD_DEFINITION\ndirective @impersonal']],
    [
      placeOf('@impersonal'),
      '@anonymous',
      'the gateway reads no such directive, so what it marks would be ignored',
      'the directives are @dataSubject, @personal, @impersonal, @sameSubject, @purpose, @case, @listSize',
    ],
  ],
  [
    'an argument of a directive that the gateway does not read',
    [['  derivedFrom: [String!]\n', '  derivedFrom: [String!]\n  until: String\n']],
    [
      placeOf('@personal(derivedFrom:)', 1),
      '@personal(until:)',
      'the gateway reads no such argument, so what it says would be ignored',
      'take it out',
    ],
  ],
  [
    'an argument of a directive that has another type',
    [['  id: String\n', '  id: ID\n']],
    [placeOf('@dataSubject(id:)'), '@dataSubject(id:)', 'the gateway reads it as String', 'give it the type String'],
  ],
  [
    'a data subject with id and none',
    [['type Account @dataSubject(id: "memberId")', 'type Account @dataSubject(id: "memberId", none: true)']],
    [
      placeOf('Account'),
      'Account',
      '@dataSubject has both id and none',
      'give id where its objects have a data subject, none: true where they have none',
    ],
  ],
  [
    'a data subject without an existing property',
    [['type Account @dataSubject(id: "memberId")', 'type Account @dataSubject(id: "")']],
    [placeOf('Account'), 'Account', '@dataSubject names no property', 'name the property of the row that holds the data subject’s id'],
  ],
  [
    'an existence category without a data subject',
    [['type Squad implements Node @dataSubject(none: true)', 'type Squad implements Node @dataSubject(none: true, existence: EXISTENCE)']],
    [placeOf('Squad'), 'Squad', '@dataSubject says existence, but none whose it could be', 'take existence out, or give an id'],
  ],
  [
    'a word that the policy does not know, and one that the schema lacks',
    [['  COACH\n  SECRETARY', '  COACHES\n  SECRETARY']],
    [placeOf('Role.COACH'), 'Role.COACHES', 'the policy has no such word', 'did you mean COACH?'],
    [placeOf('Role'), 'Role', 'the policy’s word COACH is not in the schema', 'did you mean COACHES?'],
  ],
  [
    'a type that does not exist',
    [
      [
        'birthDate: LocalDate @personal(category: BIRTH_DATE)\n  ageBand',
        'birthDate: LocaleDate @personal(category: BIRTH_DATE)\n  ageBand',
      ],
    ],
    [placeOf('Member.birthDate'), 'Member.birthDate', 'Unknown type "LocaleDate".', 'Did you mean "LocalDate"?'],
  ],
  [
    'a type that is defined twice',
    [['scalar Money', 'enum Money @impersonal { CENT }\n\nscalar Money']],
    [placeOf('Money'), 'Money', 'There can be only one type named "Money".', 'make it what the GraphQL specification asks for'],
  ],
  [
    'a field of an interface that is not implemented',
    [
      ['interface Person {', 'interface Person {\n  kind: String @impersonal'],
      [
        'type Member implements Node & Person @dataSubject(id: "id", existence: EXISTENCE) {',
        'type Member implements Node & Person @dataSubject(id: "id", existence: EXISTENCE) {\n  kind: String @impersonal',
      ],
    ],
    [
      placeOf('Person.givenName'),
      'Person.kind',
      'Interface field Person.kind expected but Teammate does not provide it.',
      'make it what the GraphQL specification asks for',
    ],
  ],
];

test.each(cases)('finds %s', (_name, changes, ...expected) => {
  expect(wordsFoundIn(changedSchema(...changes))).toEqual(expected);
});
