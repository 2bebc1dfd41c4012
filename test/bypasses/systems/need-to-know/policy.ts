import { definePolicy } from '../../../../src/server/library/index.ts';

const rootFields = ['me', 'patient', 'patients', 'patientCount', 'people', 'visit', 'visits', 'result', 'entries', 'node'];
const queries = rootFields.map((name) => `Query.${name}`);
const all = ['EXISTENCE', 'NAME', 'BIRTH_DATE', 'GENERATION', 'CONTACT', 'VISIT', 'HEALTH', 'FEE', 'INSURANCE'] as const;

/** The rules that every system of the comparison is given, as a policy of this gateway. */
export const policy = definePolicy({
  authority: 'Health Information Act',
  logYears: 10,
  roles: {
    VISITOR: { heldBy: 'NOBODY' },
    PATIENT: { heldBy: 'DATA_SUBJECT', usualPurpose: 'OWN_CARE' },
    PHYSICIAN: { heldBy: 'EMPLOYEE' },
    CLERK: { heldBy: 'EMPLOYEE' },
  },
  purposes: {
    OWN_CARE: { term: 'dpv:FulfilmentOfObligation', sentence: 'managing one’s own care' },
    TREATMENT: { term: 'dpv:ServiceProvision', sentence: 'treating a patient' },
    BILLING: { term: 'dpv:PaymentManagement', sentence: 'billing a visit' },
  },
  categories: {
    EXISTENCE: { term: 'dpv:PersonalData', label: 'that the person is a patient', isIdentifier: true },
    NAME: { term: 'pd:Name', label: 'name' },
    BIRTH_DATE: { term: 'pd:BirthDate', label: 'birth date', hints: ['GENERATION'] },
    GENERATION: { term: 'pd:AgeRange', label: 'decade of birth' },
    CONTACT: { term: 'pd:TelephoneNumber', label: 'telephone number' },
    VISIT: { term: 'pd:MedicalHealth', label: 'visits' },
    HEALTH: { term: 'pd:HealthRecord', label: 'reasons and results' },
    FEE: { term: 'pd:Transactional', label: 'fees' },
    INSURANCE: { term: 'pd:Insurance', label: 'insurance number' },
  },
  relationships: {
    SELF: { noun: 'the reader' },
    IN_TREATMENT: { noun: 'a patient in the reader’s treatment' },
  },
  clauses: {
    rights: 'You see everything that is on record about you.',
    treatment: 'The physician who treats you sees your record, without what you pay.',
    billing: 'The billing office sees who you are, your visits and your fees, and not why you came.',
    safeguards: 'No one reads more people than the work takes.',
  },
  grants: [
    { line: 'own-record', role: 'PATIENT', purpose: 'OWN_CARE', relationship: 'SELF', categories: all, clause: 'rights' },
    {
      line: 'treatment',
      role: 'PHYSICIAN',
      purpose: 'TREATMENT',
      relationship: 'IN_TREATMENT',
      categories: ['EXISTENCE', 'NAME', 'BIRTH_DATE', 'GENERATION', 'CONTACT', 'VISIT', 'HEALTH'],
      clause: 'treatment',
    },
    {
      line: 'billing',
      role: 'CLERK',
      purpose: 'BILLING',
      relationship: 'NONE',
      categories: ['EXISTENCE', 'NAME', 'CONTACT', 'VISIT', 'FEE', 'INSURANCE'],
      clause: 'billing',
    },
  ],
  rootFields: [
    { fields: queries, role: 'PATIENT', purposes: ['OWN_CARE'], scope: 'SELF', clause: 'rights' },
    // A physician may waive a fee: the schema needs someone who may compare the reason of a visit.
    { fields: [...queries, 'Mutation.setFee'], role: 'PHYSICIAN', purposes: ['TREATMENT'], scope: 'IN_TREATMENT', clause: 'treatment' },
    {
      fields: [...queries.filter((field) => field !== 'Query.result'), 'Mutation.setFee'],
      role: 'CLERK',
      purposes: ['BILLING'],
      scope: 'ALL',
      clause: 'billing',
    },
  ],
  budgets: [
    { role: 'PHYSICIAN', purposes: ['TREATMENT'], perHour: 1000, perDay: 5000, clause: 'safeguards' },
    { role: 'CLERK', purposes: ['BILLING'], perHour: 1000, perDay: 5000, clause: 'safeguards' },
  ],
});
