import { accessLog, definePolicy, rows, sql, type ApplicationDefinition, type Subjects } from '../../../src/server/library/index.ts';
import type { Standpoint } from '../../../src/server/library/testing/index.ts';

/** A library of books: an application of the package, small and sound, whose tests change one thing at a time. */
export const typeDefs = `
  scalar Date
  type Reader @dataSubject(id: "id", existence: EXISTENCE) {
    id: ID @personal(category: EXISTENCE)
    name: String @personal(category: NAME)
    shelf: Int @personal(category: NAME)
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
    reader: Reader @personal(category: LOANS) @sameSubject
  }
  type Look @dataSubject(id: "subject", existence: EXISTENCE) {
    id: ID @personal(category: EXISTENCE)
    role: String @personal(category: EXISTENCE)
  }
  type Branch @impersonal {
    id: ID
    town: String
  }
  type Query {
    branches: [Branch!]
    pageOfReaders(first: Int @impersonal, after: ID @personal(category: EXISTENCE)): [Reader!]
    readers: [Reader!]
    firstTwo: [Reader!]
    dividing(by: Int! @impersonal): [Reader!]
    served: [Reader!]
    me: Reader
    loans: [Loan!]
    looks: [Look!]
    pageOfLooks(first: Int @impersonal, after: ID @personal(category: EXISTENCE)): [Look!]
  }
  type Mutation {
    retitle(id: ID! @personal(category: LOANS), title: String! @personal(category: LOANS)): Loan
    lend(readerId: ID! @personal(category: EXISTENCE), title: String! @personal(category: LOANS)): Loan
    retitleAll(id: ID! @personal(category: LOANS), title: String! @personal(category: LOANS)): Loan
    retitleOther(id: ID! @personal(category: LOANS), title: String! @personal(category: LOANS)): Loan
    retitleSilently(id: ID! @personal(category: LOANS), title: String! @personal(category: LOANS)): Loan
    hideName(id: ID! @personal(category: EXISTENCE)): Reader
    endService(id: ID! @personal(category: EXISTENCE)): Reader
    ban(id: ID! @personal(category: EXISTENCE)): Reader
    removeLoan(id: ID! @personal(category: LOANS)): Loan
    handOver(id: ID! @personal(category: LOANS)): Loan
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
  conditions: { IS_BANNED: 'the reader is banned', HIDES_NAME: 'the reader hides the name' },
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
    { line: 'hides the name', categories: ['NAME'], roles: ['CLERK'], when: ['HIDES_NAME'], clause: 'desk', because: 'they asked for it' },
  ],
  rootFields: [
    { fields: ['Query.branches'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'rights' },
    { fields: ['Query.me', 'Query.looks'], role: 'READER', purposes: ['OWN'], scope: 'SELF', clause: 'rights' },
    {
      fields: ['Query.readers', 'Query.firstTwo', 'Query.pageOfReaders', 'Query.dividing', 'Query.loans', 'Query.pageOfLooks'],
      role: 'CLERK',
      purposes: ['LENDING'],
      scope: 'ALL',
      clause: 'desk',
    },
    {
      fields: [
        'Query.served',
        ...['retitle', 'lend', 'retitleAll', 'retitleOther', 'retitleSilently'].map((field) => `Mutation.${field}`),
        ...['hideName', 'endService', 'ban', 'removeLoan', 'handOver'].map((field) => `Mutation.${field}`),
      ],
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
export const tables = `
  create table reader (id uuid primary key, name text not null, born date not null, fines integer not null, is_banned boolean, desk uuid, hides_name boolean not null default false);
  create table branch (id uuid primary key, town text not null);
  insert into branch values ('b0000000-0000-4000-8000-000000000001', 'Banff'), ('b0000000-0000-4000-8000-000000000002', 'Jasper');
  create table loan (id uuid primary key, reader_id uuid not null references reader, title text not null check (title <> ''), note text);
  insert into reader values ('${ann}', 'Ann', '1984-03-02', 3, false, '${clerk}'), ('${ben}', 'Ben', '1990-07-09', 1, false, null),
    ('${cid}', 'Cid', '1979-01-01', 2, true, '${clerk}');
  insert into loan select overlay(id::text placing 'd' from 1 for 1)::uuid, id, 'Middlemarch', 'torn' from reader;
  create function refuse() returns trigger language plpgsql as $$ begin raise check_violation; end $$;
  create constraint trigger deferred after insert or update on loan deferrable initially deferred
    for each row when (new.title = 'Ulysses') execute function refuse();`;

export const subjects: Subjects = {
  reader: {
    from: 'reader',
    relationships: {
      SELF: ({ role, principalId }) => ((role as string) === 'READER' ? sql`subject.id = ${principalId}::uuid` : undefined),
      SERVED: ({ principalId }) => sql`subject.desk = ${principalId}::uuid`,
    },
    conditions: { IS_BANNED: () => sql`subject.is_banned`, HIDES_NAME: () => sql`subject.hides_name` },
  },
};
export const columns = {
  id: 'id',
  name: 'name',
  shelf: sql`455 / ascii(item.name)`,
  born: 'born',
  decade: sql`extract(decade from item.born)::integer * 10`,
  fines: 'fines',
};
export const readers = rows('Reader', { from: 'reader', subject: 'id', columns, order: 'fines' });
export const loans = rows('Loan', {
  from: 'loan',
  subject: 'reader_id',
  columns: { id: 'id', title: 'title', note: 'note' },
  keys: { reader: 'reader_id' },
});

export const branches = rows('Branch', { from: 'branch', columns: { id: 'id', town: 'town' }, order: 'town', isDescending: true });

// Each question adds to it: the evidence leaves it out.
export const looks = rows('Look', { from: accessLog, subject: 'subject_id', columns: { id: 'id', role: 'role' } });

export const queries = {
  Query: {
    branches: branches.list(),
    pageOfReaders: readers.page(),
    readers: readers.list(),
    firstTwo: readers.list(undefined, 2),
    dividing: readers.list(({ by }) => sql`1 / (ascii(item.name) - ${by}::integer) < 9`),
    served: readers.list(),
    me: readers.first(),
    loans: loans.list(),
    looks: looks.list(),
    pageOfLooks: looks.page(),
  },
  Mutation: {
    retitle: loans.change(({ id, title }) => sql`update loan set title = ${title} where id = ${id}::uuid returning id`),
    retitleAll: loans.change(
      ({ id, title }) => sql`with written as (update loan set title = ${title} returning id) select id from written order by id <> ${id}`,
    ),
    retitleOther: loans.change(
      ({ id, title }) => sql`update loan set title = ${title} where reader_id = '${sql.raw(ben)}' and id <> ${id} returning id`,
    ),
    retitleSilently: loans.change(({ id, title }) => sql`update loan set title = ${title} where id = ${id}::uuid`),
    hideName: readers.change(({ id }) => sql`update reader set hides_name = true where id = ${id}::uuid returning id`),
    endService: readers.change(({ id }) => sql`update reader set desk = null where id = ${id}::uuid returning id`),
    ban: readers.change(({ id }) => sql`update reader set is_banned = true where id = ${id}::uuid returning id`),
    removeLoan: loans.change(({ id }) => sql`delete from loan where id = ${id}::uuid returning id`),
    handOver: loans.change(({ id }) => sql`update loan set reader_id = '${sql.raw(ben)}' where id = ${id}::uuid returning id`),
    lend: loans.add(
      'readerId',
      ({ readerId, title }) => sql`insert into loan values (gen_random_uuid(), ${readerId}::uuid, ${title}, 'new') returning id`,
    ),
  },
  Reader: { loans: loans.ofSubject(), oldest: loans.firstOfSubject() },
  Loan: { reader: readers.by('reader') },
};
export const sound: ApplicationDefinition = {
  typeDefs,
  policy,
  subjects,
  rows: [readers, loans, branches, looks],
  resolvers: queries,
  tables: [
    {
      name: '0100-library',
      sql: (roles) =>
        `${tables}; grant select on reader, loan, branch to ${roles.gateway}; grant insert, update, delete on loan to ${roles.gateway}; grant update (hides_name, desk, is_banned) on reader to ${roles.gateway}`,
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
export const standpoints: readonly Standpoint[] = [
  { name: 'a visitor', headers: {} },
  { name: 'Ann', headers: { authorization: 'ann' }, related: { SELF: [ann] } },
  { name: 'the clerk', headers: { authorization: 'clerk', 'privacy-purpose': 'LENDING' }, related: { SELF: [], SERVED: [ann, cid] } },
];

export { ann, ben, cid, clerk };
