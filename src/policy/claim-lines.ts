/**
 * Who may help somebody to claim a record, or to prove that an account is theirs. One employee alone gives nobody a record; see
 * `claim-rules.ts`.
 */
export const claimLines = [
  // Never for the minors of the home: a parent who has a minor's code could act as the minor.
  {
    fields: ['Mutation.issueClaimCode'],
    role: 'CUSTOMER_SERVICE',
    purposes: ['SERVICE_PROVISION'],
    scope: 'ENCOUNTER',
    freshProof: true,
    clause: 'access',
  },
] as const;
