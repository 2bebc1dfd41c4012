import { cast, matters } from '../../../demo/personas.ts';
import type { EvidenceOperation } from '../../../src/server/library/testing/asking/random-operation.ts';
import type { Standpoint } from '../towns/standpoints.ts';

/** Small operations that are rarely generated. Each asks for one kind of hidden link or count. */
const queries: readonly string[] = [
  '{ me { household { members { residentId } } } }',
  '{ me { household { members { residentId } } guardianships { minor { id } } } }',
  '{ residents(first: 100) { edges { node { id } } } mandate(id: $mandate) { subjects { id } } }',
  '{ accounts(first: 100) { edges { node { resident { id } } } } mandate(id: $mandate) { subjects { id } } }',
  '{ mandate(id: $mandate) { subjects { id } } }',
  '{ residents(first: 100) { totalCount pageInfo { hasNextPage } } }',
  '{ residents(last: 1) { pageInfo { hasPreviousPage } edges { cursor } } }',
  `{ node(id: "${cast.resident}") { __typename ... on Resident { email } } }`,
  `{ node(id: "${matters.ticket}") { __typename ... on Ticket { subject } } }`,
  '{ requests(first: 1) { edges { node { requester { id } } } } }',
  '{ requests(first: 100, orderBy: DUE) { totalCount edges { node { id assignee { id } requester { id } } } } }',
  '{ requests(first: 1, assignment: UNASSIGNED) { totalCount edges { node { id body } } } }',
  '{ requests(first: 100, status: WITHDRAWN) { totalCount edges { node { id withdrawnAt filedByGuardian messages { id } } } } }',
  '{ requests(first: 3) { totalCount edges { node { filedByGuardian messages { id body sentAt fromStaff fromGuardian } } } } }',
  `mutation { replyToRequest(input: { requestId: "${matters.request}", body: "More." }) { request { status messages { fromStaff fromGuardian } } } }`,
  `mutation { withdrawRequest(input: { requestId: "${matters.request}" }) { request { status filedByGuardian } } }`,
  `mutation { fileRequest(input: { kind: ACCESS, residentId: "${cast.resident}", body: "What?" }) { receipt { dueOn } } }`,
  '{ tickets(first: 1) { edges { node { requester { id } messages { author { __typename } } } } } }',
  '{ me { accessHistory(first: 100, includeOwn: true) { totalCount edges { node { entryId why need { number openedAt closedAt } case kind by { role employee { id } } } } } } }',
  '{ residents(first: 100) { edges { node { accessHistory { totalCount pageInfo { hasNextPage } edges { node { why relationship need { kind number } fields categories kind } } } } } } }',
  '{ accessEntries(first: 100) { totalCount edges { node { employee { id } subjects { pseudonym } } } } }',
  `mutation { acknowledgePurpose(input: { version: "${'0'.repeat(32)}" }) { purposeText { version } } }`,
  'mutation { reopenRequestByCode(input: { number: "R-10000000", code: "0000-0000-0000", body: "Why?" }) { request { number } } }',
  '{ openEncounter { id purpose resident { id email } people { __typename } } }',
  `mutation { changeEncounterPurpose(input: { encounterId: "${matters.encounter}" }) { encounter { purpose resident { id } } } }`,
  `mutation { recordPayment(input: { residentId: "${cast.resident}", cents: 100, method: CASH }) { payment { amount method } resident { account { balance } payments { totalCount } } } }`,
  '{ residents(first: 100) { edges { node { payments(first: 2) { totalCount edges { node { id amount paidAt purchaseId } } } } } } }',
  // The residents whom the second town changes or leaves out, and values that neither town has.
  `mutation { confirmIdentity(input: { residentId: "${cast.protectedPerson}", birthDate: "1901-01-01", phone: "+17805559999" }) { outcome } }`,
  'mutation { sendContactCode(input: { kind: QUESTION, body: "What?", contactEmail: "nobody.at.all@example.org" }) { validUntil } }',
  'mutation { confirmIdentity(input: { email: "nobody.at.all@example.org", phone: "+17805559999" }) { outcome } }',
  '{ mandates(first: 100, awaitsMyApproval: true) { totalCount edges { node { id subjects { id email } } } } }',
  '{ mandates(first: 3) { totalCount pageInfo { hasNextPage } edges { node { id status approvalsRequired awaitsMyApproval subjects { id } } } } }',
  '{ mandates(first: 100, sealAwaitsMyApproval: true) { totalCount edges { node { id sealProposedUntil subjects { id } } } } }',
  '{ partners(first: 100) { totalCount edges { node { partner { name } mandateCounts { status mandates } awaitingMyApproval sealsAwaitingMyApproval } } } }',
  '{ partners(first: 1, awaitsMyApproval: true) { totalCount pageInfo { hasNextPage } edges { node { partner { id } } } } }',
  '{ tickets(first: 100) { totalCount edges { node { id assignee { id } messages { fromStaff } } } } }',
  'mutation { approveSeal(input: { mandateId: $mandate }) { mandate { id sealedUntil } } }',
  `mutation { markTicketRead(input: { ticketId: "${matters.ticket}", readUntil: "2026-06-15T18:00:00Z" }) { ticket { id unreadSince } } }`,
  '{ tickets(first: 3) { edges { node { unreadSince } } } }',
  `mutation { markTicketSensitive(input: { ticketId: "${matters.ticket}" }) { ticket { id sensitive } } }`,
  `mutation { recordMandate(input: { kind: COURT_ORDER, reference: "KB-1", issuer: "Court", partnerId: "${cast.police}", subjectIds: ["${cast.resident}"],
    categories: [NAME], validFrom: "2026-06-01T00:00:00Z", validUntil: "2027-06-01T00:00:00Z" }) { mandate { id } } }`,
  '{ currentCase { ... on Encounter { resident { id } people { __typename } } ... on PrivacyRequest { requester { id } } ... on Ticket { id } } }',
];

/** The fixed operations for a standpoint. */
export function fixedOperations({ role, purpose, mandate }: Standpoint): EvidenceOperation[] {
  const headers = purpose && role !== 'RESIDENT' ? { 'privacy-purpose': purpose } : undefined;
  return queries.map((query) => ({
    query: query.replaceAll('$mandate', JSON.stringify(mandate ?? '70000000-0000-4000-8000-000000000002')),
    variables: {},
    operationName: undefined,
    headers: headers ?? {},
    cursor: undefined,
  }));
}
