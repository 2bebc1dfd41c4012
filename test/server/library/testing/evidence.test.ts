import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessLog, definePolicy, rows, sql, type ApplicationDefinition, type Subjects } from '../../../../src/server/library/index.ts';
import { openEvidence, type Evidence, type Standpoint } from '../../../../src/server/library/testing/index.ts';
import { ask } from '../../../../src/server/library/testing/ask.ts';

// The evidence of the package, on a library of books: it must be silent for a sound application, and notice each of these mistakes.

const typeDefs = `
  scalar Date
  type Reader @dataSubject(id: "id", existence: EXISTENCE) {
    id: ID @personal(category: EXISTENCE)
    name: String @personal(category: NAME)
    born: Date @personal(category: BIRTH_DATE)
    decade: Int @personal(category: GENERATION, derivedFrom: ["Reader.born"])
    fines: Int @personal(category: FINES)
    loans: [Loan!] @personal(category: LOANS) @sameSubject
    oldest: Loan @personal(category: LOANS) @sameSubject
  }
  type Loan @dataSubject(id: "readerId", existence: LOANS) {
    id: ID @personal(category: LOANS)
    title: String @personal(category: LOANS)
    note: String @personal(category: NOTES)
  }
  type Look @dataSubject(id: "subject", existence: EXISTENCE) {
    id: ID @personal(category: EXISTENCE)
    role: String @personal(category: EXISTENCE)
  }
  type Query { readers: [Reader!]  firstTwo: [Reader!]  served: [Reader!]  me: Reader  loans: [Loan!]  looks: [Look!] }`;

const policy = definePolicy({
  roles: { VISITOR: { heldBy: 'NOBODY' }, READER: { heldBy: 'DATA_SUBJECT', usualPurpose: 'OWN' }, CLERK: { heldBy: 'EMPLOYEE' } },
  purposes: {
    OWN: { term: 'dpv:ServiceProvision', sentence: 'one’s own loans' },
    LENDING: { term: 'dpv:ServiceProvision', sentence: 'lending' },
  },
  categories: {
    EXISTENCE: { term: 'dpv:PersonalData', label: 'existence', isIdentifier: true },
    NAME: { term: 'pd:Name', label: 'name' },
    BIRTH_DATE: { term: 'pd:BirthDate', label: 'birth date', hints: ['GENERATION'] },
    GENERATION: { term: 'pd:AgeRange', label: 'decade of birth' },
    FINES: { term: 'pd:Financial', label: 'fines' },
    LOANS: { term: 'pd:Interest', label: 'loans' },
    NOTES: { term: 'pd:Opinion', label: 'notes' },
  },
  relationships: { SELF: { noun: 'the reader' }, SERVED: { noun: 'a reader of the clerk’s desk' } },
  conditions: { IS_BANNED: 'the reader is banned' },
  clauses: { rights: 'You see what is on record.', desk: 'Clerks see names and loans, and nothing of people who are banned.' },
  authority: 'Libraries Act',
  logYears: 7,
  grants: [
    {
      line: 'own',
      role: 'READER',
      purpose: 'OWN',
      relationship: 'SELF',
      categories: ['EXISTENCE', 'NAME', 'BIRTH_DATE', 'GENERATION', 'FINES', 'LOANS', 'NOTES'],
      clause: 'rights',
    },
    ...(['NONE', 'SERVED'] as const).map((relationship) => ({
      line: `desk ${relationship}`,
      role: 'CLERK' as const,
      purpose: 'LENDING' as const,
      relationship,
      categories: ['EXISTENCE', 'NAME', 'GENERATION', 'LOANS'] as const,
      clause: 'desk' as const,
    })),
  ],
  prohibitions: [
    {
      line: 'banned',
      categories: ['EXISTENCE', 'NAME', 'GENERATION', 'LOANS'],
      roles: ['CLERK'],
      when: ['IS_BANNED'],
      clause: 'desk',
      because: 'others deal with them',
    },
  ],
  rootFields: [
    { fields: ['Query.me', 'Query.looks'], role: 'READER', purposes: ['OWN'], scope: 'SELF', clause: 'rights' },
    { fields: ['Query.readers', 'Query.firstTwo', 'Query.loans'], role: 'CLERK', purposes: ['LENDING'], scope: 'ALL', clause: 'desk' },
    { fields: ['Query.served'], role: 'CLERK', purposes: ['LENDING'], scope: 'SERVED', clause: 'desk' },
  ],
  budgets: [{ role: 'CLERK', purposes: ['LENDING'], perHour: 10, perDay: 10, clause: 'desk' }],
});

