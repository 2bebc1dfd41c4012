/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A range of ages in years. */
export type AgeBand =
  /** 6 to 12 years. */
  | 'FROM_6_TO_12'
  /** 13 to 17 years. */
  | 'FROM_13_TO_17'
  /** 18 to 29 years. */
  | 'FROM_18_TO_29'
  /** 30 to 44 years. */
  | 'FROM_30_TO_44'
  /** 45 to 64 years. */
  | 'FROM_45_TO_64'
  /** 65 years and more. */
  | 'FROM_65'
  /** Up to 5 years. */
  | 'UNDER_6';

/** What somebody gives to confirm who they are: at least two of birth date, email address and telephone number. */
export type ConfirmIdentityInput = {
  /** Not in the future. */
  birthDate?: string | null | undefined;
  /** A mail address (RFC 5321) of at most 254 characters. Upper and lower case are the same. */
  email?: string | null | undefined;
  /** E.164, such as +17805550100. It is compared with both numbers of a person. */
  phone?: string | null | undefined;
  /** The `Resident.id` of a search result, to compare with that person alone; left out: with everybody on record. */
  residentId?: string | number | null | undefined;
};

/** How a clerk knew whom an encounter serves. */
export type IdentityEvidence =
  /** What the person said was compared by confirmIdentity, and it matched. */
  | 'ANSWERS_MATCHED'
  /** The clerk says that the person is known to them. It is counted. */
  | 'KNOWN_TO_ME'
  /** The person showed a card with a photo. */
  | 'PHOTO_CARD';

/** How many people on record have all of the given values. */
export type IdentityOutcome =
  /** One person. */
  | 'MATCH'
  /** Nobody, or nobody whom the employee may serve. The two cannot be told apart. */
  | 'NO_MATCH'
  /** More than one: ask for another value, or compare with a search result. */
  | 'SEVERAL';

/** How somebody paid at the counter. Nothing of a payment card is kept. */
export type PaymentMethod =
  /** By debit or credit card, at the terminal. */
  | 'CARD'
  /** In cash. */
  | 'CASH';

/** Whether a person may buy a service. */
export type PurchaseAnswer =
  /** Nothing stands in the way of the purchase. */
  | 'MAY_BUY'
  /** The service has a minimum age, and the person has not reached it. */
  | 'TOO_YOUNG';

/** What to buy, for whom. */
export type PurchaseInput = {
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  idempotencyKey?: string | number | null | undefined;
  /** From 1 to 100. */
  quantity?: number | null | undefined;
  /** The `Resident.id`, as the caller knows it. */
  residentId: string | number;
  /** The `Service.id` from the catalogue. */
  serviceId: string | number;
};

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

/** What was paid, by whom. */
export type RecordPaymentInput = {
  /** In Canadian cents: from 1 to what is owed, or to what is left to pay of the purchase. */
  cents: number;
  /** A UUID of the client's own for this one change. Sent again with the same key, principal, case and input, the change is made once. */
  idempotencyKey?: string | number | null | undefined;
  /** In cash or by card. */
  method: PaymentMethod;
  /** The `Purchase.id` of what it pays for; left out: it is paid towards all that is owed. */
  purchaseId?: string | number | null | undefined;
  /** The `Resident.id`, as the caller knows it. */
  residentId: string | number;
};

export type ServedForAgeQueryVariables = Exact<{ [key: string]: never; }>;


export type ServedForAgeQuery = { __typename: 'Query', currentCase:
    | { __typename: 'Encounter', id: string | null, resident: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null, birthDate: string | null } | null }
    | { __typename: 'PrivacyRequest' }
    | { __typename: 'Ticket' }
   | null };

export type HandOutCodeMutationVariables = Exact<{
  residentId: string | number;
}>;


export type HandOutCodeMutation = { __typename: 'Mutation', issueClaimCode: { __typename: 'IssueClaimCodePayload', claimCode: { __typename: 'ClaimCode', code: string | null, validUntil: string | null } | null } | null };

