import type { ActDescription } from '../../../engine/policy/declaration/vocabulary.ts';

/** The acts of employees whose number budgets limit. */
export const acts = {
  // An act that the resident notices serves the resident: a sale, a payment, a new card. A change of contact data does not, because writing
  // the same value again costs nothing. Distinct residents are counted.
  UNSERVED_ENCOUNTER: {
    field: 'Mutation.startEncounter',
    heading: 'not served',
    does: 'begin encounters with {} and not serve them',
    counted: 'residents',
  },
  IDENTITY_CHECK: { field: 'Mutation.confirmIdentity', heading: 'identity checks', does: 'make {}', counted: 'checks of identities' },
  CLAIM_CODE: { field: 'Mutation.confirmClaim', heading: 'claims', does: 'issue or confirm {}', counted: 'codes to claim records' },
} as const satisfies Readonly<Record<string, ActDescription>>;
