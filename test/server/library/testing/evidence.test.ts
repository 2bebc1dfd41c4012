import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessLog, definePolicy, rows, sql, type ApplicationDefinition, type Subjects } from '../../../../src/server/library/index.ts';
import { openEvidence, type Evidence, type Standpoint } from '../../../../src/server/library/testing/index.ts';
import { ask } from '../../../../src/server/library/testing/asking/ask.ts';

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
  type Branch @impersonal {
    id: ID
    town: String
  }
  type Query { branches: [Branch!]  pageOfReaders(first: Int @impersonal, after: ID @personal(category: EXISTENCE)): [Reader!]  readers: [Reader!]  firstTwo: [Reader!]  served: [Reader!]  me: Reader  loans: [Loan!]  looks: [Look!] }
  type Mutation {
    retitle(id: ID! @personal(category: LOANS), title: String! @personal(category: LOANS)): Loan
    lend(readerId: ID! @personal(category: EXISTENCE), title: String! @personal(category: LOANS)): Loan
  }`;

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
    { fields: ['Query.branches'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'rights' },
    { fields: ['Query.me', 'Query.looks'], role: 'READER', purposes: ['OWN'], scope: 'SELF', clause: 'rights' },
    {
      fields: ['Query.readers', 'Query.firstTwo', 'Query.pageOfReaders', 'Query.loans'],
      role: 'CLERK',
      purposes: ['LENDING'],
      scope: 'ALL',
      clause: 'desk',
    },
    {
      fields: ['Query.served', 'Mutation.retitle', 'Mutation.lend'],
      role: 'CLERK',
      purposes: ['LENDING'],
      scope: 'SERVED',
      clause: 'desk',
    },
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
  create table branch (id uuid primary key, town text not null);
  insert into branch values ('b0000000-0000-4000-8000-000000000001', 'Banff'), ('b0000000-0000-4000-8000-000000000002', 'Jasper');
  create table loan (id uuid primary key, reader_id uuid not null references reader, title text not null check (title <> ''), note text);
  insert into reader values ('${ann}', 'Ann', '1984-03-02', 3, false, '${clerk}'), ('${ben}', 'Ben', '1990-07-09', 1, false, null),
    ('${cid}', 'Cid', '1979-01-01', 2, true, '${clerk}');
  insert into loan select overlay(id::text placing 'd' from 1 for 1)::uuid, id, 'Middlemarch', 'torn' from reader;`;

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

const branches = rows('Branch', { from: 'branch', columns: { id: 'id', town: 'town' }, order: 'town', isDescending: true });

// Each question adds to it: the evidence leaves it out.
const looks = rows('Look', { from: accessLog, subject: 'subject_id', columns: { id: 'id', role: 'role' } });

