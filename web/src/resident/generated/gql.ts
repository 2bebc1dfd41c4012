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
    "\n  query MyInformation @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      givenName\n      familyName\n      birthDate\n      email\n      phone\n      mobilePhone\n      address {\n        street\n        locality\n        province\n        postalCode\n      }\n    }\n  }\n": typeof types.MyInformationDocument,
    "\n  query WhomRequestsAreFor @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      guardianships {\n        id\n        areas\n        minor {\n          id\n          givenName\n          familyName\n        }\n      }\n    }\n  }\n": typeof types.WhomRequestsAreForDocument,
    "\n  mutation FileRequest($input: FileRequestInput!) @purpose(is: SELF_SERVICE) {\n    fileRequest(input: $input) {\n      receipt {\n        requestId\n        number\n        dueOn\n      }\n    }\n  }\n": typeof types.FileRequestDocument,
    "\n  query OwnRequest($id: ID!) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n    }\n    request(id: $id) {\n      id\n      number\n      kind\n      status\n      filedAt\n      dueOn\n      answeredAt\n      withdrawnAt\n      filedByGuardian\n      requester {\n        id\n      }\n      body\n      answer\n      messages {\n        id\n        body\n        sentAt\n        fromStaff\n        fromGuardian\n      }\n    }\n  }\n": typeof types.OwnRequestDocument,
    "\n  mutation ReplyToRequest($input: ReplyToRequestInput!) @purpose(is: SELF_SERVICE) {\n    replyToRequest(input: $input) {\n      request {\n        id\n        messages {\n          id\n        }\n      }\n    }\n  }\n": typeof types.ReplyToRequestDocument,
    "\n  mutation WithdrawRequest($id: ID!) @purpose(is: SELF_SERVICE) {\n    withdrawRequest(input: { requestId: $id }) {\n      request {\n        id\n        status\n      }\n    }\n  }\n": typeof types.WithdrawRequestDocument,
    "\n  query OwnRequests($after: String) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n    }\n    requests(first: 50, after: $after, orderBy: NEWEST) {\n      totalCount\n      edges {\n        node {\n          id\n          number\n          kind\n          status\n          filedAt\n          dueOn\n          answeredAt\n          withdrawnAt\n          filedByGuardian\n          requester {\n            id\n            givenName\n            familyName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.OwnRequestsDocument,
    "\n  query ReadsOfYear($from: DateTime!, $after: String) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      accessHistory(first: 100, after: $after, filter: { from: $from }) {\n        edges {\n          node {\n            id\n            at\n            kind\n            by {\n              role\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.ReadsOfYearDocument,
    "\n  query WhoLooked($after: String) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      accessHistory(first: 20, after: $after) {\n        totalCount\n        notice\n        edges {\n          node {\n            id\n            at\n            kind\n            why\n            fields\n            by {\n              role\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.WhoLookedDocument,
};
const documents: Documents = {
    "\n  query MyInformation @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      givenName\n      familyName\n      birthDate\n      email\n      phone\n      mobilePhone\n      address {\n        street\n        locality\n        province\n        postalCode\n      }\n    }\n  }\n": types.MyInformationDocument,
    "\n  query WhomRequestsAreFor @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      guardianships {\n        id\n        areas\n        minor {\n          id\n          givenName\n          familyName\n        }\n      }\n    }\n  }\n": types.WhomRequestsAreForDocument,
    "\n  mutation FileRequest($input: FileRequestInput!) @purpose(is: SELF_SERVICE) {\n    fileRequest(input: $input) {\n      receipt {\n        requestId\n        number\n        dueOn\n      }\n    }\n  }\n": types.FileRequestDocument,
    "\n  query OwnRequest($id: ID!) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n    }\n    request(id: $id) {\n      id\n      number\n      kind\n      status\n      filedAt\n      dueOn\n      answeredAt\n      withdrawnAt\n      filedByGuardian\n      requester {\n        id\n      }\n      body\n      answer\n      messages {\n        id\n        body\n        sentAt\n        fromStaff\n        fromGuardian\n      }\n    }\n  }\n": types.OwnRequestDocument,
    "\n  mutation ReplyToRequest($input: ReplyToRequestInput!) @purpose(is: SELF_SERVICE) {\n    replyToRequest(input: $input) {\n      request {\n        id\n        messages {\n          id\n        }\n      }\n    }\n  }\n": types.ReplyToRequestDocument,
    "\n  mutation WithdrawRequest($id: ID!) @purpose(is: SELF_SERVICE) {\n    withdrawRequest(input: { requestId: $id }) {\n      request {\n        id\n        status\n      }\n    }\n  }\n": types.WithdrawRequestDocument,
    "\n  query OwnRequests($after: String) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n    }\n    requests(first: 50, after: $after, orderBy: NEWEST) {\n      totalCount\n      edges {\n        node {\n          id\n          number\n          kind\n          status\n          filedAt\n          dueOn\n          answeredAt\n          withdrawnAt\n          filedByGuardian\n          requester {\n            id\n            givenName\n            familyName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.OwnRequestsDocument,
    "\n  query ReadsOfYear($from: DateTime!, $after: String) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      accessHistory(first: 100, after: $after, filter: { from: $from }) {\n        edges {\n          node {\n            id\n            at\n            kind\n            by {\n              role\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.ReadsOfYearDocument,
    "\n  query WhoLooked($after: String) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      accessHistory(first: 20, after: $after) {\n        totalCount\n        notice\n        edges {\n          node {\n            id\n            at\n            kind\n            why\n            fields\n            by {\n              role\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.WhoLookedDocument,
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
export function graphql(source: "\n  query MyInformation @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      givenName\n      familyName\n      birthDate\n      email\n      phone\n      mobilePhone\n      address {\n        street\n        locality\n        province\n        postalCode\n      }\n    }\n  }\n"): (typeof documents)["\n  query MyInformation @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      givenName\n      familyName\n      birthDate\n      email\n      phone\n      mobilePhone\n      address {\n        street\n        locality\n        province\n        postalCode\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhomRequestsAreFor @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      guardianships {\n        id\n        areas\n        minor {\n          id\n          givenName\n          familyName\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query WhomRequestsAreFor @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      guardianships {\n        id\n        areas\n        minor {\n          id\n          givenName\n          familyName\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation FileRequest($input: FileRequestInput!) @purpose(is: SELF_SERVICE) {\n    fileRequest(input: $input) {\n      receipt {\n        requestId\n        number\n        dueOn\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation FileRequest($input: FileRequestInput!) @purpose(is: SELF_SERVICE) {\n    fileRequest(input: $input) {\n      receipt {\n        requestId\n        number\n        dueOn\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnRequest($id: ID!) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n    }\n    request(id: $id) {\n      id\n      number\n      kind\n      status\n      filedAt\n      dueOn\n      answeredAt\n      withdrawnAt\n      filedByGuardian\n      requester {\n        id\n      }\n      body\n      answer\n      messages {\n        id\n        body\n        sentAt\n        fromStaff\n        fromGuardian\n      }\n    }\n  }\n"): (typeof documents)["\n  query OwnRequest($id: ID!) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n    }\n    request(id: $id) {\n      id\n      number\n      kind\n      status\n      filedAt\n      dueOn\n      answeredAt\n      withdrawnAt\n      filedByGuardian\n      requester {\n        id\n      }\n      body\n      answer\n      messages {\n        id\n        body\n        sentAt\n        fromStaff\n        fromGuardian\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplyToRequest($input: ReplyToRequestInput!) @purpose(is: SELF_SERVICE) {\n    replyToRequest(input: $input) {\n      request {\n        id\n        messages {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReplyToRequest($input: ReplyToRequestInput!) @purpose(is: SELF_SERVICE) {\n    replyToRequest(input: $input) {\n      request {\n        id\n        messages {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawRequest($id: ID!) @purpose(is: SELF_SERVICE) {\n    withdrawRequest(input: { requestId: $id }) {\n      request {\n        id\n        status\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawRequest($id: ID!) @purpose(is: SELF_SERVICE) {\n    withdrawRequest(input: { requestId: $id }) {\n      request {\n        id\n        status\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnRequests($after: String) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n    }\n    requests(first: 50, after: $after, orderBy: NEWEST) {\n      totalCount\n      edges {\n        node {\n          id\n          number\n          kind\n          status\n          filedAt\n          dueOn\n          answeredAt\n          withdrawnAt\n          filedByGuardian\n          requester {\n            id\n            givenName\n            familyName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query OwnRequests($after: String) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n    }\n    requests(first: 50, after: $after, orderBy: NEWEST) {\n      totalCount\n      edges {\n        node {\n          id\n          number\n          kind\n          status\n          filedAt\n          dueOn\n          answeredAt\n          withdrawnAt\n          filedByGuardian\n          requester {\n            id\n            givenName\n            familyName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReadsOfYear($from: DateTime!, $after: String) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      accessHistory(first: 100, after: $after, filter: { from: $from }) {\n        edges {\n          node {\n            id\n            at\n            kind\n            by {\n              role\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReadsOfYear($from: DateTime!, $after: String) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      accessHistory(first: 100, after: $after, filter: { from: $from }) {\n        edges {\n          node {\n            id\n            at\n            kind\n            by {\n              role\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhoLooked($after: String) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      accessHistory(first: 20, after: $after) {\n        totalCount\n        notice\n        edges {\n          node {\n            id\n            at\n            kind\n            why\n            fields\n            by {\n              role\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query WhoLooked($after: String) @purpose(is: SELF_SERVICE) {\n    me {\n      id\n      accessHistory(first: 20, after: $after) {\n        totalCount\n        notice\n        edges {\n          node {\n            id\n            at\n            kind\n            why\n            fields\n            by {\n              role\n            }\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;