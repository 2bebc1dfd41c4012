import type { Relationship } from '../../../src/town/shared/graphql/generated/schema.ts';
import type { Standpoint } from './standpoints.ts';
import type { Resident, Town } from './town.ts';

/** A principal's relationship to a resident, computed from the rows alone and independently of the gateway. */
export interface RelationshipFact {
  readonly relationship: Relationship;
  readonly conditions: ReadonlySet<string>;
}

/** The relationships that one standpoint has in one town. */
export interface ExpectedRelationships {
  /** Undefined if there is a conflict of interest: an employee may see nothing of the resident. */
  factAbout(resident: Resident): RelationshipFact | undefined;
  /** The categories that the mandate names, if it is in force. */
  readonly named: ReadonlySet<string>;
}

/** @param today RFC 3339 full-date */
export function expectRelationships(town: Town, standpoint: Standpoint, today: string, now: Date): ExpectedRelationships {
  const residents = new Map(town['recreation.resident'].map((one) => [one.id, one]));
  const homesOf = Map.groupBy(town['recreation.household_member'], ({ resident_id }) => resident_id);
  const membersOf = Map.groupBy(town['recreation.household_member'], ({ household_id }) => household_id);
  const accounts = new Map(town['recreation.account'].map((one) => [one.resident_id, one]));
  const home = (id: string): string | undefined => homesOf.get(id)?.find(({ is_home }) => is_home)?.household_id;
  const livesWith = (id: string): string[] => (membersOf.get(home(id) ?? '') ?? []).map(({ resident_id }) => resident_id);
  const protectedPeople = new Set(town['recreation.resident'].filter((one) => one.address_protected).map(({ id }) => id));
  const isProtected = (id: string): boolean => protectedPeople.has(id) || livesWith(id).some((mate) => protectedPeople.has(mate));
  const isMinor = (id: string | undefined): boolean => yearsAfter(residents.get(id ?? '')?.birth_date, 18) > today;
  const { principal = '', role } = standpoint;
  const me = role === 'RESIDENT' ? residents.get(principal) : undefined;
  const conflicts = conflictsOfInterest(town, standpoint);
  const encounter = town['recreation.encounter'].find(({ id }) => id === standpoint.case);
  const served = encounter?.resident_id;
  const aboutCase =
    town['recreation.ticket'].find(({ id }) => id === standpoint.case)?.resident_id ??
    town['recreation.request'].find(({ id }) => id === standpoint.case)?.resident_id;
  const mandate = town['recreation.mandate'].find(({ id }) => id === standpoint.mandate);
  const inForce = mandate !== undefined && isInForce(mandate, town, now);
  const namedPeople = new Set(
    town['recreation.mandate_subject']
      .filter(({ mandate_id }) => inForce && mandate_id === mandate.id)
      .map(({ resident_id }) => resident_id)
      .filter((id) => standpoint.narrowed?.subjects?.includes(id) ?? true),
  );

  const relationshipTo = ({ id }: Resident): Relationship => {
    switch (role) {
      case 'RESIDENT':
        if (!me) return 'NONE';
        if (id === me.id) return 'SELF';
        if (guardianshipOf(id)) return 'GUARDIAN';
        return !isMinor(id) && !isMinor(me.id) && sharesHousehold(me.id, id) ? 'HOUSEHOLD' : 'NONE';
      case 'CUSTOMER_SERVICE':
        if (served === undefined) return 'NONE';
        if (id === served) return 'ENCOUNTER';
        if (encounter?.purpose !== 'SERVICE_PROVISION') return 'NONE';
        return isMinor(id) && home(id) !== undefined && home(id) === home(served) && !isProtected(id) && !isProtected(served)
          ? 'ENCOUNTER'
          : 'NONE';
      case 'SUPPORT':
        return id === aboutCase ? 'ASSIGNED_TICKET' : 'NONE';
      case 'PRIVACY_OFFICER':
        return id === aboutCase ? 'OPEN_REQUEST' : 'NONE';
      case 'CONTROL_AGENCY':
        return inForce ? 'MANDATE' : 'NONE';
      default:
        return namedPeople.has(id) ? 'MANDATE' : 'NONE';
    }
  };
  const guardianshipOf = (minor: string): Town['recreation.guardianship'][number] | undefined =>
    town['recreation.guardianship'].find(
      (one) =>
        one.guardian_id === me?.id &&
        one.minor_id === minor &&
        isMinor(minor) &&
        one.valid_from <= today &&
        (one.valid_until === null || one.valid_until > today),
    );
  const sharesHousehold = (one: string, other: string): boolean =>
    (homesOf.get(one) ?? []).some(({ household_id }) => (homesOf.get(other) ?? []).some((theirs) => theirs.household_id === household_id));

  return {
    named: new Set<string>(inForce ? mandate.categories : []),
    factAbout(resident) {
      if (conflicts.has(resident.id)) return undefined;
      const conditions = new Set<string>();
      for (const scope of guardianshipOf(resident.id)?.scope ?? []) conditions.add(scopeConditions[scope]);
      const account = accounts.get(resident.id);
      if (account?.credit_check_open) conditions.add('CREDIT_CHECK_OPEN');
      if (account && Number(account.overdue_amount) > 0 && account.assigned_to === principal) conditions.add('OVERDUE_AND_ASSIGNED');
      if (isProtected(resident.id)) conditions.add('ADDRESS_PROTECTED');
      const sameHome = me !== undefined && home(me.id) !== undefined && home(me.id) === home(resident.id);
      if (sameHome && !isMinor(me.id)) conditions.add('ADULT_OF_THAT_HOUSEHOLD');
      return { relationship: relationshipTo(resident), conditions };
    },
  };
}

/** The residents whom an employee's duties leave out: the employee, and everybody in the employee's care at any time. */
export function conflictsOfInterest(town: Town, { principal }: Pick<Standpoint, 'principal'>): ReadonlySet<string> {
  const self = town['recreation.employee'].find(({ id }) => id === principal)?.resident_id;
  if (self === undefined || self === null) return new Set();
  return new Set([
    self,
    ...town['recreation.guardianship'].filter(({ guardian_id }) => guardian_id === self).map(({ minor_id }) => minor_id),
  ]);
}

const scopeConditions = {
  ADDRESS: 'CARE_INCLUDES_ADDRESS',
  HOUSEHOLD: 'CARE_INCLUDES_HOUSEHOLD',
  SUPPORT_HISTORY: 'CARE_INCLUDES_SUPPORT',
} as const;

function isInForce(mandate: Town['recreation.mandate'][number], town: Town, now: Date): boolean {
  const approvals = town['recreation.mandate_approval'].filter(
    ({ mandate_id, employee_id }) => mandate_id === mandate.id && employee_id !== mandate.recorded_by,
  );
  return (
    mandate.revoked_at === null &&
    Date.parse(mandate.valid_from) <= now.getTime() &&
    Date.parse(mandate.valid_until) > now.getTime() &&
    approvals.length >= (mandate.kind === 'COURT_ORDER' ? 2 : 1)
  );
}

/** The day `years` after another. Both are RFC 3339 full-dates; an undefined day counts as long ago. */
export function yearsAfter(day: string | undefined, years: number): string {
  return day === undefined ? '0000-00-00' : `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`;
}
