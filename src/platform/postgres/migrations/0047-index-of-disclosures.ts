/**
 * Finds the entries whose principal is outside the municipality, newest first: without it, the register of disclosures walks the whole
 * log. The roles are those of `src/town/policy/partners.ts`; for another one, a migration creates the index again.
 */
export const indexOfDisclosures = (): string => /* sql */ `
  create index entry_disclosed on access_log.entry (seq) where role in (
    'MAINTENANCE_AGENT', 'CREDIT_REPORTING_AGENCY', 'COLLECTION_AGENCY', 'LAW_ENFORCEMENT', 'CONTROL_AGENCY');`;