export type ConfirmCodeMutationVariables = Exact<{
  residentId: string | number;
}>;


export type ConfirmCodeMutation = { __typename: 'Mutation', confirmClaim: { __typename: 'ConfirmClaimPayload', isMailed: boolean | null } | null };

export type ContestClaimMutationVariables = Exact<{
  residentId: string | number;
}>;


export type ContestClaimMutation = { __typename: 'Mutation', contestClaim: { __typename: 'ContestClaimPayload', isHeld: boolean | null } | null };

export type ConfirmIdentityMutationVariables = Exact<{
  input: ConfirmIdentityInput;
}>;


export type ConfirmIdentityMutation = { __typename: 'Mutation', confirmIdentity: { __typename: 'ConfirmIdentityPayload', outcome: IdentityOutcome | null } | null };

export type FindByNameQueryVariables = Exact<{
  familyName?: string | null | undefined;
  givenName?: string | null | undefined;
}>;


export type FindByNameQuery = { __typename: 'Query', residents: { __typename: 'ResidentConnection', edges: Array<{ __typename: 'ResidentEdge', node: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null, ageBand: AgeBand | null, emailHint: string | null } | null }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean } } | null };

export type FindByCardQueryVariables = Exact<{
  cardNumber: string;
}>;


export type FindByCardQuery = { __typename: 'Query', residentByCard: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null, ageBand: AgeBand | null, emailHint: string | null } | null };

export type MayBuyQueryVariables = Exact<{
  residentId: string | number;
  serviceId: string | number;
}>;


export type MayBuyQuery = { __typename: 'Query', resident: { __typename: 'Resident', id: string | null, purchaseCheck: { __typename: 'PurchaseCheck', answer: PurchaseAnswer | null } | null } | null };

export type OpenEncounterQueryVariables = Exact<{ [key: string]: never; }>;


export type OpenEncounterQuery = { __typename: 'Query', openEncounter: { __typename: 'Encounter', id: string | null, purpose: Purpose, startedAt: string } | null };

export type StartEncounterMutationVariables = Exact<{
  residentId: string | number;
  identifiedBy: IdentityEvidence;
}>;


export type StartEncounterMutation = { __typename: 'Mutation', startEncounter: { __typename: 'EncounterPayload', encounter: { __typename: 'Encounter', id: string | null, purpose: Purpose, startedAt: string } | null } | null };

export type EndEncounterMutationVariables = Exact<{
  encounterId: string | number;
}>;


export type EndEncounterMutation = { __typename: 'Mutation', endEncounter: { __typename: 'EncounterPayload', encounter: { __typename: 'Encounter', id: string | null } | null } | null };

export type ChangeToServiceMutationVariables = Exact<{
  encounterId: string | number;
}>;


export type ChangeToServiceMutation = { __typename: 'Mutation', changeEncounterPurpose: { __typename: 'EncounterPayload', encounter: { __typename: 'Encounter', id: string | null, purpose: Purpose, startedAt: string } | null } | null };

export type ChangeToPaymentMutationVariables = Exact<{
  encounterId: string | number;
}>;


export type ChangeToPaymentMutation = { __typename: 'Mutation', changeEncounterPurpose: { __typename: 'EncounterPayload', encounter: { __typename: 'Encounter', id: string | null, purpose: Purpose, startedAt: string } | null } | null };

export type ChangeToAgeMutationVariables = Exact<{
  encounterId: string | number;
}>;


export type ChangeToAgeMutation = { __typename: 'Mutation', changeEncounterPurpose: { __typename: 'EncounterPayload', encounter: { __typename: 'Encounter', id: string | null, purpose: Purpose, startedAt: string } | null } | null };

export type ServedForServiceQueryVariables = Exact<{ [key: string]: never; }>;


