import { describe, expect, test } from '@jest/globals';
import { assertComplete } from '../../../src/server/start/check/assert-complete.ts';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';
import { accounts } from '../../../src/server/library/identity.ts';
import {
  createApplication,
  definePolicy,
  rows,
  sql,
  type ApplicationDefinition,
  type Subjects,
} from '../../../src/server/library/index.ts';

const typeDefs = `
  type Patient @dataSubject(id: "id", existence: EXISTENCE) {
    id: ID @personal(category: EXISTENCE)
    name: String @personal(category: NAME)
  }
  type Query { patients: [Patient!] }`;
const definition = {
  roles: { VISITOR: { heldBy: 'NOBODY' }, PATIENT: { heldBy: 'DATA_SUBJECT' } },
  purposes: { CARE: { term: 'dpv:ServiceProvision', sentence: 'care' } },
  categories: { EXISTENCE: { term: 'dpv:PersonalData', label: 'existence' }, NAME: { term: 'pd:Name', label: 'name' } },
  relationships: { SELF: { noun: 'the reader' } },
  clauses: { rights: 'You see what is on record.' },
  authority: 'An act',
  logYears: 7,
  grants: [{ line: 'self', role: 'PATIENT', purpose: 'CARE', relationship: 'SELF', categories: ['EXISTENCE', 'NAME'], clause: 'rights' }],
  rootFields: [{ fields: ['Query.patients'], role: 'PATIENT', purposes: ['CARE'], scope: 'SELF', clause: 'rights' }],
} as const;
const subjects: Subjects = { patient: { from: 'patient', relationships: { SELF: ({ principalId }) => sql`subject.id = ${principalId}` } } };
const wards = rows('Ward', { from: 'ward', columns: { id: 'id' } });
const patients = rows('Patient', { from: 'patient', subject: 'id', columns: { id: 'id', name: 'name' } });

/** The error that refuses the application with these changes; undefined: none does. */
async function refusalOf(changed: Partial<ApplicationDefinition>): Promise<unknown> {
  try {
    const resolvers = { Query: { patients: patients.list() } };
    const application = createApplication({
      typeDefs,
      policy: definePolicy(definition),
      subjects,
      rows: [patients],
      resolvers,
      ...changed,
    });
    await assertComplete(application);
    buildSchema(application);
    return undefined;
  } catch (error) {
    return error;
  }
}

test('names a role with its article', () => {
  const { roles } = definePolicy({
    ...definition,
    roles: { ...definition.roles, ALLOCATION_COMMITTEE: { heldBy: 'EMPLOYEE' } },
  }).vocabulary;
  expect(Object.values(roles).map(({ noun }) => noun)).toEqual(['a visitor', 'a patient', 'an allocation committee']);
});