const queries = {
  Query: {
    branches: branches.list(),
    pageOfReaders: readers.page(),
    readers: readers.list(),
    firstTwo: readers.list(undefined, 2),
    served: readers.list(),
    me: readers.first(),
    loans: loans.list(),
    looks: looks.list(),
  },
  Mutation: {
    retitle: loans.change(({ id, title }) => sql`update loan set title = ${title} where id = ${id}::uuid`),
    lend: loans.add(
      'readerId',
      ({ readerId, title }) => sql`insert into loan values (gen_random_uuid(), ${readerId}::uuid, ${title}, 'new') returning id`,
    ),
  },
  Reader: { loans: loans.ofSubject(), oldest: loans.firstOfSubject() },
};
const sound: ApplicationDefinition = {
  typeDefs,
  policy,
  subjects,
  rows: [readers, loans, branches, looks],
  resolvers: queries,
  tables: [
    {
      name: '0100-library',
      sql: (roles) =>
        `${tables}; grant select on reader, loan, branch to ${roles.gateway}; grant insert, update on loan to ${roles.gateway}`,
    },
  ],
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
  { name: 'Ann', headers: { authorization: 'ann' }, related: { SELF: [ann] } },
  { name: 'the clerk', headers: { authorization: 'clerk', 'privacy-purpose': 'LENDING' }, related: { SELF: [], SERVED: [ann, cid] } },
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
    expect(found).toMatchObject({ problems: [], notAsked: ['Query.branches', 'Query.looks'], neverReleased: [], notCompared: ['Look'] });
    expect(found.related).toContainEqual({ standpoint: 'Ann', kind: 'reader', relationship: 'SELF', count: 1 });
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

  test('without anything personal are read without a data subject', async () => {
    const { body } = await ask(open!.url, {}, { query: '{ branches { town } }' });
    expect(body).toMatchObject({ data: { branches: [{ town: 'Jasper' }, { town: 'Banff' }] } });
  });

  // The clerk may see no fines, so their order is that of the ids; and may not know of Cid, the first.
  test.each<[string, string, readonly string[]]>([
    ['the first page', '(first: 1)', ['Ann']],
    ['the page behind a row', `(first: 1, after: "${ann}")`, ['Ben']],
    ['all behind a row', `(after: "${ann}")`, ['Ben']],
    ['nothing behind the last row', `(after: "${ben}")`, []],
    ['nothing behind a hidden row', `(after: "${cid}")`, []],
    ['nothing behind a row that is missing', '(after: "a0000000-0000-4000-8000-000000000009")', []],
    ['nothing behind what is no id', '(after: "x")', []],
    ['no row for a number below zero', '(first: -1)', []],
  ])('come in pages: %s', async (_what, given, names) => {
    const { body } = await ask(open!.url, standpoints[2]!.headers, { query: `{ pageOfReaders${given} { name } }` });
    expect(body.data).toEqual({ pageOfReaders: names.map((name) => ({ name })) });
  });

  // The clerk serves Ann; Ben is at no desk, and of Cid the clerk may not know.
  test('are changed and added within the row scope alone', async () => {
    const change = async (field: string, id: string, title = 'Emma'): Promise<unknown> => {
      const query = `mutation { ${field}: ${field}(${field === 'lend' ? 'readerId' : 'id'}: "${id}", title: "${title}") { title note } }`;
      const { body } = await ask(open!.url, standpoints[2]!.headers, { query });
      return body.errors?.[0]?.extensions?.code ?? body.data?.[field];
    };
    const ofReader = (id: string): string => `d${id.slice(1)}`;
    const missing = 'a0000000-0000-4000-8000-000000000009';
    for (const id of [ben, cid, missing]) {
      expect(await change('lend', id)).toBe('NOT_FOUND');
      expect(await change('retitle', ofReader(id))).toBe('NOT_FOUND');
      // A constraint must not tell that there is such a row.
      expect(await change('retitle', ofReader(id), '')).toBe('NOT_FOUND');
      expect(await change('lend', id, '')).toBe('NOT_FOUND');
    }
    const titles = () => sql<{ title: string }>`select title from loan order by title`.execute(open!.database);
    expect((await titles()).rows.map(({ title }) => title)).toEqual(['Middlemarch', 'Middlemarch', 'Middlemarch']);
    expect(await change('retitle', ofReader(ann))).toEqual({ title: 'Emma', note: null });
    expect(await change('lend', ann)).toEqual({ title: 'Emma', note: null });
    expect((await titles()).rows.map(({ title }) => title)).toEqual(['Emma', 'Emma', 'Middlemarch', 'Middlemarch']);
  });

  test.each<[string, string, readonly string[]]>([
    ['outside the row scope are not read, although they may be seen', 'served', ['Ann']],
    ['that may not be known of take no place in a limited list', 'firstTwo', ['Ann', 'Ben']],
  ])('%s', async (_what: string, field: string, names: readonly string[]) => {
    const { body } = await ask(open!.url, standpoints[2]!.headers, { query: `{ ${field} { name } }` });
    expect(body.data).toEqual({ [field]: names.map((name) => ({ name })) });
  });
});