export type ServedForServiceQuery = { __typename: 'Query', currentCase:
    | { __typename: 'Encounter', id: string | null, resident: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null, ageBand: AgeBand | null, purchases: { __typename: 'PurchaseConnection', edges: Array<{ __typename: 'PurchaseEdge', node: { __typename: 'Purchase', id: string | null, quantity: number | null, amount: string | null, purchasedAt: string | null, validFrom: string | null, validUntil: string | null, service: { __typename: 'Service', id: string | null, name: string } | null } | null }> | null } | null } | null, people: Array<
        | { __typename: 'HouseholdMember', id: string | null, residentId: string | null, givenName: string | null, familyName: string | null, ageBand: AgeBand | null }
        | { __typename: 'Resident', givenName: string | null, familyName: string | null, ageBand: AgeBand | null }
      > | null }
    | { __typename: 'PrivacyRequest' }
    | { __typename: 'Ticket' }
   | null };

export type ServicesToSellQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ServicesToSellQuery = { __typename: 'Query', services: { __typename: 'ServiceConnection', edges: Array<{ __typename: 'ServiceEdge', node: { __typename: 'Service', id: string | null, name: string, price: string, minimumAge: number | null } }>, pageInfo: { __typename: 'PageInfo', hasNextPage: boolean, endCursor: string | null } } | null };

export type ServedForPaymentQueryVariables = Exact<{ [key: string]: never; }>;


export type ServedForPaymentQuery = { __typename: 'Query', currentCase:
    | { __typename: 'Encounter', id: string | null, resident: { __typename: 'Resident', id: string | null, givenName: string | null, familyName: string | null, account: { __typename: 'Account', id: string | null, balance: string | null, overdueAmount: string | null, overdueSince: string | null } | null, payments: { __typename: 'PaymentConnection', edges: Array<{ __typename: 'PaymentEdge', node: { __typename: 'Payment', id: string | null, amount: string | null, method: PaymentMethod | null, paidAt: string | null, purchaseId: string | null } | null }> | null } | null, purchases: { __typename: 'PurchaseConnection', edges: Array<{ __typename: 'PurchaseEdge', node: { __typename: 'Purchase', id: string | null, quantity: number | null, amount: string | null, purchasedAt: string | null, validFrom: string | null, validUntil: string | null, service: { __typename: 'Service', id: string | null, name: string } | null } | null }> | null } | null } | null }
    | { __typename: 'PrivacyRequest' }
    | { __typename: 'Ticket' }
   | null };

export type SellMutationVariables = Exact<{
  input: PurchaseInput;
}>;


export type SellMutation = { __typename: 'Mutation', purchase: { __typename: 'PurchasePayload', purchase: { __typename: 'Purchase', id: string | null, quantity: number | null, amount: string | null, validUntil: string | null, service: { __typename: 'Service', id: string | null, name: string } | null } | null } | null };

export type TakePaymentMutationVariables = Exact<{
  input: RecordPaymentInput;
}>;


export type TakePaymentMutation = { __typename: 'Mutation', recordPayment: { __typename: 'RecordPaymentPayload', payment: { __typename: 'Payment', id: string | null, amount: string | null, method: PaymentMethod | null } | null, resident: { __typename: 'Resident', id: string | null, account: { __typename: 'Account', id: string | null, balance: string | null } | null } | null } | null };


