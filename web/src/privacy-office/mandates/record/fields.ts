import { graphql } from '../../generated/gql.ts';
import type { MandateFactsFragment } from '../../generated/graphql.ts';

/** The fields that a list of mandates shows. */
export type MandateFacts = MandateFactsFragment;

void graphql(`
  fragment MandateFacts on Mandate {
    id
    kind
    reference
    issuer
    partner {
      id
      name
      role
    }
    validFrom
    validUntil
    openEnded
    status
    approvals
    approvalsRequired
    awaitsMyApproval
    lapsesSoon
    sealedUntil
    sealProposedUntil
    sealAwaitsMyApproval
  }
`);
