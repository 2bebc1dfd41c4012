import { demoPartners } from '../../../demo/partners.ts';
import { cast, matters, personas } from '../../../demo/personas.ts';
import type { DataCategory, Purpose, Role } from '../../../src/town/shared/graphql/generated/schema.ts';
import { partnerRoles } from '../../../src/town/policy/partners/partners.ts';
import type { PartnerRole } from '../../../src/town/policy/words/roles.ts';
import { furtherMatters, furtherStaff, guardiansOnStaff } from './further-encounters.ts';

/** The sender of an operation: a principal, with a purpose and a case or mandate. */
export interface Standpoint {
  readonly name: string;
  readonly role: Role;
  /** The token's subject; undefined for an anonymous principal. */
  readonly principal: string | undefined;
  /** The purposes that the token allows. */
  readonly purposes: readonly Purpose[];
  /** The purpose that is declared. */
  readonly purpose?: Purpose;
  readonly case?: string;
  readonly mandate?: string;
  /** The limits of a partner's mandate. */
  readonly narrowed?: Narrowed;
  /** Ids of the data subjects that the principal has a relationship with. Random operations ask for them more often. */
  readonly about: readonly string[];
}

/** The limits of a partner's access beyond its mandate: its registration, and the authorization details of its token. */
export interface Narrowed {
  /** The categories of the registration. */
  readonly registered?: readonly DataCategory[];
  readonly categories?: readonly DataCategory[];
  readonly fields?: readonly string[];
  /** Ids of residents; the token has the partner's pseudonyms for them. */
  readonly subjects?: readonly string[];
  /** The categories that are left: those of `registered` and `categories`, and that the fields hold. Undefined: all of the mandate. */
  readonly left?: readonly DataCategory[];
}

const unregistered = '10000000-0000-4000-8000-00000000a11c';

function resident(name: string, principal: string, about: readonly string[] = []): Standpoint {
  return { name, role: 'RESIDENT', principal, purposes: ['SELF_SERVICE'], purpose: 'SELF_SERVICE', about: [principal, ...about] };
}

/** One standpoint without a case, and one for each case of an employee. */
function employee(persona: string, purpose: Purpose, cases: readonly (readonly [id: string, about: string])[] = []): Standpoint[] {
  const { role, principal, purposes } = personas.find((one) => one.persona === persona)!;
  const bare = { role, principal, purposes, purpose };
  return [
    { ...bare, name: `${persona} for ${purpose}`, about: [cast.resident] },
    ...cases.map(([id, about]) => ({
      ...bare,
      name: `${persona} for ${purpose} in ${id.slice(0, 1)}…${id.slice(-2)}`,
      case: id,
      about: [about],
    })),
  ];
}

function withoutPurpose(persona: string): Standpoint {
  const { role, principal, purposes } = personas.find((one) => one.persona === persona)!;
  return { name: `${persona} without a purpose`, role, principal, purposes, about: [cast.resident] };
}

function clerk(name: string, principal: string, purpose: Purpose, encounter: string, about: string): Standpoint {
  const purposes = ['SERVICE_PROVISION', 'PAYMENT', 'AGE_VERIFICATION'] as const;
  return { name, role: 'CUSTOMER_SERVICE', principal, purposes, purpose, case: encounter, about: [about] };
}

/** An employee who is the guardian of the cast's resident, so that there is a conflict of interest. */
function guardianOnStaff(duty: keyof typeof guardiansOnStaff, role: Role, purpose: Purpose): Standpoint {
  const name = `a guardian on the staff for ${purpose}`;
  return { name, role, principal: guardiansOnStaff[duty], purposes: [purpose], purpose, about: [cast.resident, cast.guardian] };
}

/** One standpoint for each mandate of a partner. */
function partner(of: PartnerRole): Standpoint[] {
  const { persona, mandate: own } = demoPartners[of];
  const { role, principal, purposes, mandates } = personas.find((one) => one.persona === persona)!;
  const about = of === 'LAW_ENFORCEMENT' ? [cast.resident, cast.protectedPerson] : own.subjects.slice(0, 2);
  return mandates.map((mandate) => ({ name: `${persona} under ${mandate.slice(-2)}`, role, principal, purposes, mandate, about }));
}

function narrowed(name: string, of: PartnerRole, mandate: string, about: readonly string[], token: Narrowed): Standpoint {
  const { role, principal, purposes } = personas.find((one) => one.persona === demoPartners[of].persona)!;
  return { name, role, principal, purposes, mandate, about, narrowed: token };
}

