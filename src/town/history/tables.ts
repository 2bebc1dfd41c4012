/** The index of disclosures: entries of outside organisations. */
export const disclosures = (): string => /* sql */ `
  create index entry_disclosed on access_log.entry (seq) where role in (
    'MAINTENANCE_AGENT', 'CREDIT_REPORTING_AGENCY', 'COLLECTION_AGENCY', 'LAW_ENFORCEMENT', 'CONTROL_AGENCY');`;
