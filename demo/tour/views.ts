import type { Purpose, Relationship, Role } from '../../src/town/shared/graphql/generated/schema.ts';
import { matters, personaNamed } from '../personas.ts';

/** One row of the tour: a persona with its purpose and case, and its relationship to the resident. */
export interface View {
  readonly label: string;
  /** Null: an anonymous principal. */
  readonly persona: string | null;
  readonly role: Role;
  readonly purpose: Purpose | undefined;
  readonly case: string | undefined;
  readonly relationship: Relationship;
}

function view(label: string, persona: string, relationship: Relationship, purpose?: Purpose, caseId?: string): View {
  const { role, purposes } = personaNamed(persona);
  return { label, persona, role, purpose: purpose ?? purposes[0], case: caseId, relationship };
}

/** The rows of the tour's table, in order. */
export const views: readonly View[] = [
  view('the resident', 'resident', 'SELF'),
  view('the guardian', 'guardian', 'GUARDIAN'),
  view('a neighbour', 'neighbour', 'NONE'),
  view('customer service', 'customer-service', 'NONE'),
  view('  in an encounter', 'customer-service', 'ENCOUNTER', 'SERVICE_PROVISION', matters.encounter),
  view('support', 'support', 'NONE'),
  view('  with the ticket', 'support', 'ASSIGNED_TICKET', 'CUSTOMER_SUPPORT', matters.ticket),
  view('privacy officer', 'privacy-officer', 'NONE', 'RIGHTS_FULFILMENT'),
  view('  with the request', 'privacy-officer', 'OPEN_REQUEST', 'RIGHTS_FULFILMENT', matters.request),
  view('security', 'security', 'NONE'),
  view('staff administrator', 'staff-administrator', 'NONE'),
  view('maintenance firm', 'maintenance-agent', 'MANDATE'),
  view('credit bureau', 'credit-agency', 'MANDATE'),
  view('collection agency', 'collection-agency', 'MANDATE'),
  view('police', 'police', 'MANDATE'),
  view('auditor', 'auditor', 'MANDATE'),
  { label: 'anonymous', persona: null, role: 'ANONYMOUS', purpose: undefined, case: undefined, relationship: 'NONE' },
];
