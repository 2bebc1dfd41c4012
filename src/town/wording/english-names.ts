import type { Purpose, Relationship, Role } from '../shared/graphql/generated/schema.ts';
import { purposes } from '../policy/words/purposes.ts';
import { relationships } from '../policy/words/relationships.ts';
import type { PartnerRole } from '../policy/words/roles.ts';

/**
 * The names of roles, purposes and relationships that people read. Pages of `web/` have them from the same catalogue. The policy describes
 * the same words in English alone, for its matrix and its reviews (`../policy/words/vocabulary.ts`). The sign-in server is independent of
 * the town, and names the capacities in its own sentences (`src/identity/wording/english-pages.ts`).
 */
export const english = {
  roles: {
    ANONYMOUS: 'Somebody without an account',
    RESIDENT: 'Resident',
    CUSTOMER_SERVICE: 'Customer service',
    SUPPORT: 'Helpdesk',
    PRIVACY_OFFICER: 'Privacy office',
    SECURITY: 'Information security',
    STAFF_ADMINISTRATOR: 'Staff administration',
    MAINTENANCE_AGENT: 'Maintenance firm',
    CREDIT_REPORTING_AGENCY: 'Credit bureau',
    COLLECTION_AGENCY: 'Collection agency',
    LAW_ENFORCEMENT: 'Police',
    CONTROL_AGENCY: 'Auditor',
  } satisfies Readonly<Record<Role, string>>,
  /** Kinds of partners, as columns and headings of the page about them. */
  partners: {
    MAINTENANCE_AGENT: 'Maintenance companies',
    CREDIT_REPORTING_AGENCY: 'Credit reporting agencies',
    COLLECTION_AGENCY: 'Collection agencies',
    LAW_ENFORCEMENT: 'Law enforcement',
    CONTROL_AGENCY: 'Control agencies',
  } satisfies Readonly<Record<PartnerRole, string>>,
  purposes: {
    SELF_SERVICE: 'Own affairs',
    SERVICE_PROVISION: 'Service',
    PAYMENT: 'Payment',
    AGE_VERIFICATION: 'Age check',
    CUSTOMER_SUPPORT: 'Questions to the helpdesk',
    RIGHTS_FULFILMENT: 'Privacy requests',
    ACCESS_REVIEW: 'Review of the access log',
    MANDATE_ADMINISTRATION: 'Mandates',
    WEBSITE_SECURITY: 'Website security',
    STAFF_ADMINISTRATION: 'Staff administration',
    MAINTENANCE: 'Maintenance',
    CREDIT_VERIFICATION: 'Verification of credit',
    DEBT_COLLECTION: 'Collection of a debt',
    LEGAL_DEMAND: 'Legal demand',
    CONTROL_AUDIT: 'Audit',
  } satisfies Readonly<Record<Purpose, string>>,
  /** The activity that a purpose declares; it follows “for” in `purposeText.use`. */
  activities: Object.fromEntries(
    Object.entries(purposes).flatMap(([purpose, { sentence }]) => (purpose === 'SELF_SERVICE' ? [] : [[purpose, sentence]])),
  ) as Readonly<Record<Exclude<Purpose, 'SELF_SERVICE'>, string>>,
  /** How a reader is related to the person. */
  relationships: Object.fromEntries(Object.entries(relationships).map(([relationship, { noun }]) => [relationship, noun])) as Readonly<
    Record<Relationship, string>
  >,
} as const;
