import { createGateway, definePolicy, rows, sql } from 'need-to-know';

const typeDefs = /* GraphQL */ `
  type Patient @dataSubject(id: "id", existence: EXISTENCE) {
    id: ID @personal(category: EXISTENCE)
    name: String @personal(category: NAME)
    bloodGroup: String @personal(category: HEALTH)
  }
  type Query {
    patients: [Patient!]
  }
`;

const all = ['EXISTENCE', 'NAME', 'HEALTH'] as const;
const policy = definePolicy({
  roles: { VISITOR: { heldBy: 'NOBODY' }, PATIENT: { heldBy: 'DATA_SUBJECT' }, CLERK: { heldBy: 'EMPLOYEE' } },
  purposes: { BOOKING: { term: 'dpv:ServiceProvision', sentence: 'booking a visit' } },
  categories: {
    EXISTENCE: { term: 'dpv:PersonalData', label: 'that the person is a patient' },
    NAME: { term: 'pd:Name', label: 'name' },
    HEALTH: { term: 'pd:Health', label: 'health' },
  },
  relationships: { SELF: { noun: 'the reader' } },
  clauses: { desk: 'Clerks see names, to book a visit.', rights: 'Patients see what is on record.' },
  authority: 'Health Information Act',
  logYears: 7,
  grants: [
    { line: 'clerk', role: 'CLERK', purpose: 'BOOKING', relationship: 'NONE', categories: ['EXISTENCE', 'NAME'], clause: 'desk' },
    { line: 'self', role: 'PATIENT', purpose: 'BOOKING', relationship: 'SELF', categories: all, clause: 'rights' },
  ],
  rootFields: [
    { fields: ['Query.patients'], role: 'CLERK', purposes: ['BOOKING'], scope: 'ALL', clause: 'desk' },
    { fields: ['Query.patients'], role: 'PATIENT', purposes: ['BOOKING'], scope: 'SELF', clause: 'rights' },
  ],
  budgets: [{ role: 'CLERK', purposes: ['BOOKING'], perHour: 100, perDay: 400, clause: 'desk' }],
});

const patients = rows('Patient', { from: 'patient', subject: 'id', columns: { id: 'id', name: 'name', bloodGroup: 'blood_group' } });
const [ann, clerk] = ['a0000000-0000-4000-8000-000000000001', 'c0000000-0000-4000-8000-000000000001'];
const tables = `create table patient (id uuid primary key, name text, blood_group text); insert into patient values ('${ann}', 'Ann', 'A+')`;

const gateway = await createGateway({
  typeDefs,
  policy,
  subjects: { patient: { from: 'patient', relationships: { SELF: ({ principalId }) => sql`subject.id = ${principalId}::uuid` } } },
  rows: [patients],
  resolvers: { Query: { patients: patients.list() } },
  tables: [{ name: '0100-patients', sql: (roles) => `${tables}; grant select on patient to ${roles.gateway}` }],
  authenticate: async ({ headers }) => {
    if (headers.authorization === undefined) return undefined;
    if (headers.authorization === 'Bearer clerk') return { id: clerk, role: 'CLERK' };
    if (headers.authorization === 'Bearer ann') return { id: ann, role: 'PATIENT' };
    throw new Error('an unknown token');
  },
}).listen(Number(process.env.PORT ?? 4000));
process.stdout.write(`ready: ${gateway.url}\n`);
