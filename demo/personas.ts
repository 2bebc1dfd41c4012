import type { Purpose, Role } from '../src/town/shared/graphql/generated/schema.ts';
import { PrivacyError } from '../src/platform/errors/errors.ts';
import { partnerRoles, partners } from '../src/town/policy/partners/partners.ts';
import type { PartnerRole } from '../src/town/policy/words/roles.ts';
import { demoPartners } from './partners.ts';
import { residentIds } from './resident-ids.ts';

/** The fixed ids of the demo population's cast. All other ids come from the seed. */
export const cast = {
  ...residentIds,
  clerk: '20000000-0000-4000-8000-000000000001',
  supporter: '20000000-0000-4000-8000-000000000002',
  privacyOfficer: '20000000-0000-4000-8000-000000000003',
  privacyOfficer2: '20000000-0000-4000-8000-000000000004',
  privacyOfficer3: '20000000-0000-4000-8000-000000000005',
  securityOfficer: '20000000-0000-4000-8000-000000000006',
  /** A second clerk and a second supporter, with cases of their own. */
  otherClerk: '20000000-0000-4000-8000-000000000007',
  otherSupporter: '20000000-0000-4000-8000-000000000008',
  /** Two officers who review the log, and do nothing else. */
  reviewer: '20000000-0000-4000-8000-000000000009',
  reviewer2: '20000000-0000-4000-8000-000000000010',
  staffAdministrator: '20000000-0000-4000-8000-000000000011',
  /** A second one, because employees cannot change their own record. */
  staffAdministrator2: '20000000-0000-4000-8000-000000000012',
  maintenanceFirm: demoPartners.MAINTENANCE_AGENT.id,
  creditBureau: demoPartners.CREDIT_REPORTING_AGENCY.id,
  collectionAgency: demoPartners.COLLECTION_AGENCY.id,
  police: demoPartners.LAW_ENFORCEMENT.id,
  auditor: demoPartners.CONTROL_AGENCY.id,
} as const;

/** The fixed ids of the cast's cases and mandates. */
export const matters = {
  /** The clerk serves the resident, for SERVICE_PROVISION. Never idle, so that the demo always has one. */
  encounter: '40000000-0000-4000-8000-000000000001',
  /** The other clerk serves the protected person. */
  otherEncounter: '40000000-0000-4000-8000-000000000002',
  /** The resident's, assigned to the supporter. */
  ticket: '50000000-0000-4000-8000-000000000001',
  /** The protected person's, assigned to the supporter. */
  protectedTicket: '50000000-0000-4000-8000-000000000002',
  /** The resident's, closed. */
  closedTicket: '50000000-0000-4000-8000-000000000003',
  /** The neighbour's, assigned to the other supporter. */
  otherTicket: '50000000-0000-4000-8000-000000000004',
  /** The neighbour's, not assigned. */
  unassignedTicket: '50000000-0000-4000-8000-000000000005',
  /** The resident's request for access, assigned to the privacy officer. */
  request: '60000000-0000-4000-8000-000000000001',
  /** The protected person's, assigned to the privacy officer. */
  protectedRequest: '60000000-0000-4000-8000-000000000002',
  /** Filed by a person without an account, assigned to the privacy officer. */
  anonymousRequest: '60000000-0000-4000-8000-000000000003',
  /** The neighbour's, not assigned. */
  unassignedRequest: '60000000-0000-4000-8000-000000000004',
  workOrder: demoPartners.MAINTENANCE_AGENT.mandate.id,
  creditCheck: demoPartners.CREDIT_REPORTING_AGENCY.mandate.id,
  debtAssignment: demoPartners.COLLECTION_AGENCY.mandate.id,
  /** Lists the resident's name, birth date and address, not the telephone. */
  courtOrder: demoPartners.LAW_ENFORCEMENT.mandate.id,
  /** Lists the protected person's name, telephone, address, household and support history. */
  protectedOrder: '70000000-0000-4000-8000-000000000005',
  auditEngagement: demoPartners.CONTROL_AGENCY.mandate.id,
  expiredOrder: '70000000-0000-4000-8000-000000000007',
  revokedOrder: '70000000-0000-4000-8000-000000000008',
  /** A court order that one of two privacy officers has approved. */
  halfApprovedOrder: '70000000-0000-4000-8000-000000000009',
} as const;

