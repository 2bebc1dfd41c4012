import type { Purpose } from '../../shared/graphql/generated/schema.ts';

export const counter: readonly Purpose[] = ['SERVICE_PROVISION', 'PAYMENT', 'AGE_VERIFICATION'];
export const people = ['Query.resident', 'Query.residents'] as const;
/** A card finds the person who shows it. Its number is not shown at the counter. */
export const counterSearch = [...people, 'Query.residentByCard'] as const;
export const entries = ['Query.accessEntries', 'Query.disclosures'] as const;
/** The entries with their proofs, which reveal their places in the log. */
export const log = [...entries, 'Query.accessLog'] as const;
export const tickets = ['Query.ticket', 'Query.tickets'] as const;
export const withoutAccount = ['Mutation.sendContactCode', 'Mutation.fileRequest', 'Query.requestState'] as const;
export const byCode = ['Query.requestByCode', 'Mutation.reopenRequestByCode'] as const;
export const ofStatement = ['Query.statementToAcknowledge', 'Mutation.acknowledgeStatement'] as const;
export const requests = ['Query.request', 'Query.requests'] as const;
export const mandatesAndPartners = [
  'Query.mandate',
  'Query.mandates',
  'Query.partners',
  'Query.partnerClients',
  'Query.revocationsToReview',
] as const;
export const staffChanges = [
  'Mutation.inviteEmployee',
  'Mutation.renewInvitation',
  'Mutation.changeEmployeeRoles',
  'Mutation.approveEmployeeRoles',
  'Mutation.confirmEmployeeRoles',
  'Mutation.endEmployeeAccess',
] as const;
export const webVisits = ['Query.webVisits', 'Query.webVisitStatistics'] as const;