test('of an id that two kinds of data subjects have, nothing is shown: no condition of either may be lost', async () => {
  const twice = { ...subjects, holder: { from: 'card', id: 'reader_id' } };
  const cards = `create table card (reader_id uuid primary key); insert into card values ('${ben}')`;
  const evidence = await evidenceOf({
    subjects: twice,
    tables: [...sound.tables!, { name: '0101-cards', sql: (roles) => `${cards}; grant select on card to ${roles.gateway}` }],
  });
  const { body } = await ask(evidence.url, standpoints[2]!.headers, { query: '{ readers { name } }' });
  expect(JSON.stringify(body.data)).toContain('Ann');
  expect(JSON.stringify(body.data)).not.toContain('Ben');
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
    const evidence = await evidenceOf({ rows: [telling, loans, branches, looks] });
    const { undeclared } = await evidence.prove(standpoints, { operations: 3 });
    expect(undeclared).toContainEqual(expect.stringMatching(/^the clerk: Reader\.name changes with Reader\.fines/));
  });

  test('is noticed: a relationship that holds for everyone, where a standpoint says for whom it should', async () => {
    const { SELF: _, ...others } = subjects['reader']!.relationships!;
    const wrong = { reader: { ...subjects['reader']!, relationships: { SELF: () => sql<boolean>`true`, ...others } } };
    const { problems } = await (await evidenceOf({ subjects: wrong })).exhaust(standpoints);
    expect(problems).toContainEqual('Ann: SELF holds for 3 data subjects, and not for the 1 that it names');
  });

  test('is noticed: a type that rows does not say how to read', async () => {
    const evidence = await evidenceOf({
      rows: [readers, branches, looks],
      resolvers: [
        queries,
        { Query: { loans: async () => [] }, Mutation: { retitle: async () => null, lend: async () => null } },
        { Reader: { loans: async () => [], oldest: async () => null } },
      ],
    });
    expect(await evidence.exhaust(standpoints)).toMatchObject({ notCompared: ['Loan', 'Look'] });
    const { neverVaried } = await evidence.prove(standpoints, { operations: 3 });
    expect(neverVaried).toEqual(expect.arrayContaining(['Loan', 'Loan.title']));
  });

  test('is refused at the start: each piece of SQL that cannot be planned as the gateway’s role', async () => {
    const reader = subjects['reader']!;
    const broken: Partial<ApplicationDefinition> = {
      subjects: {
        reader: {
          ...reader,
          relationships: { ...reader.relationships, SELF: () => sql`subject.uuid = 1` },
          conditions: {
            IS_BANNED: () => {
              throw new TypeError('no such condition');
            },
          },
        },
        member: { from: 'member' },
      },
      rows: [
        rows('Reader', { ...readers.definition, columns: { ...columns, fines: 'fine' }, keys: { desk: 'fines', clerk: 'clerk' } }),
        rows('Loan', { ...loans.definition, subject: 'reader' }),
        rows('Branch', { ...branches.definition, from: 'shop' }),
        looks,
      ],
      tables: [{ name: '0100-library', sql: (roles) => `${tables}; grant select on reader, branch to ${roles.gateway}` }],
    };
    const refused = await evidenceOf(broken).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'APPLICATION_INCOMPLETE' });
    expect((refused as { readonly problems: readonly string[] }).problems).toEqual([
      expect.stringContaining('subjects.reader.relationships.SELF: column subject.uuid does not exist'),
      'subjects.reader.conditions.IS_BANNED: it throws: no such condition',
      expect.stringContaining('subjects.member.from, id: relation "member" does not exist'),
      expect.stringContaining("rows('Reader').columns.fines: column item.fine does not exist"),
      expect.stringContaining("rows('Reader').keys.desk: cannot cast"),
      expect.stringContaining("rows('Reader').keys.clerk: column item.clerk does not exist"),
      expect.stringContaining("rows('Loan').from, id, subject: "),
      expect.stringContaining('rows(\'Branch\').from, id: relation "shop" does not exist'),
    ]);
  });

  test('is refused at the start: a table that the gateway’s role may not read', async () => {
    const refused = evidenceOf({
      tables: [{ name: '0100-library', sql: (roles) => `${tables}; grant select on reader, branch to ${roles.gateway}` }],
    });
    await expect(refused).rejects.toMatchObject({
      problems: [
        "rows('Loan').from, id, subject: permission denied for table loan for the gateway’s role: grant it in a migration of `tables`",
      ],
    });
  });

  test('is noticed: a permitted value that is withheld', async () => {
    const blind = rows('Reader', { ...readers.definition, columns: { ...columns, name: sql`null` } });
    const evidence = await evidenceOf({ resolvers: [queries, { Query: { readers: blind.list() } }] });
    const { problems } = await evidence.exhaust(standpoints);
    expect(problems.length).toBeGreaterThan(0);
  });
});
