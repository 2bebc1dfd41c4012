import type { Purpose, Role } from '../src/generated/schema.ts';
import { PrivacyError } from '../src/errors.ts';

/** The fixed ids of the demo population's cast; everybody else's come from the seed. */
export const cast = {
  /** 17 years old, in the guardian's care; the person whom the tour is about. */
  resident: '10000000-0000-4000-8000-000000000001',
  /** Adult; lives with the resident and has the whole scope. */
  guardian: '10000000-0000-4000-8000-000000000002',
  /** Adult of the same household, not a guardian. */
  housemate: '10000000-0000-4000-8000-000000000003',
  /** A second guardian, who lives elsewhere and has no scope at all. */
  distantGuardian: '10000000-0000-4000-8000-000000000004',
  neighbour: '10000000-0000-4000-8000-000000000005',
  /** Address-protected adult. */
  protectedPerson: '10000000-0000-4000-8000-000000000006',
  /** Adult of the protected person's household. */
  protectedHousemate: '10000000-0000-4000-8000-000000000007',
  /** Minor at home with the protected person, and a member of the estranged parent's household too. */
  protectedChild: '10000000-0000-4000-8000-000000000008',
  /** Guardian of that child with the whole scope, who must not find the home. */
  estrangedParent: '10000000-0000-4000-8000-000000000009',
  /** The customer-service persona's own record as a resident. */
  clerkAsResident: '10000000-0000-4000-8000-000000000010',
  clerk: '20000000-0000-4000-8000-000000000001',
  supporter: '20000000-0000-4000-8000-000000000002',
  privacyOfficer: '20000000-0000-4000-8000-000000000003',
  privacyOfficer2: '20000000-0000-4000-8000-000000000004',
  privacyOfficer3: '20000000-0000-4000-8000-000000000005',
  securityOfficer: '20000000-0000-4000-8000-000000000006',
  /** A second clerk and a second supporter, with cases of their own. */
  otherClerk: '20000000-0000-4000-8000-000000000007',
  otherSupporter: '20000000-0000-4000-8000-000000000008',
  maintenanceFirm: '30000000-0000-4000-8000-000000000001',
  creditBureau: '30000000-0000-4000-8000-000000000002',
  collectionAgency: '30000000-0000-4000-8000-000000000003',
  police: '30000000-0000-4000-8000-000000000004',
  auditor: '30000000-0000-4000-8000-000000000005',
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
  /** The neighbour's, assigned to nobody. */
  unassignedTicket: '50000000-0000-4000-8000-000000000005',
  /** The resident's access request, assigned to the privacy officer. */
  request: '60000000-0000-4000-8000-000000000001',
  /** The protected person's, assigned to the privacy officer. */
  protectedRequest: '60000000-0000-4000-8000-000000000002',
  /** Somebody's without an account, assigned to the privacy officer. */
  anonymousRequest: '60000000-0000-4000-8000-000000000003',
  /** The neighbour's, assigned to nobody. */
  unassignedRequest: '60000000-0000-4000-8000-000000000004',
  workOrder: '70000000-0000-4000-8000-000000000001',
  creditCheck: '70000000-0000-4000-8000-000000000002',
  debtAssignment: '70000000-0000-4000-8000-000000000003',
  /** Names the resident's name, birth date and address, not the telephone. */
  courtOrder: '70000000-0000-4000-8000-000000000004',
  /** Names the protected person's name, telephone, address, household and support history. */
  protectedOrder: '70000000-0000-4000-8000-000000000005',
  auditEngagement: '70000000-0000-4000-8000-000000000006',
  expiredOrder: '70000000-0000-4000-8000-000000000007',
  revokedOrder: '70000000-0000-4000-8000-000000000008',
  /** A court order that one of two privacy officers has approved. */
  halfApprovedOrder: '70000000-0000-4000-8000-000000000009',
} as const;

/** Somebody of the cast in one capacity: what a development token can be had for. */
export interface Persona {
  readonly persona: string;
  readonly role: Role;
  readonly purposes: readonly Purpose[];
  /** The token's subject. */
  readonly principal: string;
  /** The person whom this persona has a reason to see; null where there is nobody. */
  readonly dataSubject: string | null;
  /** Encounter, ticket or request: what `--case` takes. */
  readonly cases: readonly string[];
  /** What `--mandate` takes; the first is in force and the default. */
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

const officer: readonly Purpose[] = ['RIGHTS_FULFILMENT', 'ACCESS_REVIEW', 'MANDATE_ADMINISTRATION'];

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
  persona('security', 'SECURITY', ['WEBSITE_SECURITY'], cast.securityOfficer, null),
  persona('maintenance-agent', 'MAINTENANCE_AGENT', ['MAINTENANCE'], cast.maintenanceFirm, cast.resident, [], [matters.workOrder]),
  persona('credit-agency', 'CREDIT_REPORTING_AGENCY', ['CREDIT_VERIFICATION'], cast.creditBureau, cast.resident, [], [matters.creditCheck]),
  persona(
    'collection-agency',
    'COLLECTION_AGENCY',
    ['DEBT_COLLECTION'],
    cast.collectionAgency,
    cast.resident,
    [],
    [matters.debtAssignment],
  ),
  persona(
    'police',
    'LAW_ENFORCEMENT',
    ['LEGAL_DEMAND'],
    cast.police,
    cast.resident,
    [],
    [matters.courtOrder, matters.protectedOrder, matters.expiredOrder, matters.revokedOrder, matters.halfApprovedOrder],
  ),
  persona('auditor', 'CONTROL_AGENCY', ['CONTROL_AUDIT'], cast.auditor, null, [], [matters.auditEngagement]),
];

/** @throws PrivacyError PERSONA_UNKNOWN, with the names that there are */
export function personaNamed(name: string): Persona {
  const found = personas.find(({ persona: known }) => known === name);
  if (!found) throw new PrivacyError('PERSONA_UNKNOWN', { problems: [personas.map(({ persona: known }) => known).join(', ')] });
  return found;
}
