/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What a read showed of a person, or that none did. */
export type AccessKind =
  /** Nothing was read: somebody signed in to the person's account, tried to, or changed how one signs in to it. */
  | 'ACCOUNT_USED'
  /** The person was in a list or a search result, and the reader had no relationship to the person. */
  | 'APPEARED_IN_SEARCH'
  /** The person's record was opened, or a list about the person. */
  | 'RECORD_OPENED';

/** What a guardian may see of a minor beyond the ordinary. */
export type CareArea =
  /** Where the minor lives. */
  | 'ADDRESS'
  /** With whom the minor lives. */
  | 'HOUSEHOLD'
  /** What the minor asks the helpdesk. */
  | 'SUPPORT_HISTORY';

/** A request to the privacy officer. */
export type FileRequestInput = {
  /** The text, of at most 4,000 characters. */
  body: string;
  /** The code that sendContactCode mailed to contactEmail for this kind and body. A sender without an account must give it. */
  contactCode?: string | null | undefined;
  /** Where to answer a sender without an account, who must give it. */
  contactEmail?: string | null | undefined;
  /** For ACCESS_QUESTIONED, and for it alone: an access entry about oneself or a minor in one's care. */
  entryId?: string | number | null | undefined;
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  idempotencyKey?: string | number | null | undefined;
  /** What is asked. Without an account: QUESTION or COMMENT. */
  kind: PrivacyRequestKind;
  /** The `Resident.id` of a minor in one's care whose request it is; left out: the principal. Not together with `entryId`. */
  residentId?: string | number | null | undefined;
};

/** What a person can ask of the privacy officer. */
export type PrivacyRequestKind =
  /** To see everything that is held about oneself. */
  | 'ACCESS'
  /** Questions one entry of the access log. */
  | 'ACCESS_QUESTIONED'
  /** To say something. It needs no account. */
  | 'COMMENT'
  /** To complain. */
  | 'COMPLAINT'
  /** To have something corrected. */
  | 'CORRECTION'
  /** To ask something. It needs no account. */
  | 'QUESTION';

/** How far a request is. */
export type PrivacyRequestStatus =
  /** It is answered and closed. */
  | 'ANSWERED'
  /** It awaits an answer. */
  | 'OPEN'
  /** It was taken back before it was answered, and is closed. */
  | 'WITHDRAWN';

/** A message about a request. */
export type ReplyToRequestInput = {
  /** The text, of at most 4,000 characters. */
  body: string;
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  idempotencyKey?: string | number | null | undefined;
  /** The `PrivacyRequest.id` of an open request. */
  requestId: string | number;
};

/** What the principal is to the municipality. */
export type Role =
  /** Nobody in particular: a client without a token. */
  | 'ANONYMOUS'
  /** A company that collects overdue debts. */
  | 'COLLECTION_AGENCY'
  /** A body that audits the municipality. */
  | 'CONTROL_AGENCY'
  /** A company that verifies credit. */
  | 'CREDIT_REPORTING_AGENCY'
  /** An employee who serves people at the counter or on the phone. */
  | 'CUSTOMER_SERVICE'
  /** A police service, or another body that enforces the law. */
  | 'LAW_ENFORCEMENT'
  /** A company that maintains the system. */
  | 'MAINTENANCE_AGENT'
  /** An employee who answers requests, prepares lawful disclosures or reviews the access log. */
  | 'PRIVACY_OFFICER'
  /** A person on record who acts for themselves or for those in their care. */
  | 'RESIDENT'
  /** An employee who keeps the web site safe. */
  | 'SECURITY'
  /** An employee who administers which colleague has which role. */
  | 'STAFF_ADMINISTRATOR'
  /** An employee of the helpdesk. */
  | 'SUPPORT';

export type MyInformationQueryVariables = Exact<{ [key: string]: never; }>;


export type MyInformationQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null, birthDate: string | null, email: string | null, phone: string | null, mobilePhone: string | null, address: { __typename: 'Address', street: string | null, locality: string | null, province: string | null, postalCode: string | null } | null } | null };

export type WhomRequestsAreForQueryVariables = Exact<{ [key: string]: never; }>;


export type WhomRequestsAreForQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, guardianships: Array<{ __typename: 'Guardianship', id: string | null, areas: Array<CareArea> | null, minor: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null } | null }> | null } | null };

export type FileRequestMutationVariables = Exact<{
  input: FileRequestInput;
}>;


export type FileRequestMutation = { __typename: 'Mutation', fileRequest: { __typename: 'FileRequestPayload', receipt: { __typename: 'PrivacyRequestReceipt', requestId: string, number: string, dueOn: string } | null } | null };

export type OwnRequestQueryVariables = Exact<{
  id: string | number;
}>;


export type OwnRequestQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null } | null, request: { __typename: 'PrivacyRequest', id: string | null, number: string, kind: PrivacyRequestKind, status: PrivacyRequestStatus, filedAt: string, dueOn: string, answeredAt: string | null, withdrawnAt: string | null, filedByGuardian: boolean | null, body: string | null, answer: string | null, requester: { __typename: 'Resident', id: string | null } | null, messages: Array<{ __typename: 'PrivacyRequestMessage', id: string | null, body: string | null, sentAt: string | null, fromStaff: boolean | null, fromGuardian: boolean | null }> | null } | null };

export type ReplyToRequestMutationVariables = Exact<{
  input: ReplyToRequestInput;
}>;


export type ReplyToRequestMutation = { __typename: 'Mutation', replyToRequest: { __typename: 'PrivacyRequestPayload', request: { __typename: 'PrivacyRequest', id: string | null, messages: Array<{ __typename: 'PrivacyRequestMessage', id: string | null }> | null } | null } | null };

