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
    "\n    mutation AcknowledgeService($version: String!) @purpose(is: SERVICE_PROVISION) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  ": typeof types.AcknowledgeServiceDocument,
    "\n    mutation AcknowledgePayment($version: String!) @purpose(is: PAYMENT) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  ": typeof types.AcknowledgePaymentDocument,
    "\n    mutation AcknowledgeAgeVerification($version: String!) @purpose(is: AGE_VERIFICATION) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  ": typeof types.AcknowledgeAgeVerificationDocument,
    "\n    mutation AcknowledgeSupport($version: String!) @purpose(is: CUSTOMER_SUPPORT) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  ": typeof types.AcknowledgeSupportDocument,
    "\n    mutation AcknowledgeRequests($version: String!) @purpose(is: RIGHTS_FULFILMENT) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  ": typeof types.AcknowledgeRequestsDocument,
    "\n    mutation AcknowledgeReview($version: String!) @purpose(is: ACCESS_REVIEW) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  ": typeof types.AcknowledgeReviewDocument,
    "\n    mutation AcknowledgeMandates($version: String!) @purpose(is: MANDATE_ADMINISTRATION) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  ": typeof types.AcknowledgeMandatesDocument,
    "\n  query PurposeTexts {\n    purposeTexts {\n      purpose\n      version\n      text\n    }\n  }\n": typeof types.PurposeTextsDocument,
};
const documents: Documents = {
    "\n    mutation AcknowledgeService($version: String!) @purpose(is: SERVICE_PROVISION) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  ": types.AcknowledgeServiceDocument,
    "\n    mutation AcknowledgePayment($version: String!) @purpose(is: PAYMENT) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  ": types.AcknowledgePaymentDocument,
    "\n    mutation AcknowledgeAgeVerification($version: String!) @purpose(is: AGE_VERIFICATION) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  ": types.AcknowledgeAgeVerificationDocument,
    "\n    mutation AcknowledgeSupport($version: String!) @purpose(is: CUSTOMER_SUPPORT) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  ": types.AcknowledgeSupportDocument,
    "\n    mutation AcknowledgeRequests($version: String!) @purpose(is: RIGHTS_FULFILMENT) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  ": types.AcknowledgeRequestsDocument,
    "\n    mutation AcknowledgeReview($version: String!) @purpose(is: ACCESS_REVIEW) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  ": types.AcknowledgeReviewDocument,
    "\n    mutation AcknowledgeMandates($version: String!) @purpose(is: MANDATE_ADMINISTRATION) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  ": types.AcknowledgeMandatesDocument,
    "\n  query PurposeTexts {\n    purposeTexts {\n      purpose\n      version\n      text\n    }\n  }\n": types.PurposeTextsDocument,
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
export function graphql(source: "\n    mutation AcknowledgeService($version: String!) @purpose(is: SERVICE_PROVISION) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation AcknowledgeService($version: String!) @purpose(is: SERVICE_PROVISION) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AcknowledgePayment($version: String!) @purpose(is: PAYMENT) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation AcknowledgePayment($version: String!) @purpose(is: PAYMENT) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AcknowledgeAgeVerification($version: String!) @purpose(is: AGE_VERIFICATION) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation AcknowledgeAgeVerification($version: String!) @purpose(is: AGE_VERIFICATION) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AcknowledgeSupport($version: String!) @purpose(is: CUSTOMER_SUPPORT) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation AcknowledgeSupport($version: String!) @purpose(is: CUSTOMER_SUPPORT) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AcknowledgeRequests($version: String!) @purpose(is: RIGHTS_FULFILMENT) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation AcknowledgeRequests($version: String!) @purpose(is: RIGHTS_FULFILMENT) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AcknowledgeReview($version: String!) @purpose(is: ACCESS_REVIEW) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation AcknowledgeReview($version: String!) @purpose(is: ACCESS_REVIEW) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation AcknowledgeMandates($version: String!) @purpose(is: MANDATE_ADMINISTRATION) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation AcknowledgeMandates($version: String!) @purpose(is: MANDATE_ADMINISTRATION) {\n      acknowledgePurpose(input: { version: $version }) {\n        purposeText {\n          acknowledgedAt\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PurposeTexts {\n    purposeTexts {\n      purpose\n      version\n      text\n    }\n  }\n"): (typeof documents)["\n  query PurposeTexts {\n    purposeTexts {\n      purpose\n      version\n      text\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;