/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Why the principal asks. */
export type Purpose =
  /** To review who looked at what, with people under pseudonyms. */
  | 'ACCESS_REVIEW'
  /** To check an age. */
  | 'AGE_VERIFICATION'
  /** To audit who looked at what, with people under pseudonyms. */
  | 'CONTROL_AUDIT'
  /** To verify credit. */
  | 'CREDIT_VERIFICATION'
  /** To help with a question to the helpdesk. */
  | 'CUSTOMER_SUPPORT'
  /** To collect an overdue debt. */
  | 'DEBT_COLLECTION'
  /** To comply with a legal demand. */
  | 'LEGAL_DEMAND'
  /** To maintain the system. */
  | 'MAINTENANCE'
  /** To prepare a lawful disclosure. */
  | 'MANDATE_ADMINISTRATION'
  /** To take or explain a payment. */
  | 'PAYMENT'
  /** To answer a request about personal information. */
  | 'RIGHTS_FULFILMENT'
  /** To manage one's own affairs. */
  | 'SELF_SERVICE'
  /** To provide a service that somebody asked for. */
  | 'SERVICE_PROVISION'
  /** To administer which employee has which role. */
  | 'STAFF_ADMINISTRATION'
  /** To keep the website safe. */
  | 'WEBSITE_SECURITY';

export type AcknowledgeServiceMutationVariables = Exact<{
  version: string;
}>;


export type AcknowledgeServiceMutation = { __typename: 'Mutation', acknowledgePurpose: { __typename: 'AcknowledgePurposePayload', purposeText: { __typename: 'PurposeText', acknowledgedAt: string | null } | null } | null };

export type AcknowledgePaymentMutationVariables = Exact<{
  version: string;
}>;


export type AcknowledgePaymentMutation = { __typename: 'Mutation', acknowledgePurpose: { __typename: 'AcknowledgePurposePayload', purposeText: { __typename: 'PurposeText', acknowledgedAt: string | null } | null } | null };

export type AcknowledgeAgeVerificationMutationVariables = Exact<{
  version: string;
}>;


export type AcknowledgeAgeVerificationMutation = { __typename: 'Mutation', acknowledgePurpose: { __typename: 'AcknowledgePurposePayload', purposeText: { __typename: 'PurposeText', acknowledgedAt: string | null } | null } | null };

export type AcknowledgeSupportMutationVariables = Exact<{
  version: string;
}>;


export type AcknowledgeSupportMutation = { __typename: 'Mutation', acknowledgePurpose: { __typename: 'AcknowledgePurposePayload', purposeText: { __typename: 'PurposeText', acknowledgedAt: string | null } | null } | null };

export type AcknowledgeRequestsMutationVariables = Exact<{
  version: string;
}>;


export type AcknowledgeRequestsMutation = { __typename: 'Mutation', acknowledgePurpose: { __typename: 'AcknowledgePurposePayload', purposeText: { __typename: 'PurposeText', acknowledgedAt: string | null } | null } | null };

export type AcknowledgeReviewMutationVariables = Exact<{
  version: string;
}>;


export type AcknowledgeReviewMutation = { __typename: 'Mutation', acknowledgePurpose: { __typename: 'AcknowledgePurposePayload', purposeText: { __typename: 'PurposeText', acknowledgedAt: string | null } | null } | null };

export type AcknowledgeMandatesMutationVariables = Exact<{
  version: string;
}>;


export type AcknowledgeMandatesMutation = { __typename: 'Mutation', acknowledgePurpose: { __typename: 'AcknowledgePurposePayload', purposeText: { __typename: 'PurposeText', acknowledgedAt: string | null } | null } | null };

export type PurposeTextsQueryVariables = Exact<{ [key: string]: never; }>;


export type PurposeTextsQuery = { __typename: 'Query', purposeTexts: Array<{ __typename: 'PurposeText', purpose: Purpose, version: string, text: string }> | null };


export const AcknowledgeServiceDocument = {"__meta__":{"hash":"sha256:5abb61bfb35d9bd867c9eb93adb51a4b170c1647070b4e0eebaf046ba6283c4a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcknowledgeService"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SERVICE_PROVISION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgePurpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"purposeText"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}}]}}]}}]}}]} as unknown as DocumentNode<AcknowledgeServiceMutation, AcknowledgeServiceMutationVariables>;
export const AcknowledgePaymentDocument = {"__meta__":{"hash":"sha256:dc29ee41baded27eefb9b0ce2cb1e0bb978da13d8cec6380ceb1a6858cc6f5e6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcknowledgePayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"PAYMENT"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgePurpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"purposeText"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}}]}}]}}]}}]} as unknown as DocumentNode<AcknowledgePaymentMutation, AcknowledgePaymentMutationVariables>;
export const AcknowledgeAgeVerificationDocument = {"__meta__":{"hash":"sha256:72ff44ea75e320da500348765e90db6ceda64f48586fbd461c29e8f71c7bdccc"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcknowledgeAgeVerification"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"AGE_VERIFICATION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgePurpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"purposeText"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}}]}}]}}]}}]} as unknown as DocumentNode<AcknowledgeAgeVerificationMutation, AcknowledgeAgeVerificationMutationVariables>;
export const AcknowledgeSupportDocument = {"__meta__":{"hash":"sha256:9b8e46ad999ab2dc3cde9b8bd952cb34490c7b6f5b22e492ded5e24d3e4f6d26"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcknowledgeSupport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"CUSTOMER_SUPPORT"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgePurpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"purposeText"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}}]}}]}}]}}]} as unknown as DocumentNode<AcknowledgeSupportMutation, AcknowledgeSupportMutationVariables>;
export const AcknowledgeRequestsDocument = {"__meta__":{"hash":"sha256:bf372d0436eac5574dadb3cab13d0f29c927392043b7013f4323f391ede3574f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcknowledgeRequests"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"RIGHTS_FULFILMENT"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgePurpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"purposeText"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}}]}}]}}]}}]} as unknown as DocumentNode<AcknowledgeRequestsMutation, AcknowledgeRequestsMutationVariables>;
export const AcknowledgeReviewDocument = {"__meta__":{"hash":"sha256:bb8e2c7985f1408cd923ef1b3c5538c09f3a580e43952159becfca78c7fefdef"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcknowledgeReview"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"ACCESS_REVIEW"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgePurpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"purposeText"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}}]}}]}}]}}]} as unknown as DocumentNode<AcknowledgeReviewMutation, AcknowledgeReviewMutationVariables>;
export const AcknowledgeMandatesDocument = {"__meta__":{"hash":"sha256:d229e72301946ff794e2620112c479fc64aece4c7cdacf5afe39ea420f3ba1ac"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AcknowledgeMandates"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"version"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"MANDATE_ADMINISTRATION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgePurpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"version"},"value":{"kind":"Variable","name":{"kind":"Name","value":"version"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"purposeText"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"acknowledgedAt"}}]}}]}}]}}]} as unknown as DocumentNode<AcknowledgeMandatesMutation, AcknowledgeMandatesMutationVariables>;
export const PurposeTextsDocument = {"__meta__":{"hash":"sha256:49861155ad370e7a3f01268568843ab622ef6e7959cc692a963ae6b9a0e5d1ae"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PurposeTexts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"purposeTexts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]} as unknown as DocumentNode<PurposeTextsQuery, PurposeTextsQueryVariables>;