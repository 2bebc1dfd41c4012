import { rows, sql, type Subjects, type SubjectsDefinition } from 'need-to-know';

const patient: SubjectsDefinition = {
  from: 'clinic.patient',
  relationships: {
    SELF: ({ role, principalId }) => (role === 'PATIENT' ? sql`subject.id = ${principalId}::uuid` : undefined),
    IN_TREATMENT: ({ caseId }) => sql`exists (
      select from clinic.treatment where treatment.id = ${caseId}::uuid and treatment.patient_id = subject.id)`,
    CLAIMANT: ({ authorityId }) => sql`exists (
      select from clinic.claim_patient named where named.claim_id = ${authorityId}::uuid and named.patient_id = subject.id)`,
  },
  conditions: { CONSENTS_TO_RESEARCH: () => sql`subject.consents_to_research` },
};

/** Who the clinic’s data is about, and how the one who asks is related to each of them. */
export const subjects: Subjects = { patient, practitioner: { from: 'clinic.practitioner' } };

export const patients = rows('Patient', {
  from: 'clinic.patient',
  subject: 'id',
  columns: {
    id: 'id',
    name: 'name',
    birthDate: 'birth_date',
    phone: 'phone',
    insuranceNumber: 'insurance_number',
  },
  order: 'name',
});
export const visits = rows('Visit', {
  from: 'clinic.visit',
  subject: 'patient_id',
  columns: { id: 'id', at: 'at', reason: 'reason', fee: 'fee' },
  keys: { practitioner: 'practitioner_id' },
  order: 'at',
});
export const results = rows('Result', {
  from: 'clinic.result',
  subject: 'patient_id',
  columns: { id: 'id', test: 'test', value: 'value', generation: sql`extract(decade from subject.birth_date)::integer * 10` },
  keys: { patient: 'patient_id' },
  order: 'test',
});
export const staff = rows('Practitioner', {
  from: 'clinic.practitioner',
  subject: 'id',
  about: 'practitioner',
  columns: { id: 'id', name: 'name' },
});
