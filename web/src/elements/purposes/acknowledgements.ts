import type { TypedDocumentNode } from 'urql';
import type { Purpose } from '../../generated/vocabulary.ts';
import { graphql } from '../generated/gql.ts';
import type { AcknowledgePaymentMutation, AcknowledgePaymentMutationVariables } from '../generated/graphql.ts';

type Acknowledgement = TypedDocumentNode<AcknowledgePaymentMutation, AcknowledgePaymentMutationVariables>;

/** For each purpose that has pages, the operation that acknowledges its text: a trusted document carries its purpose. */
export const acknowledgements: Readonly<Partial<Record<Purpose, Acknowledgement>>> = {
  SERVICE_PROVISION: graphql(`
    mutation AcknowledgeService($version: String!) @purpose(is: SERVICE_PROVISION) {
      acknowledgePurpose(input: { version: $version }) {
        purposeText {
          acknowledgedAt
        }
      }
    }
  `),
  PAYMENT: graphql(`
    mutation AcknowledgePayment($version: String!) @purpose(is: PAYMENT) {
      acknowledgePurpose(input: { version: $version }) {
        purposeText {
          acknowledgedAt
        }
      }
    }
  `),
  AGE_VERIFICATION: graphql(`
    mutation AcknowledgeAgeVerification($version: String!) @purpose(is: AGE_VERIFICATION) {
      acknowledgePurpose(input: { version: $version }) {
        purposeText {
          acknowledgedAt
        }
      }
    }
  `),
  CUSTOMER_SUPPORT: graphql(`
    mutation AcknowledgeSupport($version: String!) @purpose(is: CUSTOMER_SUPPORT) {
      acknowledgePurpose(input: { version: $version }) {
        purposeText {
          acknowledgedAt
        }
      }
    }
  `),
  RIGHTS_FULFILMENT: graphql(`
    mutation AcknowledgeRequests($version: String!) @purpose(is: RIGHTS_FULFILMENT) {
      acknowledgePurpose(input: { version: $version }) {
        purposeText {
          acknowledgedAt
        }
      }
    }
  `),
  ACCESS_REVIEW: graphql(`
    mutation AcknowledgeReview($version: String!) @purpose(is: ACCESS_REVIEW) {
      acknowledgePurpose(input: { version: $version }) {
        purposeText {
          acknowledgedAt
        }
      }
    }
  `),
  MANDATE_ADMINISTRATION: graphql(`
    mutation AcknowledgeMandates($version: String!) @purpose(is: MANDATE_ADMINISTRATION) {
      acknowledgePurpose(input: { version: $version }) {
        purposeText {
          acknowledgedAt
        }
      }
    }
  `),
};
