/**
 * The roles that may help a person to claim a record or to prove that an account is theirs, and those that may end a claim. One employee
 * alone can't give a person a record; see `claim-rules.ts`.
 */
export const claimLines = [
  // Never for the minors of the home: a parent who has a minor's code could act as the minor.
  {
    fields: ['Mutation.issueClaimCode', 'Mutation.confirmClaim'],
    role: 'CUSTOMER_SERVICE',
    purposes: ['SERVICE_PROVISION'],
    scope: 'ENCOUNTER',
    freshProof: true,
    clause: 'identity',
  },
  // It closes an account and opens nothing.
  { fields: ['Mutation.contestClaim'], role: 'CUSTOMER_SERVICE', purposes: ['SERVICE_PROVISION'], scope: 'ENCOUNTER', clause: 'identity' },
  {
    fields: ['Mutation.confirmClaim', 'Mutation.undoClaim'],
    role: 'PRIVACY_OFFICER',
    purposes: ['RIGHTS_FULFILMENT'],
    scope: 'OPEN_REQUEST',
    freshProof: true,
    clause: 'identity',
  },
] as const;