// Cid, whom the clerk may not know of, comes first.
const [cid, ann, ben, clerk] = [1, 2, 3, 4].map((number) => `a0000000-0000-4000-8000-00000000000${number}`) as [
  string,
  string,
  string,
  string,
];
const tables = `
  create table reader (id uuid primary key, name text not null, born date not null, fines integer not null, is_banned boolean not null, desk uuid);
  create table loan (id uuid primary key, reader_id uuid not null references reader, title text not null, note text);
  insert into reader values ('${ann}', 'Ann', '1984-03-02', 3, false, '${clerk}'), ('${ben}', 'Ben', '1990-07-09', 1, false, null),
    ('${cid}', 'Cid', '1979-01-01', 2, true, '${clerk}');
  insert into loan select gen_random_uuid(), id, 'Middlemarch', 'torn' from reader;`;

const subjects: Subjects = {
  reader: {
    from: 'reader',
    relationships: {
      SELF: ({ role, principalId }) => ((role as string) === 'READER' ? sql`subject.id = ${principalId}::uuid` : undefined),
      SERVED: ({ principalId }) => sql`subject.desk = ${principalId}::uuid`,
    },
    conditions: { IS_BANNED: () => sql`subject.is_banned` },
  },
};
const columns = { id: 'id', name: 'name', born: 'born', decade: sql`extract(decade from item.born)::integer * 10`, fines: 'fines' };
const readers = rows('Reader', { from: 'reader', subject: 'id', columns, order: 'fines' });
const loans = rows('Loan', {
  from: 'loan',
  subject: 'reader_id',
  columns: { id: 'id', title: 'title', note: 'note' },
  keys: { reader: 'reader_id' },
});

// Each question adds to it: the evidence leaves it out.
const looks = rows('Look', { from: accessLog, subject: 'subject_id', columns: { id: 'id', role: 'role' } });

const queries = {
  Query: {
    readers: readers.list(),
    firstTwo: readers.list(undefined, 2),
    served: readers.list(),
    me: readers.first(),
    loans: loans.list(),
    looks: looks.list(),
  },
  Reader: { loans: loans.ofSubject(), oldest: loans.firstOfSubject() },
};
const sound: ApplicationDefinition = {
  typeDefs,
  policy,
  subjects,
  rows: [readers, loans, looks],
  resolvers: queries,
  tables: [{ name: '0100-library', sql: (roles) => `${tables}; grant select on reader, loan to ${roles.gateway}` }],
  authenticate: async ({ headers }) => {
    const known: Readonly<Record<string, { readonly id: string; readonly role: string }>> = {
      ann: { id: ann, role: 'READER' },
      clerk: { id: clerk, role: 'CLERK' },
    };
    return known[String(headers['authorization'])] as Awaited<ReturnType<NonNullable<ApplicationDefinition['authenticate']>>>;
  },
};
const standpoints: readonly Standpoint[] = [
  { name: 'a visitor', headers: {} },
  { name: 'Ann', headers: { authorization: 'ann' } },
  { name: 'the clerk', headers: { authorization: 'clerk', 'privacy-purpose': 'LENDING' } },
];

let open: Evidence | undefined;
afterAll(async () => open?.close());

async function evidenceOf(changed: Partial<ApplicationDefinition>): Promise<Evidence> {
  await open?.close();
  open = await openEvidence({ ...sound, ...changed });
  return open;
}

