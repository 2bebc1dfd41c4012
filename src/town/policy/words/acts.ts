import type { ActDescription } from '../../../engine/policy/declaration/vocabulary.ts';

/** What budgets limit by how often an employee does it. */
export const acts = {
  // What the resident notices serves a resident: a sale, a payment, a new card. A change of contact data does not: a value that is written
  // again costs nothing. What counts are distinct residents.
  UNSERVED_ENCOUNTER: {
    field: 'Mutation.startEncounter',
    heading: 'not served',
    does: 'begin encounters with {} and not serve them',
    counted: 'residents',
  },
  IDENTITY_CHECK: { field: 'Mutation.confirmIdentity', heading: 'identity checks', does: 'make {}', counted: 'checks of identities' },
  CLAIM_CODE: { field: 'Mutation.confirmClaim', heading: 'claims', does: 'issue or confirm {}', counted: 'codes to claim records' },
} as const satisfies Readonly<Record<string, ActDescription>>;
