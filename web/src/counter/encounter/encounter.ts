import type { TypedDocumentNode } from 'urql';
import type { Purpose } from '../../generated/vocabulary.ts';
import { graphql } from '../generated/gql.ts';
import type { ChangeToPaymentMutation, ChangeToPaymentMutationVariables } from '../generated/graphql.ts';

/** The purpose of serving a customer. */
export type CounterPurpose = Extract<Purpose, 'SERVICE_PROVISION' | 'PAYMENT' | 'AGE_VERIFICATION'>;

/** The key that changes to each purpose. Only function keys, which are never typed into a field. */
export const purposeKeys: Readonly<Record<CounterPurpose, string>> = { SERVICE_PROVISION: 'F2', PAYMENT: 'F4', AGE_VERIFICATION: 'F8' };

export const counterPurposes = Object.keys(purposeKeys) as readonly CounterPurpose[];

/** The key that ends the encounter and clears all. */
export const nextKey = 'F9';

/** An encounter that is open. The person whom it serves is read under its case. */
export interface OpenEncounter {
  readonly id: string;
  readonly purpose: CounterPurpose;
  /** RFC 3339. */
  readonly startedAt: string;
}

/** An encounter of an answer; undefined: there is none, or something of it is withheld. */
export function encounterOf(
  found: { readonly id?: string | null; readonly purpose: Purpose; readonly startedAt: string } | null | undefined,
): OpenEncounter | undefined {
  const purpose = counterPurposes.find((one) => one === found?.purpose);
  return found?.id && purpose ? { id: found.id, purpose, startedAt: found.startedAt } : undefined;
}

/** The encounter that the clerk left open, such as by loading the page again. */
export const openEncounterDocument = graphql(`
  query OpenEncounter @purpose(is: SERVICE_PROVISION) {
    openEncounter {
      id
      purpose
      startedAt
    }
  }
`);

export const startDocument = graphql(`
  mutation StartEncounter($residentId: ID!, $identifiedBy: IdentityEvidence!) @purpose(is: SERVICE_PROVISION) {
    startEncounter(input: { residentId: $residentId, identifiedBy: $identifiedBy }) {
      encounter {
        id
        purpose
        startedAt
      }
    }
  }
`);

/** It names no case, so that one that has ended here can still be ended at the gateway. */
export const endDocument = graphql(`
  mutation EndEncounter($encounterId: ID!) @purpose(is: SERVICE_PROVISION) {
    endEncounter(input: { encounterId: $encounterId }) {
      encounter {
        id
      }
    }
  }
`);

type Change = TypedDocumentNode<ChangeToPaymentMutation, ChangeToPaymentMutationVariables>;

/** Goes on with the encounter for another purpose: a trusted document carries its purpose. */
export const changeDocuments: Readonly<Record<CounterPurpose, Change>> = {
  SERVICE_PROVISION: graphql(`
    mutation ChangeToService($encounterId: ID!) @purpose(is: SERVICE_PROVISION) {
      changeEncounterPurpose(input: { encounterId: $encounterId }) {
        encounter {
          id
          purpose
          startedAt
        }
      }
    }
  `),
  PAYMENT: graphql(`
    mutation ChangeToPayment($encounterId: ID!) @purpose(is: PAYMENT) {
      changeEncounterPurpose(input: { encounterId: $encounterId }) {
        encounter {
          id
          purpose
          startedAt
        }
      }
    }
  `),
  AGE_VERIFICATION: graphql(`
    mutation ChangeToAge($encounterId: ID!) @purpose(is: AGE_VERIFICATION) {
      changeEncounterPurpose(input: { encounterId: $encounterId }) {
        encounter {
          id
          purpose
          startedAt
        }
      }
    }
  `),
};
