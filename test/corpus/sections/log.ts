import { cast, matters } from '../../../demo/personas.ts';
import { AccessOutcome, Purpose, Role } from '../../../src/town/shared/graphql/generated/schema.ts';
import { furtherNames, type StandpointName } from '../../helpers/asking/standpoints.ts';
import { as, askedBy, type CorpusOperation } from '../operation.ts';

const ofOnePerson = `query ($pseudonym: String!) {
  entries: accessEntries(first: 2, pseudonym: $pseudonym, filter: { until: "2027-01-01T00:00:00Z" }) { totalCount pageInfo { hasNextPage }
    edges { node { role purpose subjects { pseudonym relationship released } } } }
  shown: disclosures(first: 1, pseudonym: $pseudonym) { totalCount edges { node { partner { name } subjects { pseudonym } } } } }`;

/** Looks for the entries about the resident, by the pseudonym that each standpoint has for the resident for a purpose. */
function lookFor(name: string, standpoints: readonly (readonly [StandpointName, Purpose])[]): CorpusOperation[] {
  return standpoints.flatMap(([standpoint, purpose]) =>
    askedBy([standpoint], { name, query: ofOnePerson, lookedFor: { id: cast.resident, purpose } }),
  );
}

/** The access log, and mandates. */
export const log: readonly CorpusOperation[] = [
  ...askedBy(['resident', 'guardian', 'neighbour'], {
    name: 'access history',
    query: `{ me { accessHistory(first: 3) { totalCount notice noticeCode coverage { since } pageInfo { hasNextPage }
      edges { node { at by { role partner { name role } employee { id } } purpose authority why relationship need { kind number mandateKind identifiedBy openedAt closedAt }
        fields categories kind } } } } }`,
  }),
  ...askedBy(['resident', 'guardian', 'officer on the request'], {
    name: 'access history, filtered',
    query: `{ resident(id: "${cast.resident}") {
      by: accessHistory(filter: { role: CUSTOMER_SERVICE }) { totalCount edges { node { purpose } } }
      why: accessHistory(filter: { purpose: SELF_SERVICE, from: "2026-01-01T00:00:00Z", until: "2027-01-01T00:00:00Z" }, includeOwn: true) {
        edges { node { by { role } } } } } }`,
  }),
  {
    name: 'access history with own reads, page by page',
    ...as('resident'),
    query: `query ($after: String) { me { accessHistory(first: 2, after: $after, includeOwn: true) {
      pageInfo { endCursor } edges { node { id entryId by { role } case } } } } }`,
    cursor: 'after',
  },
  {
    name: 'access history in French',
    ...as('resident'),
    language: 'fr-CA, en;q=0.5',
    query: '{ me { accessHistory(first: 100) { notice noticeCode edges { node { why fields categories } } } } }',
  },
  {
    name: 'needs in the access history',
    ...as('resident'),
    query:
      '{ me { accessHistory(first: 100) { edges { node { relationship need { kind number mandateKind identifiedBy closedAt } } } } } }',
  },
  {
    name: 'access history of a child, asked by its guardian',
    ...as('guardian'),
    query: '{ me { guardianships { minor { accessHistory(first: 2) { totalCount edges { node { by { role } fields } } } } } } }',
  },
  ...askedBy(['anonymous', 'resident', 'officer on the request', 'reviewer', 'auditor', 'clerk', 'police'], {
    name: 'access entries',
    query: `{ accessEntries(first: 3) { totalCount notice noticeCode pageInfo { hasNextPage } edges { node {
      number role purpose purposeText authority outcome statementVersion command erases partner { name } employee { familyName }
      subjects { id relationship released withheld } } } } }`,
  }),
  ...askedBy(['police'], {
    name: 'own disclosures before a cursor that is none',
    query: '{ myMandate { disclosures(last: 1, before: "AAAA") { totalCount } } }',
  }),
  ...askedBy(['police', 'credit bureau', 'collection agency', 'maintenance', 'auditor', 'resident', 'anonymous'], {
    name: 'the mandate of the partner who asks',
    query: `query ($after: String) { myMandate { mandate { kind status validUntil categories } readBudget { window limit used left endsAt }
      disclosures(first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id at outcome people { id residentId released } } } } } }`,
    cursor: 'after',
  }),
  ...askedBy(['reviewer', 'resident', 'auditor', 'clerk'], {
    name: 'access entries by time, role and purpose',
    query: `{ accessEntries(filter: { from: "2026-06-01T00:00:00Z", until: "2026-07-01T00:00:00Z", role: LAW_ENFORCEMENT, purpose: LEGAL_DEMAND }) {
      totalCount edges { node { number role purpose subjects { relationship } } } } }`,
  }),
  {
    name: 'numbers of access entries by role and purpose',
    ...as('reviewer'),
    query: `{ ${[
      ...Object.values(Role).map((role) => `role_${role}: accessEntries(filter: { role: ${role} }) { totalCount }`),
      ...Object.values(AccessOutcome).map((outcome) => `outcome_${outcome}: accessEntries(filter: { outcome: ${outcome} }) { totalCount }`),
      ...Object.values(Purpose).map((purpose) => `purpose_${purpose}: disclosures(filter: { purpose: ${purpose} }) { totalCount }`),
    ].join(' ')} }`,
  },
  ...lookFor('entries about one person, by pseudonym', [
    ['reviewer', 'ACCESS_REVIEW'],
    ['auditor', 'CONTROL_AUDIT'],
    ['resident', 'SELF_SERVICE'],
    ['guardian', 'SELF_SERVICE'],
    ['officer on the request', 'RIGHTS_FULFILMENT'],
    ['clerk', 'SERVICE_PROVISION'],
    ['anonymous', 'SELF_SERVICE'],
  ]),
  ...lookFor('entries about one person, by the pseudonym of another purpose', [
    ['reviewer', 'RIGHTS_FULFILMENT'],
    ['officer on the request', 'ACCESS_REVIEW'],
  ]),
  ...askedBy(['reviewer', 'resident'], {
    name: 'entries by what is no pseudonym',
    query: `{ accessEntries(pseudonym: "${cast.resident}") { totalCount } }`,
  }),
  ...askedBy(['reviewer', 'resident', 'auditor', 'clerk'], {
    name: 'disclosures, page by page',
    query: `query ($after: String) { disclosures(first: 2, after: $after) { totalCount pageInfo { endCursor }
      edges { node { number partner { name } subjects { pseudonym } } } } }`,
    cursor: 'after',
  }),
  {
    name: 'disclosures to every partner role',
    ...as('reviewer'),
    query: '{ disclosures(first: 100) { edges { node { role partner { role } } } } }',
  },
  { name: 'cursors of the access history', ...as('resident'), query: '{ me { accessHistory(first: 1) { edges { cursor } } } }' },
  ...askedBy(['anonymous', 'resident', 'reviewer', 'support', 'auditor'], {
    name: 'the tree',
    query: '{ accessLog { __typename consistencyProof(from: "1", to: "nothing") } }',
  }),
  ...askedBy(
    [
      'anonymous',
      'resident',
      'clerk',
      'clerk without a purpose',
      'support',
      'officer',
      'reviewer',
      'security',
      'maintenance',
      'credit bureau',
      'collection agency',
      'police',
      'auditor',
      'staff administrator',
    ],
    {
      name: 'the receipt of an answer to somebody else',
      query: `{ accessReceipt(entry: "00000000-0000-4000-8000-00000000dead") { entry leafHash promise { time size index proof signed } } }`,
    },
  ),
  {
    name: 'the proof of an unknown entry',
    ...as('reviewer'),
    query: '{ accessLog { inclusionProof(entry: "00000000-0000-4000-8000-00000000dead") { number } checkpoint } }',
  },
  ...askedBy(
    ['officer for mandates', 'maintenance', 'credit bureau', 'collection agency', 'police', 'auditor', 'resident', ...furtherNames],
    {
      name: 'the court order of the police',
      query: `query ($id: ID!) { mandate(id: $id) { id kind reference issuer purpose categories validFrom validUntil status approvals
      sealedUntil sealProposedUntil partner { name role } subjects { id givenName birthDate phone } } }`,
      variables: { id: matters.courtOrder },
    },
  ),
  {
    name: 'a firm’s own mandate',
    ...as('maintenance'),
    query: `{ mandate(id: "${matters.workOrder}") { kind status subjects { id initials ageBand emailHint } } }`,
  },
  // A role that is not listed above asks for each root field of the log.
  ...askedBy(furtherNames, {
    name: 'the log',
    query: '{ accessEntries(first: 2) { totalCount } disclosures(first: 2) { totalCount } accessLog { checkpoint } }',
  }),
  ...askedBy(['officer for mandates', 'officer', 'police', 'resident', 'anonymous'], {
    name: 'mandates, page by page',
    query: `query ($after: String) { mandates(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor }
      edges { node { id kind status approvals approvalsRequired awaitsMyApproval subjects { id phone } } } } }`,
    cursor: 'after',
  }),
  ...askedBy(['officer for mandates'], {
    name: 'mandates that await the caller',
    query: `{ mandates(awaitsMyApproval: true, kind: COURT_ORDER, status: AWAITING_APPROVAL, partnerId: "${cast.police}") { totalCount edges { node { id } } }
      lapsing: mandates(lapsesSoon: true) { totalCount edges { node { id lapsesSoon } } }
      seals: mandates(sealAwaitsMyApproval: true) { totalCount edges { node { id sealProposedUntil sealAwaitsMyApproval } } } }`,
  }),
  ...askedBy(['officer for mandates', 'officer', 'reviewer', 'police', 'resident', 'anonymous'], {
    name: 'partners with what their mandates await, page by page',
    query: `query ($after: String) { partners(first: 3, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node {
      partner { id name role } accessEndedAt mandateCounts { status mandates } awaitingMyApproval sealsAwaitingMyApproval } } } }`,
    cursor: 'after',
  }),
  ...askedBy(['officer for mandates'], {
    name: 'the police, if something awaits the caller or not',
    query: `{ awaiting: partners(role: LAW_ENFORCEMENT, awaitsMyApproval: true) { totalCount }
      others: partners(role: LAW_ENFORCEMENT, awaitsMyApproval: false) { totalCount edges { cursor node { partner { name } } } } }`,
  }),
  ...askedBy(['officer for mandates', 'officer', 'police'], {
    name: 'seals to review',
    query: '{ sealsToReview { id status sealedUntil } }',
  }),
  ...askedBy(['officer', 'officer for mandates', 'support'], {
    name: 'erasures to approve',
    query:
      '{ erasuresToApprove { id rule reason requestNumber proposedBy { givenName } proposedAt approvedBy { givenName } approvedAt entries { __typename } } }',
  }),
  ...askedBy(['officer for mandates', 'officer', 'police'], {
    name: 'revocations to review',
    query: '{ revocationsToReview { id status revokedAt revocationReason } }',
  }),
  {
    name: 'several mandates in one operation',
    ...as('officer for mandates'),
    query: `{ expired: mandate(id: "${matters.expiredOrder}") { status } revoked: mandate(id: "${matters.revokedOrder}") { status }
      half: mandate(id: "${matters.halfApprovedOrder}") { status approvals } none: mandate(id: "${cast.resident}") { status } }`,
  },
];
