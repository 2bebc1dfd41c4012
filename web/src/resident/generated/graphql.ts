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

export type WhoLookedQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WhoLookedQuery = { __typename: 'Query', me: { __typename: 'Resident', id: string | null, accessHistory: { __typename: 'AccessHistoryConnection', totalCount: number | null, notice: string | null, edges: Array<{ __typename: 'AccessHistoryEdge', node: { __typename: 'AccessHistoryEntry', id: string | null, at: string | null, kind: AccessKind | null, why: string | null, fields: Array<string> | null, by: { __typename: 'AccessReader', role: Role | null } | null } | null }> | null, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } | null } | null } | null };


export const MyInformationDocument = {"__meta__":{"hash":"sha256:964ded43080263dd131b07095d8dcd6b146192f981554c06d67c18906748a727"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyInformation"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}},{"kind":"Field","name":{"kind":"Name","value":"mobilePhone"}},{"kind":"Field","name":{"kind":"Name","value":"address"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"street"}},{"kind":"Field","name":{"kind":"Name","value":"locality"}},{"kind":"Field","name":{"kind":"Name","value":"province"}},{"kind":"Field","name":{"kind":"Name","value":"postalCode"}}]}}]}}]}}]} as unknown as DocumentNode<MyInformationQuery, MyInformationQueryVariables>;
export const WhoLookedDocument = {"__meta__":{"hash":"sha256:45b8a14e56f9f091987cfe8e65a33690329edeea929b24bb117bdf1519232ff6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhoLooked"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SELF_SERVICE"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accessHistory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"notice"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"fields"}},{"kind":"Field","name":{"kind":"Name","value":"by"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhoLookedQuery, WhoLookedQueryVariables>;