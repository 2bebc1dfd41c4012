import { cast, matters } from '../../../demo/personas.ts';
import { CaseAssignment } from '../../../src/town/shared/graphql/generated/schema.ts';
import { as, askedBy, type CorpusOperation } from '../operation.ts';

/** Accounts, purchases, tickets and privacy requests. */
export const lives: readonly CorpusOperation[] = [
  ...askedBy(
    [
      'anonymous',
      'resident',
      'guardian',
      'clerk',
      'clerk for payment',
      'officer on the request',
      'officer for mandates',
      'collection agency',
    ],
    {
      name: 'accounts',
      query: `{ accounts(first: 3) { totalCount pageInfo { hasNextPage }
        edges { node { id balance overdueAmount overdueSince creditCheckOpen resident { id familyName } } } } }`,
    },
  ),
  ...askedBy(['officer for mandates', 'collection agency', 'guardian'], {
    name: 'overdue accounts',
    query: 'query ($overdue: Boolean) { accounts(overdue: $overdue, first: 2) { totalCount edges { node { overdueAmount } } } }',
    variables: { overdue: true },
  }),
  ...askedBy(['resident', 'guardian', 'neighbour'], {
    name: 'purchases, page by page',
    query: `query ($after: String) { me { purchases(first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor }
      edges { cursor node { quantity amount purchasedAt validFrom validUntil service { name price minimumAge validDays } } } } account { balance } } }`,
    cursor: 'after',
  }),
  ...askedBy(['resident', 'guardian', 'neighbour'], {
    name: 'purchases from the end',
    query: `{ me { purchases(last: 2) { totalCount pageInfo { hasNextPage hasPreviousPage } edges { node { amount purchasedAt } } } } }`,
  }),
  {
    name: 'purchases of the resident at the counter',
    ...as('clerk serving'),
    query: `{ resident(id: "${cast.resident}") { purchases(first: 2) { totalCount edges { node { amount validUntil service { name } } } } } }`,
  },
  ...askedBy(['anonymous', 'resident', 'guardian', 'support', 'support on the ticket', 'officer on the request', 'police', 'clerk'], {
    name: 'tickets',
    query: `{ tickets(first: 3) { totalCount pageInfo { hasNextPage } edges { node {
      number topic status openedAt closedAt assignee { givenName } subject sensitive unreadSince requester { id } } } } }`,
  }),
  ...askedBy(['anonymous', 'resident', 'guardian', 'officer', 'officer on the request', 'reviewer'], {
    name: 'one request',
    query: `{ request(id: "${matters.request}") { id number kind body messages { id body sentAt fromStaff fromGuardian } requester { givenName } } }`,
  }),
  ...askedBy(['resident', 'support'], {
    name: 'the last ticket',
    query: '{ tickets(last: 1) { pageInfo { hasPreviousPage } edges { node { number } } } }',
  }),
  ...askedBy(['support', 'resident', 'police', 'officer on the request'], {
    name: 'tickets by assignment, the oldest first',
    query: `query ($after: String, $assignment: CaseAssignment = MINE) { tickets(assignment: $assignment, orderBy: OLDEST, first: 2, after: $after) {
      totalCount pageInfo { endCursor } edges { node { id assignee { familyName } } } } }`,
    cursor: 'after',
  }),
  ...Object.values(CaseAssignment).map((assignment) => ({
    name: `tickets with the assignment ${assignment}`,
    ...as('support'),
    query: `{ tickets(assignment: ${assignment}, status: OPEN, first: 2) { totalCount edges { node { id assignee { familyName } } } } }`,
  })),
  ...askedBy(['support', 'resident'], {
    name: 'tickets of a topic and a time',
    query: `{ tickets(topic: PAYMENT, openedFrom: "2026-06-01T00:00:00Z", openedUntil: "2026-06-14T00:00:00Z", orderBy: NEWEST, first: 2) {
      totalCount edges { node { topic openedAt } } } }`,
  }),
  ...askedBy(['support', 'resident'], {
    name: 'tickets of a colleague',
    query: '{ tickets(assigneeId: "20000000-0000-4000-8000-000000000008", first: 2) { totalCount edges { node { id } } } }',
  }),
  ...askedBy(['anonymous', 'resident', 'clerk', 'support', 'officer', 'officer for mandates', 'reviewer'], {
    name: 'colleagues, page by page',
    query: `query ($after: String) { colleagues(first: 2, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id givenName familyName } } } }`,
    cursor: 'after',
  }),
  ...askedBy(['support'], {
    name: 'closed tickets, page by page',
    query: `query ($after: String, $status: TicketStatus = CLOSED) { tickets(status: $status, first: 2, after: $after) {
      totalCount pageInfo { endCursor } edges { node { id status } } } }`,
    cursor: 'after',
  }),
  ...askedBy(['resident', 'guardian', 'neighbour', 'support', 'support on the ticket', 'police', 'security', 'officer on the request'], {
    name: 'a ticket',
    query: `query ($id: ID!) { ticket(id: $id) { id number subject requester { givenName }
      messages { id body sentAt author { __typename ... on Resident { givenName } ... on Employee { familyName } } } } }`,
    variables: { id: matters.ticket },
  }),
  ...askedBy(['resident', 'guardian'], {
    name: 'own tickets',
    query: '{ me { tickets(first: 2) { totalCount edges { cursor node { number subject messages { body } } } } } }',
  }),
  ...askedBy(['anonymous', 'resident', 'guardian', 'neighbour', 'distant guardian', 'officer', 'officer on the request', 'reviewer'], {
    name: 'requests',
    query: `{ requests(first: 3) { totalCount edges { node {
      number kind status filedAt dueOn answeredAt withdrawnAt body answer contactEmail questionedEntry filedByGuardian requester { id familyName } } } } }`,
  }),
  ...askedBy(['distant guardian', 'officer on the request'], {
    name: 'the last request',
    query: '{ requests(last: 1) { pageInfo { hasPreviousPage } edges { node { id number } } } }',
  }),
  {
    name: 'ids and pages of own rows',
    ...as('resident'),
    query: '{ me { purchases(first: 1) { edges { node { id } } } tickets(first: 1) { pageInfo { hasNextPage } } } }',
  },
  {
    name: 'the request of a person without an account',
    ...as('officer on the request'),
    case: matters.anonymousRequest,
    query: '{ currentCase { ... on PrivacyRequest { contactEmail body requester { id } } } }',
  },
  ...askedBy(['officer'], {
    name: 'open requests, page by page',
    query: 'query ($after: String) { requests(status: OPEN, first: 1, after: $after) { pageInfo { endCursor } edges { node { id } } } }',
    cursor: 'after',
  }),
  ...askedBy(['anonymous', 'resident', 'support', 'officer', 'officer on the request', 'officer for mandates', 'reviewer'], {
    name: 'open requests by their last day, page by page',
    query: `query ($after: String) { requests(status: OPEN, orderBy: DUE, first: 2, after: $after) {
      totalCount pageInfo { endCursor } edges { node { id kind dueOn assignee { familyName } } } } }`,
    cursor: 'after',
  }),
  ...askedBy(['resident', 'officer'], {
    name: 'requests of a kind that are due within some days',
    query: `{ requests(kind: ACCESS, dueFrom: "2026-06-01", dueUntil: "2026-08-01", orderBy: NEWEST, first: 2) {
      totalCount edges { node { kind dueOn } } } }`,
  }),
  ...askedBy(['resident', 'officer'], {
    name: 'requests of a colleague',
    query: `{ requests(assigneeId: "${cast.privacyOfficer2}", first: 2) { totalCount edges { node { id assignee { familyName } } } } }`,
  }),
];