export const ServedForAgeDocument = {"__meta__":{"hash":"sha256:fe82f3bfb11c31053db3de4aeed38ae094c25443be009e23e1cb97cec3ad1a0b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ServedForAge"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"AGE_VERIFICATION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"currentCase"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Encounter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"resident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ServedForAgeQuery, ServedForAgeQueryVariables>;
export const HandOutCodeDocument = {"__meta__":{"hash":"sha256:a8e852829f264476c78938ceb3634cf31892a54a4cf75fe4821b9267e662a0a0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"HandOutCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SERVICE_PROVISION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"issueClaimCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"residentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"claimCode"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}}]}}]}}]}}]} as unknown as DocumentNode<HandOutCodeMutation, HandOutCodeMutationVariables>;
export const ConfirmCodeDocument = {"__meta__":{"hash":"sha256:763cc86f0b61883a0d76e4c9862811883aadcd34b4658b8a1bb47d110ebaa7ca"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SERVICE_PROVISION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"confirmClaim"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"residentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"sawIdentity"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"isMailed"}}]}}]}}]} as unknown as DocumentNode<ConfirmCodeMutation, ConfirmCodeMutationVariables>;
export const ContestClaimDocument = {"__meta__":{"hash":"sha256:924b5c590161fea673fbec0daf77d104156c7c170b8652d0a2b47de442eb72bb"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ContestClaim"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SERVICE_PROVISION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"contestClaim"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"residentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"isHeld"}}]}}]}}]} as unknown as DocumentNode<ContestClaimMutation, ContestClaimMutationVariables>;
export const ConfirmIdentityDocument = {"__meta__":{"hash":"sha256:0ddb4ab94473af7cf51ccb18fdb284b5efbc21a30f3b82002b5fb59259857be3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmIdentity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmIdentityInput"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SERVICE_PROVISION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"confirmIdentity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}}]}}]}}]} as unknown as DocumentNode<ConfirmIdentityMutation, ConfirmIdentityMutationVariables>;
export const FindByNameDocument = {"__meta__":{"hash":"sha256:9acf40189c82b97c92d339029ddd3231ec3e84cbc9a715e654c44fb12a20e742"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindByName"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"familyName"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"givenName"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SERVICE_PROVISION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"residents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"FAMILY_NAME"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"familyName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"familyName"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"givenName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"givenName"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"ageBand"}},{"kind":"Field","name":{"kind":"Name","value":"emailHint"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}}]} as unknown as DocumentNode<FindByNameQuery, FindByNameQueryVariables>;
export const FindByCardDocument = {"__meta__":{"hash":"sha256:950357e96ba6b96d337d90fac74535c8ba75e1a50c31134d69fbfcea0b20da13"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindByCard"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"cardNumber"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SERVICE_PROVISION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"residentByCard"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"cardNumber"},"value":{"kind":"Variable","name":{"kind":"Name","value":"cardNumber"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"ageBand"}},{"kind":"Field","name":{"kind":"Name","value":"emailHint"}}]}}]}}]} as unknown as DocumentNode<FindByCardQuery, FindByCardQueryVariables>;
export const MayBuyDocument = {"__meta__":{"hash":"sha256:2128a91a41c45892a3b88a5e729852c86bf758123127f9a14eb08965bc71090d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MayBuy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"serviceId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SERVICE_PROVISION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"resident"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"purchaseCheck"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"serviceId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"serviceId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}}]}}]}}]}}]} as unknown as DocumentNode<MayBuyQuery, MayBuyQueryVariables>;
export const OpenEncounterDocument = {"__meta__":{"hash":"sha256:c086ec174c73dad9ef2eb1148ab856dbab0789472b383e34c88ead72cf75a5b9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpenEncounter"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SERVICE_PROVISION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"openEncounter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}}]}}]}}]} as unknown as DocumentNode<OpenEncounterQuery, OpenEncounterQueryVariables>;
export const StartEncounterDocument = {"__meta__":{"hash":"sha256:253877d9ee4e7cef25c695c2c92fc506ecde4f479a6a579b7f7d7bdb2a424d96"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartEncounter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"identifiedBy"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IdentityEvidence"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SERVICE_PROVISION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"startEncounter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"residentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"residentId"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"identifiedBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"identifiedBy"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"encounter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}}]}}]}}]}}]} as unknown as DocumentNode<StartEncounterMutation, StartEncounterMutationVariables>;
export const EndEncounterDocument = {"__meta__":{"hash":"sha256:e6e322a32aa42baf4bb621ff7c1194264426d6c5e7fb39950d56186d218a74d4"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndEncounter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"encounterId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SERVICE_PROVISION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"endEncounter"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"encounterId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"encounterId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"encounter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<EndEncounterMutation, EndEncounterMutationVariables>;
export const ChangeToServiceDocument = {"__meta__":{"hash":"sha256:f3c4951e07b312e6bff56c62990bd1ad69c6cda4367fef4bf94a18cbc0f3ff93"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeToService"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"encounterId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SERVICE_PROVISION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"changeEncounterPurpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"encounterId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"encounterId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"encounter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}}]}}]}}]}}]} as unknown as DocumentNode<ChangeToServiceMutation, ChangeToServiceMutationVariables>;
export const ChangeToPaymentDocument = {"__meta__":{"hash":"sha256:a2847cf20813c95091b855cb8c892c2bf6523ae1807ca003cafdae3aaa36abf7"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeToPayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"encounterId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"PAYMENT"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"changeEncounterPurpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"encounterId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"encounterId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"encounter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}}]}}]}}]}}]} as unknown as DocumentNode<ChangeToPaymentMutation, ChangeToPaymentMutationVariables>;
export const ChangeToAgeDocument = {"__meta__":{"hash":"sha256:af33cbee9452e27a8f9aab9cf59f78de2916e86b258929b868d3189b2497eb3f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeToAge"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"encounterId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"AGE_VERIFICATION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"changeEncounterPurpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"encounterId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"encounterId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"encounter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}}]}}]}}]}}]} as unknown as DocumentNode<ChangeToAgeMutation, ChangeToAgeMutationVariables>;
export const ServedForServiceDocument = {"__meta__":{"hash":"sha256:8dd2b11630bee2b54efe7a5d04f4aa6c131c960b192495535291e75a7006981f"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ServedForService"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SERVICE_PROVISION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"currentCase"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Encounter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"resident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"ageBand"}},{"kind":"Field","name":{"kind":"Name","value":"purchases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"purchasedAt"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"people"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"ageBand"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HouseholdMember"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"residentId"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ServedForServiceQuery, ServedForServiceQueryVariables>;
export const ServicesToSellDocument = {"__meta__":{"hash":"sha256:216bfd4fb6d8ee2e009d3cad7d9afcb97d0a922596c75c0a7e790a3128bdd26b"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ServicesToSell"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SERVICE_PROVISION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"services"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"price"}},{"kind":"Field","name":{"kind":"Name","value":"minimumAge"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ServicesToSellQuery, ServicesToSellQueryVariables>;
export const ServedForPaymentDocument = {"__meta__":{"hash":"sha256:c42eb092ba468a7193b4e6996469513f71eb7377b7775ea71ac206cf1963aafd"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ServedForPayment"},"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"PAYMENT"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"currentCase"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Encounter"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"resident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}},{"kind":"Field","name":{"kind":"Name","value":"overdueAmount"}},{"kind":"Field","name":{"kind":"Name","value":"overdueSince"}}]}},{"kind":"Field","name":{"kind":"Name","value":"payments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"paidAt"}},{"kind":"Field","name":{"kind":"Name","value":"purchaseId"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"purchases"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"purchasedAt"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ServedForPaymentQuery, ServedForPaymentQueryVariables>;
export const SellDocument = {"__meta__":{"hash":"sha256:8a6ed1ddb54c137cb7ae1aff496b7d527d95b11d9dd305d6087d7541ee12ae08"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Sell"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PurchaseInput"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"SERVICE_PROVISION"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"purchase"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"purchase"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"service"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SellMutation, SellMutationVariables>;
export const TakePaymentDocument = {"__meta__":{"hash":"sha256:0a5d26cbd9f541a1c0abb0420ec7d69e5b35e0a2997bd4433ef2ba42e347397c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TakePayment"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordPaymentInput"}}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"purpose"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"is"},"value":{"kind":"EnumValue","value":"PAYMENT"}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"recordPayment"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"payment"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"method"}}]}},{"kind":"Field","name":{"kind":"Name","value":"resident"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"balance"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TakePaymentMutation, TakePaymentMutationVariables>;