/** Partners whose tokens name less than their mandates. */
const narrowedPartners: readonly Standpoint[] = [
  narrowed('police whose client and token name categories', 'LAW_ENFORCEMENT', matters.courtOrder, [cast.resident], {
    registered: ['NAME', 'ADDRESS', 'TELEPHONE'],
    categories: ['NAME', 'TELEPHONE', 'BIRTH_DATE'],
    left: ['NAME', 'TELEPHONE'],
  }),
  narrowed('police whose token names fields', 'LAW_ENFORCEMENT', matters.protectedOrder, [cast.protectedPerson, cast.protectedChild], {
    fields: ['Resident.givenName', 'Resident.familyName', 'Ticket.subject'],
    left: ['NAME', 'SUPPORT_HISTORY'],
  }),
  narrowed('police whose token names a child', 'LAW_ENFORCEMENT', matters.protectedOrder, [cast.protectedPerson, cast.protectedChild], {
    subjects: [cast.protectedChild],
  }),
  narrowed('a maintenance firm whose token names one person', 'MAINTENANCE_AGENT', matters.workOrder, [cast.resident, cast.neighbour], {
    registered: ['INITIALS', 'EMAIL_HINT'],
    left: ['INITIALS', 'EMAIL_HINT'],
    subjects: [cast.neighbour],
  }),
  narrowed(
    'a credit bureau whose token names one person’s birth date',
    'CREDIT_REPORTING_AGENCY',
    matters.creditCheck,
    [cast.resident, cast.housemate],
    {
      categories: ['BIRTH_DATE'],
      left: ['BIRTH_DATE'],
      subjects: [cast.housemate],
    },
  ),
];

/** Every kind of principal, purpose, case and mandate of the demo's cast. */
const listed: readonly Standpoint[] = [
  { name: 'anonymous', role: 'ANONYMOUS', principal: undefined, purposes: [], about: [cast.resident] },
  resident('the resident, a minor', cast.resident, [cast.guardian, cast.housemate]),
  resident('the guardian', cast.guardian, [cast.resident, cast.housemate]),
  resident('the housemate', cast.housemate, [cast.guardian, cast.resident]),
  resident('the guardian who lives elsewhere', cast.distantGuardian, [cast.resident]),
  resident('the neighbour', cast.neighbour, [cast.resident]),
  resident('the protected person', cast.protectedPerson, [cast.protectedChild, cast.protectedHousemate]),
  resident('the protected person’s housemate', cast.protectedHousemate, [cast.protectedPerson]),
  resident('the protected child', cast.protectedChild, [cast.protectedPerson]),
  resident('the estranged parent', cast.estrangedParent, [cast.protectedChild]),
  resident('a resident who is a clerk as well', cast.clerkAsResident),
  resident('a resident not on record', unregistered, [cast.resident]),
  ...employee('customer-service', 'SERVICE_PROVISION', [[matters.encounter, cast.resident]]),
  ...employee('customer-service', 'PAYMENT'),
  ...employee('customer-service', 'AGE_VERIFICATION'),
  clerk('a clerk who serves the protected person', cast.otherClerk, 'SERVICE_PROVISION', matters.otherEncounter, cast.protectedPerson),
  clerk('a clerk who takes a payment', furtherStaff.cashier, 'PAYMENT', furtherMatters.payment, cast.resident),
  clerk('a clerk who serves a guardian', furtherStaff.host, 'SERVICE_PROVISION', furtherMatters.family, cast.guardian),
  clerk('a clerk who checks an age', furtherStaff.doorkeeper, 'AGE_VERIFICATION', furtherMatters.ageCheck, cast.resident),
  ...employee('support', 'CUSTOMER_SUPPORT', [
    [matters.ticket, cast.resident],
    [matters.protectedTicket, cast.protectedPerson],
    [matters.otherTicket, cast.neighbour],
  ]),
  ...employee('privacy-officer', 'RIGHTS_FULFILMENT', [
    [matters.request, cast.resident],
    [matters.protectedRequest, cast.protectedPerson],
    [matters.anonymousRequest, matters.anonymousRequest],
  ]),
  ...employee('reviewer', 'ACCESS_REVIEW'),
  ...employee('privacy-officer', 'MANDATE_ADMINISTRATION'),
  ...employee('privacy-officer-2', 'MANDATE_ADMINISTRATION'),
  ...employee('privacy-officer-3', 'MANDATE_ADMINISTRATION'),
  guardianOnStaff('clerk', 'CUSTOMER_SERVICE', 'SERVICE_PROVISION'),
  guardianOnStaff('supporter', 'SUPPORT', 'CUSTOMER_SUPPORT'),
  guardianOnStaff('officer', 'PRIVACY_OFFICER', 'RIGHTS_FULFILMENT'),
  guardianOnStaff('officer', 'PRIVACY_OFFICER', 'MANDATE_ADMINISTRATION'),
  ...employee('security', 'WEBSITE_SECURITY'),
  withoutPurpose('customer-service'),
  ...partnerRoles.flatMap(partner),
  ...narrowedPartners,
];

/** All standpoints: those above, and one for each purpose of an employee's persona that has none above. */
export const standpoints: readonly Standpoint[] = [
  ...listed,
  ...personas
    .filter(({ mandates }) => mandates.length === 0)
    .flatMap(({ persona, role, purposes }) =>
      purposes
        .filter((purpose) => !listed.some((one) => one.role === role && one.purpose === purpose))
        .flatMap((purpose) => employee(persona, purpose)),
    ),
];