describe('the evidence of a sound application', () => {
  test('finds every value as the policy says, from every standpoint', async () => {
    const found = await (await evidenceOf({})).exhaust(standpoints);
    expect(found).toMatchObject({ problems: [], notAsked: ['Query.looks'], neverReleased: [] });
    expect(found.values).toBeGreaterThan(20);
  });

  test('finds no answer that depends on a hidden value, after it has varied each', async () => {
    const proof = await open!.prove(standpoints, { operations: 90, seed: 3 });
    expect(proof).toMatchObject({ leaks: [], undeclared: [], neverVaried: ['Look', 'Look.id', 'Look.role'] });
  });

  test('leaves the database as it was', async () => {
    const { rows: names } = await sql<{ name: string }>`select name from reader order by name`.execute(open!.database);
    expect(names.map(({ name }) => name)).toEqual(['Ann', 'Ben', 'Cid']);
  });
});

describe('rows', () => {
  beforeAll(async () => void (await evidenceOf({})));

  test('are the first of the same data subject for a field of one row', async () => {
    const { body } = await ask(open!.url, standpoints[1]!.headers, { query: '{ me { name oldest { title note } } }' });
    expect(body.data).toEqual({ me: { name: 'Ann', oldest: { title: 'Middlemarch', note: 'torn' } } });
  });

  test.each<[string, string, readonly string[]]>([
    ['outside the row scope are not read, although they may be seen', 'served', ['Ann']],
    ['that may not be known of take no place in a limited list', 'firstTwo', ['Ann', 'Ben']],
  ])('%s', async (_what: string, field: string, names: readonly string[]) => {
    const { body } = await ask(open!.url, standpoints[2]!.headers, { query: `{ ${field} { name } }` });
    expect(body.data).toEqual({ [field]: names.map((name) => ({ name })) });
  });
});

test.each(['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATA_DIR'])('the evidence refuses %s: it alters its database', async (name) => {
  await expect(openEvidence(sound, { settings: { [name]: 'postgres://db.example/records' } })).rejects.toMatchObject({
    code: 'SETTING_INVALID',
    problems: [`${name}: the evidence has a database of its own, which it alters`],
  });
});

describe('a mistake of an application', () => {
  test.each<[string, Partial<ApplicationDefinition>]>([
    ['a filter by a hidden value', { resolvers: [queries, { Query: { readers: readers.list(() => sql`item.fines > 1`) } }] }],
    [
      'an error that depends on a hidden value',
      { resolvers: [queries, { Query: { readers: readers.list(() => sql`1 / (item.fines - 1) < 9`) } }] },
    ],
  ])('is noticed: %s', async (_what: string, changed: Partial<ApplicationDefinition>) => {
    const evidence = await evidenceOf(changed);
    const { leaks } = await evidence.prove(standpoints, { operations: 30, seed: 5 });
    expect(leaks.map(({ standpoint }) => standpoint)).toEqual(['the clerk']);
    expect(leaks[0]!.query).toContain('readers');
  });

  test('is noticed: a value that is computed of a hidden one', async () => {
    const telling = rows('Reader', { ...readers.definition, columns: { ...columns, name: sql`item.name || item.fines` } });
    const evidence = await evidenceOf({ rows: [telling, loans] });
    const { undeclared } = await evidence.prove(standpoints, { operations: 3 });
    expect(undeclared).toContainEqual(expect.stringMatching(/^the clerk: Reader\.name changes with Reader\.fines/));
  });

  test('is noticed: a permitted value that is withheld', async () => {
    const blind = rows('Reader', { ...readers.definition, columns: { ...columns, name: sql`null` } });
    const evidence = await evidenceOf({ resolvers: [queries, { Query: { readers: blind.list() } }] });
    const { problems } = await evidence.exhaust(standpoints);
    expect(problems.length).toBeGreaterThan(0);
  });
});
