import { cast, matters, personas } from '../../demo/personas.ts';
import type { Purpose, Relationship, Role } from '../../src/town/shared/graphql/generated/schema.ts';

/** A principal, a data subject and a case. */
export interface Situation {
  /** Null for an anonymous principal. */
  readonly persona: string | null;
  readonly subject: string;
  readonly case?: string;
  /** The relationship between the two: NONE if the role can't have the requested one. */
  readonly real: Relationship;
}

/** A resident whom `every-standpoint.test.ts` puts into the care of the clerk. */
export const inCareOfTheClerk = cast.protectedChild;

/** The case that creates a relationship. */
export const caseOf: Partial<Record<Relationship, string>> = {
  ENCOUNTER: matters.encounter,
  ASSIGNED_TICKET: matters.ticket,
  OPEN_REQUEST: matters.request,
};

const caseRelationship: Partial<Record<Role, Relationship>> = {
  CUSTOMER_SERVICE: 'ENCOUNTER',
  SUPPORT: 'ASSIGNED_TICKET',
  PRIVACY_OFFICER: 'OPEN_REQUEST',
};

const residents: Partial<Record<Relationship, Situation>> = {
  SELF: { persona: 'resident', subject: cast.resident, real: 'SELF' },
  GUARDIAN: { persona: 'guardian', subject: cast.resident, real: 'GUARDIAN' },
  HOUSEHOLD: { persona: 'guardian', subject: cast.housemate, real: 'HOUSEHOLD' },
};

/** Finds a situation in which a role has a relationship, or tries to. */
export function situationOf(role: Role, purpose: Purpose, relationship: Relationship): Situation {
  const ofRole = personas.filter((one) => one.role === role);
  const found = ofRole.find((one) => one.purposes.includes(purpose)) ?? ofRole[0];
  const persona = found?.persona ?? null;
  const matter = caseOf[relationship] && { case: caseOf[relationship] };
  if (role === 'RESIDENT') return residents[relationship] ?? { persona: 'neighbour', subject: cast.resident, real: 'NONE', ...matter };
  if (found && found.mandates.length > 0) return { persona, subject: cast.resident, real: 'MANDATE', ...matter };
  // An employee's own record as a resident, and the record of a minor in the employee's care: the matrix lists nothing for them.
  if (relationship === 'SELF' && role === 'CUSTOMER_SERVICE') return { persona, subject: cast.clerkAsResident, real: 'SELF' };
  if (relationship === 'GUARDIAN' && role === 'CUSTOMER_SERVICE') return { persona, subject: inCareOfTheClerk, real: 'GUARDIAN' };
  // A request is a case only for the purpose of answering it.
  const real = caseRelationship[role] === relationship && (role !== 'PRIVACY_OFFICER' || purpose === 'RIGHTS_FULFILMENT');
  return { persona, subject: cast.resident, real: real ? relationship : 'NONE', ...matter };
}
