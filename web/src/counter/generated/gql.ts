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
    "\n  query ServedForAge @purpose(is: AGE_VERIFICATION) {\n    currentCase {\n      ... on Encounter {\n        id\n        resident {\n          id\n          givenName\n          familyName\n          birthDate\n        }\n      }\n    }\n  }\n": typeof types.ServedForAgeDocument,
    "\n  mutation HandOutCode($residentId: ID!) @purpose(is: SERVICE_PROVISION) {\n    issueClaimCode(input: { residentId: $residentId }) {\n      claimCode {\n        code\n        validUntil\n      }\n    }\n  }\n": typeof types.HandOutCodeDocument,
    "\n  mutation ConfirmCode($residentId: ID!) @purpose(is: SERVICE_PROVISION) {\n    confirmClaim(input: { residentId: $residentId, sawIdentity: true }) {\n      isMailed\n    }\n  }\n": typeof types.ConfirmCodeDocument,
    "\n  mutation ContestClaim($residentId: ID!) @purpose(is: SERVICE_PROVISION) {\n    contestClaim(input: { residentId: $residentId }) {\n      isHeld\n    }\n  }\n": typeof types.ContestClaimDocument,
    "\n  mutation ConfirmIdentity($input: ConfirmIdentityInput!) @purpose(is: SERVICE_PROVISION) {\n    confirmIdentity(input: $input) {\n      outcome\n    }\n  }\n": typeof types.ConfirmIdentityDocument,
    "\n  query FindByName($familyName: String, $givenName: String) @purpose(is: SERVICE_PROVISION) {\n    residents(first: 8, orderBy: FAMILY_NAME, filter: { familyName: $familyName, givenName: $givenName }) {\n      edges {\n        node {\n          id\n          givenName\n          familyName\n          ageBand\n          emailHint\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": typeof types.FindByNameDocument,
    "\n  query FindByCard($cardNumber: String!) @purpose(is: SERVICE_PROVISION) {\n    residentByCard(cardNumber: $cardNumber) {\n      id\n      givenName\n      familyName\n      ageBand\n      emailHint\n    }\n  }\n": typeof types.FindByCardDocument,
    "\n  query MayBuy($residentId: ID!, $serviceId: ID!) @purpose(is: SERVICE_PROVISION) {\n    resident(id: $residentId) {\n      id\n      purchaseCheck(serviceId: $serviceId) {\n        answer\n      }\n    }\n  }\n": typeof types.MayBuyDocument,
    "\n  query OpenEncounter @purpose(is: SERVICE_PROVISION) {\n    openEncounter {\n      id\n      purpose\n      startedAt\n    }\n  }\n": typeof types.OpenEncounterDocument,
    "\n  mutation StartEncounter($residentId: ID!, $identifiedBy: IdentityEvidence!) @purpose(is: SERVICE_PROVISION) {\n    startEncounter(input: { residentId: $residentId, identifiedBy: $identifiedBy }) {\n      encounter {\n        id\n        purpose\n        startedAt\n      }\n    }\n  }\n": typeof types.StartEncounterDocument,
    "\n  mutation EndEncounter($encounterId: ID!) @purpose(is: SERVICE_PROVISION) {\n    endEncounter(input: { encounterId: $encounterId }) {\n      encounter {\n        id\n      }\n    }\n  }\n": typeof types.EndEncounterDocument,
    "\n    mutation ChangeToService($encounterId: ID!) @purpose(is: SERVICE_PROVISION) {\n      changeEncounterPurpose(input: { encounterId: $encounterId }) {\n        encounter {\n          id\n          purpose\n          startedAt\n        }\n      }\n    }\n  ": typeof types.ChangeToServiceDocument,
    "\n    mutation ChangeToPayment($encounterId: ID!) @purpose(is: PAYMENT) {\n      changeEncounterPurpose(input: { encounterId: $encounterId }) {\n        encounter {\n          id\n          purpose\n          startedAt\n        }\n      }\n    }\n  ": typeof types.ChangeToPaymentDocument,
    "\n    mutation ChangeToAge($encounterId: ID!) @purpose(is: AGE_VERIFICATION) {\n      changeEncounterPurpose(input: { encounterId: $encounterId }) {\n        encounter {\n          id\n          purpose\n          startedAt\n        }\n      }\n    }\n  ": typeof types.ChangeToAgeDocument,
    "\n  query ServedForService @purpose(is: SERVICE_PROVISION) {\n    currentCase {\n      ... on Encounter {\n        id\n        resident {\n          id\n          givenName\n          familyName\n          ageBand\n          purchases(first: 5) {\n            edges {\n              node {\n                id\n                quantity\n                amount\n                purchasedAt\n                validFrom\n                validUntil\n                service {\n                  id\n                  name\n                }\n              }\n            }\n          }\n        }\n        people {\n          givenName\n          familyName\n          ageBand\n          ... on HouseholdMember {\n            id\n            residentId\n          }\n        }\n      }\n    }\n  }\n": typeof types.ServedForServiceDocument,
    "\n  query ServicesToSell($after: String) @purpose(is: SERVICE_PROVISION) {\n    services(first: 100, after: $after) {\n      edges {\n        node {\n          id\n          name\n          price\n          minimumAge\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ServicesToSellDocument,
    "\n  query ServedForPayment @purpose(is: PAYMENT) {\n    currentCase {\n      ... on Encounter {\n        id\n        resident {\n          id\n          givenName\n          familyName\n          account {\n            id\n            balance\n            overdueAmount\n            overdueSince\n          }\n          payments(first: 5) {\n            edges {\n              node {\n                id\n                amount\n                method\n                paidAt\n                purchaseId\n              }\n            }\n          }\n          purchases(first: 10) {\n            edges {\n              node {\n                id\n                quantity\n                amount\n                purchasedAt\n                validFrom\n                validUntil\n                service {\n                  id\n                  name\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.ServedForPaymentDocument,
    "\n  mutation Sell($input: PurchaseInput!) @purpose(is: SERVICE_PROVISION) {\n    purchase(input: $input) {\n      purchase {\n        id\n        quantity\n        amount\n        validUntil\n        service {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.SellDocument,
    "\n  mutation TakePayment($input: RecordPaymentInput!) @purpose(is: PAYMENT) {\n    recordPayment(input: $input) {\n      payment {\n        id\n        amount\n        method\n      }\n      resident {\n        id\n        account {\n          id\n          balance\n        }\n      }\n    }\n  }\n": typeof types.TakePaymentDocument,
};
const documents: Documents = {
    "\n  query ServedForAge @purpose(is: AGE_VERIFICATION) {\n    currentCase {\n      ... on Encounter {\n        id\n        resident {\n          id\n          givenName\n          familyName\n          birthDate\n        }\n      }\n    }\n  }\n": types.ServedForAgeDocument,
    "\n  mutation HandOutCode($residentId: ID!) @purpose(is: SERVICE_PROVISION) {\n    issueClaimCode(input: { residentId: $residentId }) {\n      claimCode {\n        code\n        validUntil\n      }\n    }\n  }\n": types.HandOutCodeDocument,
    "\n  mutation ConfirmCode($residentId: ID!) @purpose(is: SERVICE_PROVISION) {\n    confirmClaim(input: { residentId: $residentId, sawIdentity: true }) {\n      isMailed\n    }\n  }\n": types.ConfirmCodeDocument,
    "\n  mutation ContestClaim($residentId: ID!) @purpose(is: SERVICE_PROVISION) {\n    contestClaim(input: { residentId: $residentId }) {\n      isHeld\n    }\n  }\n": types.ContestClaimDocument,
    "\n  mutation ConfirmIdentity($input: ConfirmIdentityInput!) @purpose(is: SERVICE_PROVISION) {\n    confirmIdentity(input: $input) {\n      outcome\n    }\n  }\n": types.ConfirmIdentityDocument,
    "\n  query FindByName($familyName: String, $givenName: String) @purpose(is: SERVICE_PROVISION) {\n    residents(first: 8, orderBy: FAMILY_NAME, filter: { familyName: $familyName, givenName: $givenName }) {\n      edges {\n        node {\n          id\n          givenName\n          familyName\n          ageBand\n          emailHint\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n": types.FindByNameDocument,
    "\n  query FindByCard($cardNumber: String!) @purpose(is: SERVICE_PROVISION) {\n    residentByCard(cardNumber: $cardNumber) {\n      id\n      givenName\n      familyName\n      ageBand\n      emailHint\n    }\n  }\n": types.FindByCardDocument,
    "\n  query MayBuy($residentId: ID!, $serviceId: ID!) @purpose(is: SERVICE_PROVISION) {\n    resident(id: $residentId) {\n      id\n      purchaseCheck(serviceId: $serviceId) {\n        answer\n      }\n    }\n  }\n": types.MayBuyDocument,
    "\n  query OpenEncounter @purpose(is: SERVICE_PROVISION) {\n    openEncounter {\n      id\n      purpose\n      startedAt\n    }\n  }\n": types.OpenEncounterDocument,
    "\n  mutation StartEncounter($residentId: ID!, $identifiedBy: IdentityEvidence!) @purpose(is: SERVICE_PROVISION) {\n    startEncounter(input: { residentId: $residentId, identifiedBy: $identifiedBy }) {\n      encounter {\n        id\n        purpose\n        startedAt\n      }\n    }\n  }\n": types.StartEncounterDocument,
    "\n  mutation EndEncounter($encounterId: ID!) @purpose(is: SERVICE_PROVISION) {\n    endEncounter(input: { encounterId: $encounterId }) {\n      encounter {\n        id\n      }\n    }\n  }\n": types.EndEncounterDocument,
    "\n    mutation ChangeToService($encounterId: ID!) @purpose(is: SERVICE_PROVISION) {\n      changeEncounterPurpose(input: { encounterId: $encounterId }) {\n        encounter {\n          id\n          purpose\n          startedAt\n        }\n      }\n    }\n  ": types.ChangeToServiceDocument,
    "\n    mutation ChangeToPayment($encounterId: ID!) @purpose(is: PAYMENT) {\n      changeEncounterPurpose(input: { encounterId: $encounterId }) {\n        encounter {\n          id\n          purpose\n          startedAt\n        }\n      }\n    }\n  ": types.ChangeToPaymentDocument,
    "\n    mutation ChangeToAge($encounterId: ID!) @purpose(is: AGE_VERIFICATION) {\n      changeEncounterPurpose(input: { encounterId: $encounterId }) {\n        encounter {\n          id\n          purpose\n          startedAt\n        }\n      }\n    }\n  ": types.ChangeToAgeDocument,
    "\n  query ServedForService @purpose(is: SERVICE_PROVISION) {\n    currentCase {\n      ... on Encounter {\n        id\n        resident {\n          id\n          givenName\n          familyName\n          ageBand\n          purchases(first: 5) {\n            edges {\n              node {\n                id\n                quantity\n                amount\n                purchasedAt\n                validFrom\n                validUntil\n                service {\n                  id\n                  name\n                }\n              }\n            }\n          }\n        }\n        people {\n          givenName\n          familyName\n          ageBand\n          ... on HouseholdMember {\n            id\n            residentId\n          }\n        }\n      }\n    }\n  }\n": types.ServedForServiceDocument,
    "\n  query ServicesToSell($after: String) @purpose(is: SERVICE_PROVISION) {\n    services(first: 100, after: $after) {\n      edges {\n        node {\n          id\n          name\n          price\n          minimumAge\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ServicesToSellDocument,
    "\n  query ServedForPayment @purpose(is: PAYMENT) {\n    currentCase {\n      ... on Encounter {\n        id\n        resident {\n          id\n          givenName\n          familyName\n          account {\n            id\n            balance\n            overdueAmount\n            overdueSince\n          }\n          payments(first: 5) {\n            edges {\n              node {\n                id\n                amount\n                method\n                paidAt\n                purchaseId\n              }\n            }\n          }\n          purchases(first: 10) {\n            edges {\n              node {\n                id\n                quantity\n                amount\n                purchasedAt\n                validFrom\n                validUntil\n                service {\n                  id\n                  name\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n": types.ServedForPaymentDocument,
    "\n  mutation Sell($input: PurchaseInput!) @purpose(is: SERVICE_PROVISION) {\n    purchase(input: $input) {\n      purchase {\n        id\n        quantity\n        amount\n        validUntil\n        service {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.SellDocument,
    "\n  mutation TakePayment($input: RecordPaymentInput!) @purpose(is: PAYMENT) {\n    recordPayment(input: $input) {\n      payment {\n        id\n        amount\n        method\n      }\n      resident {\n        id\n        account {\n          id\n          balance\n        }\n      }\n    }\n  }\n": types.TakePaymentDocument,
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
export function graphql(source: "\n  query ServedForAge @purpose(is: AGE_VERIFICATION) {\n    currentCase {\n      ... on Encounter {\n        id\n        resident {\n          id\n          givenName\n          familyName\n          birthDate\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ServedForAge @purpose(is: AGE_VERIFICATION) {\n    currentCase {\n      ... on Encounter {\n        id\n        resident {\n          id\n          givenName\n          familyName\n          birthDate\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation HandOutCode($residentId: ID!) @purpose(is: SERVICE_PROVISION) {\n    issueClaimCode(input: { residentId: $residentId }) {\n      claimCode {\n        code\n        validUntil\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation HandOutCode($residentId: ID!) @purpose(is: SERVICE_PROVISION) {\n    issueClaimCode(input: { residentId: $residentId }) {\n      claimCode {\n        code\n        validUntil\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmCode($residentId: ID!) @purpose(is: SERVICE_PROVISION) {\n    confirmClaim(input: { residentId: $residentId, sawIdentity: true }) {\n      isMailed\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmCode($residentId: ID!) @purpose(is: SERVICE_PROVISION) {\n    confirmClaim(input: { residentId: $residentId, sawIdentity: true }) {\n      isMailed\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ContestClaim($residentId: ID!) @purpose(is: SERVICE_PROVISION) {\n    contestClaim(input: { residentId: $residentId }) {\n      isHeld\n    }\n  }\n"): (typeof documents)["\n  mutation ContestClaim($residentId: ID!) @purpose(is: SERVICE_PROVISION) {\n    contestClaim(input: { residentId: $residentId }) {\n      isHeld\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ConfirmIdentity($input: ConfirmIdentityInput!) @purpose(is: SERVICE_PROVISION) {\n    confirmIdentity(input: $input) {\n      outcome\n    }\n  }\n"): (typeof documents)["\n  mutation ConfirmIdentity($input: ConfirmIdentityInput!) @purpose(is: SERVICE_PROVISION) {\n    confirmIdentity(input: $input) {\n      outcome\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindByName($familyName: String, $givenName: String) @purpose(is: SERVICE_PROVISION) {\n    residents(first: 8, orderBy: FAMILY_NAME, filter: { familyName: $familyName, givenName: $givenName }) {\n      edges {\n        node {\n          id\n          givenName\n          familyName\n          ageBand\n          emailHint\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n"): (typeof documents)["\n  query FindByName($familyName: String, $givenName: String) @purpose(is: SERVICE_PROVISION) {\n    residents(first: 8, orderBy: FAMILY_NAME, filter: { familyName: $familyName, givenName: $givenName }) {\n      edges {\n        node {\n          id\n          givenName\n          familyName\n          ageBand\n          emailHint\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindByCard($cardNumber: String!) @purpose(is: SERVICE_PROVISION) {\n    residentByCard(cardNumber: $cardNumber) {\n      id\n      givenName\n      familyName\n      ageBand\n      emailHint\n    }\n  }\n"): (typeof documents)["\n  query FindByCard($cardNumber: String!) @purpose(is: SERVICE_PROVISION) {\n    residentByCard(cardNumber: $cardNumber) {\n      id\n      givenName\n      familyName\n      ageBand\n      emailHint\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MayBuy($residentId: ID!, $serviceId: ID!) @purpose(is: SERVICE_PROVISION) {\n    resident(id: $residentId) {\n      id\n      purchaseCheck(serviceId: $serviceId) {\n        answer\n      }\n    }\n  }\n"): (typeof documents)["\n  query MayBuy($residentId: ID!, $serviceId: ID!) @purpose(is: SERVICE_PROVISION) {\n    resident(id: $residentId) {\n      id\n      purchaseCheck(serviceId: $serviceId) {\n        answer\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OpenEncounter @purpose(is: SERVICE_PROVISION) {\n    openEncounter {\n      id\n      purpose\n      startedAt\n    }\n  }\n"): (typeof documents)["\n  query OpenEncounter @purpose(is: SERVICE_PROVISION) {\n    openEncounter {\n      id\n      purpose\n      startedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartEncounter($residentId: ID!, $identifiedBy: IdentityEvidence!) @purpose(is: SERVICE_PROVISION) {\n    startEncounter(input: { residentId: $residentId, identifiedBy: $identifiedBy }) {\n      encounter {\n        id\n        purpose\n        startedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartEncounter($residentId: ID!, $identifiedBy: IdentityEvidence!) @purpose(is: SERVICE_PROVISION) {\n    startEncounter(input: { residentId: $residentId, identifiedBy: $identifiedBy }) {\n      encounter {\n        id\n        purpose\n        startedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EndEncounter($encounterId: ID!) @purpose(is: SERVICE_PROVISION) {\n    endEncounter(input: { encounterId: $encounterId }) {\n      encounter {\n        id\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EndEncounter($encounterId: ID!) @purpose(is: SERVICE_PROVISION) {\n    endEncounter(input: { encounterId: $encounterId }) {\n      encounter {\n        id\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ChangeToService($encounterId: ID!) @purpose(is: SERVICE_PROVISION) {\n      changeEncounterPurpose(input: { encounterId: $encounterId }) {\n        encounter {\n          id\n          purpose\n          startedAt\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation ChangeToService($encounterId: ID!) @purpose(is: SERVICE_PROVISION) {\n      changeEncounterPurpose(input: { encounterId: $encounterId }) {\n        encounter {\n          id\n          purpose\n          startedAt\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ChangeToPayment($encounterId: ID!) @purpose(is: PAYMENT) {\n      changeEncounterPurpose(input: { encounterId: $encounterId }) {\n        encounter {\n          id\n          purpose\n          startedAt\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation ChangeToPayment($encounterId: ID!) @purpose(is: PAYMENT) {\n      changeEncounterPurpose(input: { encounterId: $encounterId }) {\n        encounter {\n          id\n          purpose\n          startedAt\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n    mutation ChangeToAge($encounterId: ID!) @purpose(is: AGE_VERIFICATION) {\n      changeEncounterPurpose(input: { encounterId: $encounterId }) {\n        encounter {\n          id\n          purpose\n          startedAt\n        }\n      }\n    }\n  "): (typeof documents)["\n    mutation ChangeToAge($encounterId: ID!) @purpose(is: AGE_VERIFICATION) {\n      changeEncounterPurpose(input: { encounterId: $encounterId }) {\n        encounter {\n          id\n          purpose\n          startedAt\n        }\n      }\n    }\n  "];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ServedForService @purpose(is: SERVICE_PROVISION) {\n    currentCase {\n      ... on Encounter {\n        id\n        resident {\n          id\n          givenName\n          familyName\n          ageBand\n          purchases(first: 5) {\n            edges {\n              node {\n                id\n                quantity\n                amount\n                purchasedAt\n                validFrom\n                validUntil\n                service {\n                  id\n                  name\n                }\n              }\n            }\n          }\n        }\n        people {\n          givenName\n          familyName\n          ageBand\n          ... on HouseholdMember {\n            id\n            residentId\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ServedForService @purpose(is: SERVICE_PROVISION) {\n    currentCase {\n      ... on Encounter {\n        id\n        resident {\n          id\n          givenName\n          familyName\n          ageBand\n          purchases(first: 5) {\n            edges {\n              node {\n                id\n                quantity\n                amount\n                purchasedAt\n                validFrom\n                validUntil\n                service {\n                  id\n                  name\n                }\n              }\n            }\n          }\n        }\n        people {\n          givenName\n          familyName\n          ageBand\n          ... on HouseholdMember {\n            id\n            residentId\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ServicesToSell($after: String) @purpose(is: SERVICE_PROVISION) {\n    services(first: 100, after: $after) {\n      edges {\n        node {\n          id\n          name\n          price\n          minimumAge\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query ServicesToSell($after: String) @purpose(is: SERVICE_PROVISION) {\n    services(first: 100, after: $after) {\n      edges {\n        node {\n          id\n          name\n          price\n          minimumAge\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ServedForPayment @purpose(is: PAYMENT) {\n    currentCase {\n      ... on Encounter {\n        id\n        resident {\n          id\n          givenName\n          familyName\n          account {\n            id\n            balance\n            overdueAmount\n            overdueSince\n          }\n          payments(first: 5) {\n            edges {\n              node {\n                id\n                amount\n                method\n                paidAt\n                purchaseId\n              }\n            }\n          }\n          purchases(first: 10) {\n            edges {\n              node {\n                id\n                quantity\n                amount\n                purchasedAt\n                validFrom\n                validUntil\n                service {\n                  id\n                  name\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ServedForPayment @purpose(is: PAYMENT) {\n    currentCase {\n      ... on Encounter {\n        id\n        resident {\n          id\n          givenName\n          familyName\n          account {\n            id\n            balance\n            overdueAmount\n            overdueSince\n          }\n          payments(first: 5) {\n            edges {\n              node {\n                id\n                amount\n                method\n                paidAt\n                purchaseId\n              }\n            }\n          }\n          purchases(first: 10) {\n            edges {\n              node {\n                id\n                quantity\n                amount\n                purchasedAt\n                validFrom\n                validUntil\n                service {\n                  id\n                  name\n                }\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Sell($input: PurchaseInput!) @purpose(is: SERVICE_PROVISION) {\n    purchase(input: $input) {\n      purchase {\n        id\n        quantity\n        amount\n        validUntil\n        service {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Sell($input: PurchaseInput!) @purpose(is: SERVICE_PROVISION) {\n    purchase(input: $input) {\n      purchase {\n        id\n        quantity\n        amount\n        validUntil\n        service {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation TakePayment($input: RecordPaymentInput!) @purpose(is: PAYMENT) {\n    recordPayment(input: $input) {\n      payment {\n        id\n        amount\n        method\n      }\n      resident {\n        id\n        account {\n          id\n          balance\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation TakePayment($input: RecordPaymentInput!) @purpose(is: PAYMENT) {\n    recordPayment(input: $input) {\n      payment {\n        id\n        amount\n        method\n      }\n      resident {\n        id\n        account {\n          id\n          balance\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;