/** A member of the cast in one role; `accounts.ts` says what it signs in with. */
export interface Persona {
  readonly persona: string;
  readonly role: Role;
  readonly purposes: readonly Purpose[];
  /** The token's subject. */
  readonly principal: string;
  /** The data subject that this persona has a reason to see; null if there is none. */
  readonly dataSubject: string | null;
  /** Encounter, ticket or request: the value of the header `Privacy-Case`. */
  readonly cases: readonly string[];
  /** The values of `--mandate`; the first is in force and the default. */
  readonly mandates: readonly string[];
}

function persona(
  name: string,
  role: Role,
  purposes: readonly Purpose[],
  principal: string,
  dataSubject: string | null = cast.resident,
  cases: readonly string[] = [],
  mandates: readonly string[] = [],
): Persona {
  return { persona: name, role, purposes, principal, dataSubject, cases, mandates };
}

/** The mandates that a partner's persona can choose in addition to the one in its row. */
const furtherMandates: Readonly<Partial<Record<PartnerRole, readonly string[]>>> = {
  LAW_ENFORCEMENT: [matters.protectedOrder, matters.expiredOrder, matters.revokedOrder, matters.halfApprovedOrder],
};

const officer: readonly Purpose[] = ['RIGHTS_FULFILMENT', 'MANDATE_ADMINISTRATION'];

export const personas: readonly Persona[] = [
  persona('resident', 'RESIDENT', ['SELF_SERVICE'], cast.resident),
  persona('guardian', 'RESIDENT', ['SELF_SERVICE'], cast.guardian),
  persona('neighbour', 'RESIDENT', ['SELF_SERVICE'], cast.neighbour, cast.neighbour),
  persona('customer-service', 'CUSTOMER_SERVICE', ['SERVICE_PROVISION', 'PAYMENT', 'AGE_VERIFICATION'], cast.clerk, cast.resident, [
    matters.encounter,
  ]),
  persona('support', 'SUPPORT', ['CUSTOMER_SUPPORT'], cast.supporter, cast.resident, [matters.ticket, matters.protectedTicket]),
  persona('privacy-officer', 'PRIVACY_OFFICER', officer, cast.privacyOfficer, cast.resident, [
    matters.request,
    matters.protectedRequest,
    matters.anonymousRequest,
  ]),
  persona('privacy-officer-2', 'PRIVACY_OFFICER', officer, cast.privacyOfficer2),
  persona('privacy-officer-3', 'PRIVACY_OFFICER', officer, cast.privacyOfficer3),
  persona('reviewer', 'PRIVACY_OFFICER', ['ACCESS_REVIEW'], cast.reviewer, null),
  persona('reviewer-2', 'PRIVACY_OFFICER', ['ACCESS_REVIEW'], cast.reviewer2, null),
  persona('security', 'SECURITY', ['WEBSITE_SECURITY'], cast.securityOfficer, null),
  persona('staff-administrator', 'STAFF_ADMINISTRATOR', ['STAFF_ADMINISTRATION'], cast.staffAdministrator, null),
  persona('second-staff-administrator', 'STAFF_ADMINISTRATOR', ['STAFF_ADMINISTRATION'], cast.staffAdministrator2, null),
  ...partnerRoles.map((role) => {
    const { persona: name, id, mandate } = demoPartners[role];
    const { purpose, namesSubjects } = partners[role];
    return persona(name, role, [purpose], id, namesSubjects ? cast.resident : null, [], [mandate.id, ...(furtherMandates[role] ?? [])]);
  }),
];

/** @throws PrivacyError PERSONA_UNKNOWN, with all names */
export function personaNamed(name: string): Persona {
  const found = personas.find(({ persona: known }) => known === name);
  if (!found) throw new PrivacyError('PERSONA_UNKNOWN', { problems: [personas.map(({ persona: known }) => known).join(', ')] });
  return found;
}
