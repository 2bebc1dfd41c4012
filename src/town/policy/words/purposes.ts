import type { LegalAuthority, PurposeDescription } from '../../../engine/policy/declaration/vocabulary.ts';
import type { Purpose } from '../../shared/graphql/generated/schema.ts';
import { partnerRoles, partners, type PartnerPurpose } from '../partners/partners.ts';

// Terms of W3C DPV 2.3: `dpv:` = https://w3id.org/dpv# · `fin:` = …/dpv/sector/finance# · `ntk:` = urn:need-to-know:purpose:
const ownPurposes = {
  SELF_SERVICE: { term: 'dpv:RightsFulfilment', sentence: 'managing one’s own affairs' },
  SERVICE_PROVISION: { term: 'dpv:RequestedServiceProvision', sentence: 'providing a requested service' },
  PAYMENT: { term: 'dpv:PaymentManagement', sentence: 'taking or explaining a payment' },
  AGE_VERIFICATION: { term: 'dpv:AgeVerification', sentence: 'checking an age' },
  CUSTOMER_SUPPORT: { term: 'dpv:CustomerCare', sentence: 'helping with a question to the helpdesk' },
  RIGHTS_FULFILMENT: { term: 'dpv:RightsFulfilment', sentence: 'answering a request about personal information' },
  // DPV has no purpose for an audit: a project term under dpv:OrganisationComplianceManagement.
  ACCESS_REVIEW: { term: 'ntk:AccessReview', sentence: 'reviewing who looked at what' },
  MANDATE_ADMINISTRATION: { term: 'dpv:LegalCompliance', sentence: 'preparing a lawful disclosure' },
  WEBSITE_SECURITY: { term: 'dpv:EnforceSecurity', sentence: 'keeping the website safe' },
  STAFF_ADMINISTRATION: { term: 'dpv:PersonnelManagement', sentence: 'administering which employee has which role' },
} satisfies Readonly<Record<Exclude<Purpose, PartnerPurpose>, PurposeDescription>>;

/** A purpose that employees can declare. */
export type EmployeePurpose = Exclude<keyof typeof ownPurposes, 'SELF_SERVICE'>;

const partnerPurposes = Object.fromEntries(
  partnerRoles.map((role) => [partners[role].purpose, { term: partners[role].term, sentence: partners[role].sentence }]),
) as Readonly<Record<PartnerPurpose, PurposeDescription>>;

/** Every purpose. The purposes of partners come from the table of partners. */
export const purposes: Readonly<Record<Purpose, PurposeDescription>> = { ...ownPurposes, ...partnerPurposes };

export const allPurposes = Object.keys(purposes) as readonly Purpose[];

/** Clause `authority`. Two acts replaced Alberta's FOIP Act in June 2025. Each act is cited while it is in force. */
export const authorities: readonly LegalAuthority[] = [
  { act: 'Municipal Government Act' },
  { act: 'Freedom of Information and Protection of Privacy Act', until: '2025-06-11' },
  { act: 'Protection of Privacy Act', from: '2025-06-11' },
  { act: 'Access to Information Act', from: '2025-06-11' },
];
