import type { MandateKind, Purpose, Role } from '../generated/schema.ts';

/** What a mandate of each kind is for, and which kind of partner it can be given to. */
export const mandateKinds: Readonly<
  Record<MandateKind, { readonly role: Role; readonly purpose: Purpose; readonly namesSubjects: boolean }>
> = {
  WORK_ORDER: { role: 'MAINTENANCE_AGENT', purpose: 'MAINTENANCE', namesSubjects: true },
  CREDIT_CHECK: { role: 'CREDIT_REPORTING_AGENCY', purpose: 'CREDIT_VERIFICATION', namesSubjects: true },
  DEBT_ASSIGNMENT: { role: 'COLLECTION_AGENCY', purpose: 'DEBT_COLLECTION', namesSubjects: true },
  COURT_ORDER: { role: 'LAW_ENFORCEMENT', purpose: 'LEGAL_DEMAND', namesSubjects: true },
  // An engagement is about the log, and so about whoever is in it.
  AUDIT_ENGAGEMENT: { role: 'CONTROL_AGENCY', purpose: 'CONTROL_AUDIT', namesSubjects: false },
};
