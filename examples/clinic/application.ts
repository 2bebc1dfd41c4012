import { readSchemaFiles, sql, type ApplicationDefinition, type Where, type Write } from 'need-to-know';
import { readPeople } from './people.ts';
import { policy } from './policy.ts';
import { patients, results, staff, subjects, visits } from './records.ts';
import { sampleData } from './sample-data.ts';
import { tables } from './tables.ts';

const ofTest: Where = ({ test }) => (typeof test === 'string' ? sql`item.test = ${test}` : undefined);

const correctReason: Write = ({ id, reason }) => sql`update clinic.visit set reason = ${reason} where id = ${id}::uuid returning id`;
const addResult: Write = ({ patientId, test, value }) => sql`insert into clinic.result (id, patient_id, test, value)
  values (gen_random_uuid(), ${patientId}::uuid, ${test}, ${value}) returning id`;

/** The clinic. The commands of the package read it as well. */
export default {
  typeDefs: readSchemaFiles(import.meta.dirname),
  policy,
  subjects,
  rows: [patients, visits, results, staff],
  tables: [tables, sampleData],
  authenticate: readPeople,
  cases: {
    find: async ({ database }, { id, role }, _purpose, caseId) => {
      if (role !== 'PHYSICIAN') return undefined;
      const { rows: found } = await sql<{ subjectId: string }>`select patient_id as "subjectId" from clinic.treatment
        where id = ${caseId}::uuid and practitioner_id = ${id}::uuid and ended_at is null`.execute(database);
      return found[0] && { kind: 'TREATMENT', id: caseId, subjectId: found[0].subjectId, renewalDue: false };
    },
  },
  authorities: {
    read: async ({ database }, id, insurerId) => {
      const { rows: found } = await sql<{ categories: string[]; inForce: boolean }>`select categories, closed_at is null as "inForce"
        from clinic.claim where id = ${id}::uuid and insurer_id = ${insurerId}::uuid`.execute(database);
      return found[0] && { purpose: 'CLAIMS', ...found[0] };
    },
  },
  resolvers: {
    Query: { me: patients.first(), patient: patients.one(), patients: patients.list(), results: results.list(ofTest) },
    Mutation: { correctReason: visits.change(correctReason), addResult: results.add('patientId', addResult) },
    Patient: { visits: visits.ofSubject(), results: results.ofSubject() },
    Visit: { practitioner: staff.by('practitioner') },
    Result: { patient: patients.by('patient') },
  },
} satisfies ApplicationDefinition;