export type WithdrawRequestMutationVariables = Exact<{
  id: string | number;
}>;


export type WithdrawRequestMutation = { __typename: 'Mutation', withdrawRequest: { __typename: 'PrivacyRequestPayload', request: { __typename: 'PrivacyRequest', id: string | null, status: PrivacyRequestStatus } | null } | null };

export type OwnRequestsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OwnRequestsQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null } | null, requests: { __typename: 'PrivacyRequestConnection', totalCount: number, edges: Array<{ __typename: 'PrivacyRequestEdge', node: { __typename: 'PrivacyRequest', id: string | null, number: string, kind: PrivacyRequestKind, status: PrivacyRequestStatus, filedAt: string, dueOn: string, answeredAt: string | null, withdrawnAt: string | null, filedByGuardian: boolean | null, requester: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null } | null } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null };

export type ReadsOfYearQueryVariables = Exact<{
  from: string;
  after?: string | null | undefined;
}>;


export type ReadsOfYearQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, accessHistory: { __typename: 'AccessHistoryConnection', edges: Array<{ __typename: 'AccessHistoryEdge', node: { __typename: 'AccessHistoryEntry', id: string | null, at: string | null, kind: AccessKind | null, by: { __typename: 'AccessReader', role: Role | null } | null } | null }> | null, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } | null } | null } | null };

export type WhoLookedQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WhoLookedQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, accessHistory: { __typename: 'AccessHistoryConnection', totalCount: number | null, notice: string | null, edges: Array<{ __typename: 'AccessHistoryEdge', node: { __typename: 'AccessHistoryEntry', id: string | null, at: string | null, kind: AccessKind | null, why: string | null, fields: Array<string> | null, by: { __typename: 'AccessReader', role: Role | null } | null } | null }> | null, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } | null } | null } | null };


export const MyInformationDocument = {"__meta__":{"hash":"sha256:964ded43080263dd131b07095d8dcd6b146192f981554c06d67c18906748a727"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyInformation"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"mobilePhone"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"locality"}},{"kind":"Field","name":{"kind":"Name","value":"province"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}}]}}]}}]}}]} as unknown as DocumentNode<MyInformationQuery, MyInformationQueryVariables>;
export const WhomRequestsAreForDocument = {"__meta__":{"hash":"sha256:35d97ac8bf14e10c41db88893ec8a7f87ab1c8e3b5fb37917595393dd8970157"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhomRequestsAreFor"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"guardianships"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"areas"}},{"kind":"Field","name":{"kind":"Name","value":"minor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhomRequestsAreForQuery, WhomRequestsAreForQueryVariables>;
export const FileRequestDocument = {"__meta__":{"hash":"sha256:d30b2c966f71b80413690e34d5c4748a53900201a84fd7935c8c118282ab28ff"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"FileRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"FileRequestInput"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"fileRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"receipt"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"requestId"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}}]}}]}}]}}]} as unknown as DocumentNode<FileRequestMutation, FileRequestMutationVariables>;
export const OwnRequestDocument = {"__meta__":{"hash":"sha256:6e3bca57e7ec0ac39c8b0e39c27699717905f8f7c4b34befa2350dbea1b0c28c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"request"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"filedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnAt"}},{"kind":"Field","name":{"kind":"Name","value":"filedByGuardian"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"body"}},{"kind":"Field","name":{"kind":"Name","value":"sentAt"}},{"kind":"Field","name":{"kind":"Name","value":"fromStaff"}},{"kind":"Field","name":{"kind":"Name","value":"fromGuardian"}}]}}]}}]}}]} as unknown as DocumentNode<OwnRequestQuery, OwnRequestQueryVariables>;
export const ReplyToRequestDocument = {"__meta__":{"hash":"sha256:f6ed6b542b046939b1bfec61bf6ff993a9106373845f7f60c77583986b6569ed"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplyToRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplyToRequestInput"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"replyToRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReplyToRequestMutation, ReplyToRequestMutationVariables>;
export const WithdrawRequestDocument = {"__meta__":{"hash":"sha256:c0e94d9b11724d221d9f396bf4610390d3cc21df779c36c01e32f5fe98259a45"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"WithdrawRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawRequest"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"requestId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"request"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]} as unknown as DocumentNode<WithdrawRequestMutation, WithdrawRequestMutationVariables>;
export const OwnRequestsDocument = {"__meta__":{"hash":"sha256:f65216d2c37f85561760dc0d55fe68ab8d5001f7f645ca8950fd3e31b51cafaa"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OwnRequests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requests"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"NEWEST"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"filedAt"}},{"kind":"Field","name":{"kind":"Name","value":"dueOn"}},{"kind":"Field","name":{"kind":"Name","value":"answeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnAt"}},{"kind":"Field","name":{"kind":"Name","value":"filedByGuardian"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<OwnRequestsQuery, OwnRequestsQueryVariables>;
export const ReadsOfYearDocument = {"__meta__":{"hash":"sha256:9de5ceecf3e6d3c553004557f53d86acaffec23fd6ee7b7fb838b0e1cce9277b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReadsOfYear"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DateTime"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accessHistory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReadsOfYearQuery, ReadsOfYearQueryVariables>;
export const WhoLookedDocument = {"__meta__":{"hash":"sha256:45b8a14e56f9f091987cfe8e65a33690329edeea929b24bb117bdf1519232ff6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoLooked"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accessHistory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"notice"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhoLookedQuery, WhoLookedQueryVariables>;