describe('an application', () => {
  test('is accepted as it is defined', async () => {
    expect(await refusalOf({})).toBeUndefined();
  });

  test.each<[string, Partial<ApplicationDefinition>, string]>([
    [
      'a field that is not classified',
      { typeDefs: typeDefs.replace('name: String @personal(category: NAME)', 'name: String') },
      'Patient.name',
    ],
    [
      'accounts beside an authentication of its own',
      {
        authenticate: async () => undefined,
        accounts: accounts({ records: 'select', employees: 'select' }),
      },
      'authenticate: no request would be authenticated by `accounts`',
    ],
    ['a category that the policy lacks', { typeDefs: typeDefs.replace('category: NAME', 'category: HEALTH') }, 'Patient.name'],
    [
      'a root field without a line',
      {
        typeDefs: typeDefs.replace('type Query {', 'type Query { all: [Patient!]'),
        resolvers: { Query: { patients: patients.list(), all: patients.list() } },
      },
      'Query.all',
    ],
    ['a root field without a resolver', { resolvers: {} }, 'Query.patients: it has no resolver'],
    [
      'a resolver for no field',
      { resolvers: { Query: { patients: patients.list(), all: patients.list() } } },
      'resolvers.Query.all: the schema has no such field',
    ],
    [
      'a resolver for no type',
      { resolvers: { Query: { patients: patients.list() }, Nurse: { name: () => 'A' } } },
      'resolvers.Nurse.name: the schema has no such field',
    ],
    [
      'a part of a list without the arguments that choose it',
      { typeDefs: typeDefs.replace('patients:', 'patients(first: Int):'), resolvers: { Query: { patients: patients.page() } } },
      'Query.patients: its resolver needs the argument `after: ID`',
    ],
    [
      'a row by a key that the row above lacks',
      {
        typeDefs: typeDefs.replace('name:', 'friend: Patient @personal(category: NAME) name:'),
        resolvers: { Query: { patients: patients.list() }, Patient: { friend: patients.by('friend') } },
      },
      "rows('Patient').keys has no friend",
    ],
    ['resolvers of rows that it does not list', { rows: [] }, "rows('Patient'), which `rows` does not list"],
    [
      'rows without the data subject of their type',
      { rows: [rows('Patient', { from: 'patient', columns: patients.definition.columns })] },
      "rows('Patient').subject: it is missing",
    ],
    [
      'rows with a data subject for a type that has none',
      { typeDefs: typeDefs.replace('@dataSubject(id: "id", existence: EXISTENCE)', '@dataSubject(none: true)') },
      "rows('Patient').subject: Patient has no @dataSubject with an id",
    ],
    [
      'a line with a word that it lacks',
      { policy: definePolicy({ ...definition, grants: [{ ...definition.grants[0], categories: ['NAMES' as 'NAME'] }] }) },
      'NAMES',
    ],
    ['a relationship that is not looked up', { subjects: { patient: { from: 'patient' } } }, 'SELF'],
    ['rows without a column for a field', { rows: [rows('Patient', { ...patients.definition, columns: { id: 'id' } })] }, 'Patient.name'],
    [
      'rows with a column for no field',
      { rows: [rows('Patient', { ...patients.definition, columns: { id: 'id', name: 'name', x: 'x' } })] },
      'x',
    ],
    [
      'two fields of different categories that are one column',
      { rows: [rows('Patient', { ...patients.definition, columns: { id: 'id', name: 'id' } })] },
      "rows('Patient').columns: id and name are one column",
    ],
    ['rows in the order of no field', { rows: [rows('Patient', { ...patients.definition, order: 'birth_date' })] }, 'birth_date'],
    [
      'rows without anything personal that have a data subject',
      {
        typeDefs: `${typeDefs.replace('{ patients', '{ wards: [Ward!] patients')} type Ward @dataSubject(none: true) @impersonal { id: ID }`,
        policy: definePolicy({
          ...definition,
          rootFields: [
            ...definition.rootFields,
            { fields: ['Query.wards'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'rights' },
          ],
        }),
        resolvers: { Query: { patients: patients.list(), wards: async () => [] } },
      },
      'remove @dataSubject from Ward',
    ],
    [
      'a resolver that adds rows about no data subject',
      {
        typeDefs: `${typeDefs} type Ward @impersonal { id: ID } type Mutation { add(id: ID! @impersonal): Ward }`,
        policy: definePolicy({
          ...definition,
          rootFields: [
            ...definition.rootFields,
            { fields: ['Mutation.add'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'rights' },
          ],
        }),
        rows: [patients, wards],
        resolvers: { Query: { patients: patients.list() }, Mutation: { add: wards.add('id', () => sql`insert into ward default values`) } },
      },
      "Mutation.add: its resolver adds rows about a data subject, and rows('Ward') has none",
    ],
    [
      'a change whose row cannot be hidden afterwards',
      {
        typeDefs: `${typeDefs} type Mutation { rename(id: ID! @personal(category: EXISTENCE)): Patient! }`,
        policy: definePolicy({
          ...definition,
          rootFields: [
            ...definition.rootFields,
            { fields: ['Mutation.rename'], role: 'PATIENT', purposes: ['CARE'], scope: 'SELF', clause: 'rights' },
          ],
        }),
        resolvers: {
          Query: { patients: patients.list() },
          Mutation: { rename: patients.change(({ id }) => sql`update patient set name = '' where id = ${id}::uuid returning id`) },
        },
      },
      'Mutation.rename: leave out the `!` of its type',
    ],
    [
      'a line of the policy without a member',
      { policy: definePolicy({ ...definition, rootFields: [{ ...definition.rootFields[0], purposes: undefined as never }] }) },
      'rootFields',
    ],
    ['a list for a field of one row', { typeDefs: typeDefs.replace('[Patient!]', 'Patient') }, 'Query.patients'],
    [
      'one row for a list, with a resolver in an object',
      { resolvers: { Query: { patients: { resolve: patients.first() } } } },
      'Query.patients',
    ],
    ['one row for a list', { resolvers: { Query: { patients: patients.first() } } }, 'Query.patients'],
    [
      'the rows of another type',
      {
        typeDefs: `${typeDefs.replace('[Patient!]', '[Nurse!]')} type Nurse @dataSubject(id: "id", existence: EXISTENCE) { id: ID @personal(category: EXISTENCE) }`,
      },
      "rows('Patient'), and it returns Nurse",
    ],
    ['rows of no type', { rows: [rows('Person', patients.definition)] }, "rows('Person')"],
    ['rows about no kind of data subject', { rows: [rows('Patient', { ...patients.definition, about: 'person' })] }, 'person'],
    [
      'more conditions than can be decided',
      {
        subjects: {
          patient: {
            ...subjects['patient']!,
            conditions: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`C${at}`, () => sql`true`])),
          },
        },
      },
      'subjects.patient.conditions',
    ],
  ])('is refused with %s, which is named', async (_what, changed, named) => {
    const refusal = await refusalOf(changed);
    expect(refusal).toMatchObject({ code: expect.stringMatching(/^(SCHEMA_INCONSISTENT|APPLICATION_INCOMPLETE|POLICY_INVALID)$/) });
    expect((refusal as Error).message).toContain(named);
  });
});
