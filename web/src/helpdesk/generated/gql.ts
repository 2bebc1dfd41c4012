/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query TicketQueue($status: TicketStatus, $topic: TicketTopic, $assignment: CaseAssignment, $after: String)\n  @purpose(is: CUSTOMER_SUPPORT) {\n    tickets(status: $status, topic: $topic, assignment: $assignment, orderBy: OLDEST, first: 50, after: $after) {\n      totalCount\n      edges {\n        node {\n          id\n          number\n          topic\n          status\n          openedAt\n          assignee {\n            id\n            givenName\n            familyName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    mine: tickets(status: OPEN, assignment: MINE, first: 100) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n": typeof types.TicketQueueDocument,
    "\n  mutation TakeTicket($ticketId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    assignTicket(input: { ticketId: $ticketId }) {\n      ticket {\n        id\n      }\n    }\n  }\n": typeof types.TakeTicketDocument,
    "\n  mutation CloseTicket($ticketId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    closeTicket(input: { ticketId: $ticketId }) {\n      ticket {\n        id\n        status\n      }\n    }\n  }\n": typeof types.CloseTicketDocument,
    "\n  mutation KeepFromGuardians($ticketId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    markTicketSensitive(input: { ticketId: $ticketId }) {\n      ticket {\n        id\n        sensitive\n      }\n    }\n  }\n": typeof types.KeepFromGuardiansDocument,
    "\n  query HelpdeskColleagues @purpose(is: CUSTOMER_SUPPORT) {\n    colleagues(first: 100) {\n      edges {\n        node {\n          id\n          givenName\n          familyName\n        }\n      }\n    }\n  }\n": typeof types.HelpdeskColleaguesDocument,
    "\n  mutation GiveTicket($ticketId: ID!, $employeeId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    assignTicket(input: { ticketId: $ticketId, employeeId: $employeeId }) {\n      ticket {\n        id\n      }\n    }\n  }\n": typeof types.GiveTicketDocument,
    "\n  query TicketCase @purpose(is: CUSTOMER_SUPPORT) {\n    currentCase {\n      ... on Ticket {\n        id\n        number\n        topic\n        openedAt\n        subject\n        sensitive\n        requester {\n          id\n          givenName\n          familyName\n          email\n          phone\n          mobilePhone\n        }\n        messages {\n          id\n          body\n          sentAt\n          fromStaff\n          author {\n            ... on Employee {\n              id\n              givenName\n              familyName\n            }\n            ... on Resident {\n              id\n              givenName\n              familyName\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.TicketCaseDocument,
    "\n  mutation ReplyToTicket($input: ReplyToTicketInput!) @purpose(is: CUSTOMER_SUPPORT) {\n    replyToTicket(input: $input) {\n      ticket {\n        id\n        messages {\n          id\n        }\n      }\n    }\n  }\n": typeof types.ReplyToTicketDocument,
};
const documents: Documents = {
    "\n  query TicketQueue($status: TicketStatus, $topic: TicketTopic, $assignment: CaseAssignment, $after: String)\n  @purpose(is: CUSTOMER_SUPPORT) {\n    tickets(status: $status, topic: $topic, assignment: $assignment, orderBy: OLDEST, first: 50, after: $after) {\n      totalCount\n      edges {\n        node {\n          id\n          number\n          topic\n          status\n          openedAt\n          assignee {\n            id\n            givenName\n            familyName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    mine: tickets(status: OPEN, assignment: MINE, first: 100) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n": types.TicketQueueDocument,
    "\n  mutation TakeTicket($ticketId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    assignTicket(input: { ticketId: $ticketId }) {\n      ticket {\n        id\n      }\n    }\n  }\n": types.TakeTicketDocument,
    "\n  mutation CloseTicket($ticketId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    closeTicket(input: { ticketId: $ticketId }) {\n      ticket {\n        id\n        status\n      }\n    }\n  }\n": types.CloseTicketDocument,
    "\n  mutation KeepFromGuardians($ticketId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    markTicketSensitive(input: { ticketId: $ticketId }) {\n      ticket {\n        id\n        sensitive\n      }\n    }\n  }\n": types.KeepFromGuardiansDocument,
    "\n  query HelpdeskColleagues @purpose(is: CUSTOMER_SUPPORT) {\n    colleagues(first: 100) {\n      edges {\n        node {\n          id\n          givenName\n          familyName\n        }\n      }\n    }\n  }\n": types.HelpdeskColleaguesDocument,
    "\n  mutation GiveTicket($ticketId: ID!, $employeeId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    assignTicket(input: { ticketId: $ticketId, employeeId: $employeeId }) {\n      ticket {\n        id\n      }\n    }\n  }\n": types.GiveTicketDocument,
    "\n  query TicketCase @purpose(is: CUSTOMER_SUPPORT) {\n    currentCase {\n      ... on Ticket {\n        id\n        number\n        topic\n        openedAt\n        subject\n        sensitive\n        requester {\n          id\n          givenName\n          familyName\n          email\n          phone\n          mobilePhone\n        }\n        messages {\n          id\n          body\n          sentAt\n          fromStaff\n          author {\n            ... on Employee {\n              id\n              givenName\n              familyName\n            }\n            ... on Resident {\n              id\n              givenName\n              familyName\n            }\n          }\n        }\n      }\n    }\n  }\n": types.TicketCaseDocument,
    "\n  mutation ReplyToTicket($input: ReplyToTicketInput!) @purpose(is: CUSTOMER_SUPPORT) {\n    replyToTicket(input: $input) {\n      ticket {\n        id\n        messages {\n          id\n        }\n      }\n    }\n  }\n": types.ReplyToTicketDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TicketQueue($status: TicketStatus, $topic: TicketTopic, $assignment: CaseAssignment, $after: String)\n  @purpose(is: CUSTOMER_SUPPORT) {\n    tickets(status: $status, topic: $topic, assignment: $assignment, orderBy: OLDEST, first: 50, after: $after) {\n      totalCount\n      edges {\n        node {\n          id\n          number\n          topic\n          status\n          openedAt\n          assignee {\n            id\n            givenName\n            familyName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    mine: tickets(status: OPEN, assignment: MINE, first: 100) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TicketQueue($status: TicketStatus, $topic: TicketTopic, $assignment: CaseAssignment, $after: String)\n  @purpose(is: CUSTOMER_SUPPORT) {\n    tickets(status: $status, topic: $topic, assignment: $assignment, orderBy: OLDEST, first: 50, after: $after) {\n      totalCount\n      edges {\n        node {\n          id\n          number\n          topic\n          status\n          openedAt\n          assignee {\n            id\n            givenName\n            familyName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    mine: tickets(status: OPEN, assignment: MINE, first: 100) {\n      edges {\n        node {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakeTicket($ticketId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    assignTicket(input: { ticketId: $ticketId }) {\n      ticket {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TakeTicket($ticketId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    assignTicket(input: { ticketId: $ticketId }) {\n      ticket {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseTicket($ticketId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    closeTicket(input: { ticketId: $ticketId }) {\n      ticket {\n        id\n        status\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CloseTicket($ticketId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    closeTicket(input: { ticketId: $ticketId }) {\n      ticket {\n        id\n        status\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation KeepFromGuardians($ticketId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    markTicketSensitive(input: { ticketId: $ticketId }) {\n      ticket {\n        id\n        sensitive\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation KeepFromGuardians($ticketId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    markTicketSensitive(input: { ticketId: $ticketId }) {\n      ticket {\n        id\n        sensitive\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HelpdeskColleagues @purpose(is: CUSTOMER_SUPPORT) {\n    colleagues(first: 100) {\n      edges {\n        node {\n          id\n          givenName\n          familyName\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query HelpdeskColleagues @purpose(is: CUSTOMER_SUPPORT) {\n    colleagues(first: 100) {\n      edges {\n        node {\n          id\n          givenName\n          familyName\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation GiveTicket($ticketId: ID!, $employeeId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    assignTicket(input: { ticketId: $ticketId, employeeId: $employeeId }) {\n      ticket {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation GiveTicket($ticketId: ID!, $employeeId: ID!) @purpose(is: CUSTOMER_SUPPORT) {\n    assignTicket(input: { ticketId: $ticketId, employeeId: $employeeId }) {\n      ticket {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TicketCase @purpose(is: CUSTOMER_SUPPORT) {\n    currentCase {\n      ... on Ticket {\n        id\n        number\n        topic\n        openedAt\n        subject\n        sensitive\n        requester {\n          id\n          givenName\n          familyName\n          email\n          phone\n          mobilePhone\n        }\n        messages {\n          id\n          body\n          sentAt\n          fromStaff\n          author {\n            ... on Employee {\n              id\n              givenName\n              familyName\n            }\n            ... on Resident {\n              id\n              givenName\n              familyName\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query TicketCase @purpose(is: CUSTOMER_SUPPORT) {\n    currentCase {\n      ... on Ticket {\n        id\n        number\n        topic\n        openedAt\n        subject\n        sensitive\n        requester {\n          id\n          givenName\n          familyName\n          email\n          phone\n          mobilePhone\n        }\n        messages {\n          id\n          body\n          sentAt\n          fromStaff\n          author {\n            ... on Employee {\n              id\n              givenName\n              familyName\n            }\n            ... on Resident {\n              id\n              givenName\n              familyName\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplyToTicket($input: ReplyToTicketInput!) @purpose(is: CUSTOMER_SUPPORT) {\n    replyToTicket(input: $input) {\n      ticket {\n        id\n        messages {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReplyToTicket($input: ReplyToTicketInput!) @purpose(is: CUSTOMER_SUPPORT) {\n    replyToTicket(input: $input) {\n      ticket {\n        id\n        messages {\n          id\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;