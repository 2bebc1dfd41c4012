import { cast, matters } from '../../../demo/personas.ts';
import { services } from '../../../demo/population/services.ts';
import { mandateChanges } from './mandate-changes.ts';
import type { StandpointName } from '../asking/standpoints.ts';

const people = Object.values(cast).filter((id) => id.startsWith('1000'));
const idsOf = (...digits: readonly string[]): string[] =>
  Object.values(matters).filter((id) => digits.some((digit) => id.startsWith(digit)));
const [encounters, tickets, requests] = [idsOf('4'), idsOf('5'), idsOf('6')];

type Reach = Partial<Record<StandpointName, readonly string[]>>;

const inCare: Reach = {
  resident: [cast.resident],
  guardian: [cast.resident, cast.guardian],
  'distant guardian': [cast.resident, cast.distantGuardian],
  housemate: [cast.housemate],
  neighbour: [cast.neighbour],
  'estranged parent': [cast.protectedChild, cast.estrangedParent],
  'clerk serving': [cast.resident],
};
const clerks = ['clerk', 'clerk serving', 'clerk for payment', 'clerk for an age'] as const;
const each = (names: readonly StandpointName[], ids: readonly string[]): Reach => Object.fromEntries(names.map((name) => [name, ids]));
const ofOthers = [matters.ticket, matters.protectedTicket, matters.closedTicket];
const ofRequester: Reach = {
  resident: [matters.ticket, matters.closedTicket],
  neighbour: [matters.otherTicket, matters.unassignedTicket],
};

/** A mutation that names its object by an id, and the standpoints that may make it. */
export interface Change {
  readonly field: string;
  /** The input for an id. */
  readonly input: (id: string) => Record<string, unknown>;
  readonly asks: string;
  readonly ids: readonly string[];
  /** The ids that each standpoint may change. */
  readonly reach: Reach;
}

const staff = [cast.securityOfficer, cast.otherSupporter, cast.clerk, cast.staffAdministrator];
const register: Omit<Change, 'field' | 'input'> = {
  asks: 'employee { id familyName status roles rolesSince accessEndedAt rolesConfirmedAt reviewDueAt }',
  // The administrator sees every employee, including the own record, which another administrator must change. The register has no one else.
  ids: [cast.clerk, ...staff, cast.resident, cast.neighbour, cast.clerkAsResident, cast.police],
  reach: each(['staff administrator'], staff),
};
const staffChanges: readonly Change[] = [
  { ...register, field: 'changeEmployeeRoles', input: (employeeId) => ({ employeeId, roles: ['SUPPORT', 'SECURITY'] }) },
  { ...register, field: 'endEmployeeAccess', input: (employeeId) => ({ employeeId }) },
];

/** Every mutation that names its object by an id, and nothing that its state decides. The supporter and the officer are the same person as the neighbour, a resident. */
export const changes: readonly Change[] = [
  {
    field: 'updateContact',
    input: (residentId) => ({ residentId, email: 'changed@example.org' }),
    asks: 'resident { id givenName email phone address { street } }',
    ids: people,
    reach: inCare,
  },
  {
    field: 'purchase',
    input: (residentId) => ({ residentId, serviceId: services[0]!.id }),
    asks: 'purchase { amount } resident { id account { balance } }',
    ids: people,
    reach: inCare,
  },
  {
    field: 'replaceCard',
    input: (residentId) => ({ residentId }),
    asks: 'resident { id givenName }',
    ids: people,
    reach: inCare,
  },
  {
    field: 'recordPayment',
    input: (residentId) => ({ residentId, cents: 1_250, method: 'CARD' }),
    asks: 'payment { amount } resident { id account { balance } }',
    ids: people,
    reach: {},
  },
  {
    field: 'startEncounter',
    input: (residentId) => ({ residentId, identifiedBy: 'KNOWN_TO_ME' }),
    asks: 'encounter { purpose resident { id givenName } people { ... on Resident { id } ... on HouseholdMember { residentId } } }',
    ids: people,
    reach: each(
      clerks,
      people.filter((id) => id !== cast.clerkAsResident),
    ),
  },
  {
    field: 'changeEncounterPurpose',
    input: (encounterId) => ({ encounterId }),
    asks: 'encounter { id purpose resident { id } }',
    ids: encounters,
    reach: each(clerks, [matters.encounter]),
  },
  {
    field: 'endEncounter',
    input: (encounterId) => ({ encounterId }),
    asks: 'encounter { id endedAt resident { id } }',
    ids: encounters,
    reach: each(clerks, [matters.encounter]),
  },
  {
    field: 'issueClaimCode',
    input: (residentId) => ({ residentId }),
    asks: 'claimCode { code validUntil }',
    ids: people,
    reach: { 'clerk serving': [cast.resident] },
  },
  {
    field: 'confirmClaim',
    input: (residentId) => ({ residentId, sawIdentity: true }),
    asks: 'isMailed',
    ids: people,
    reach: { 'clerk serving': [cast.resident], 'officer on the request': [cast.resident] },
  },
  {
    field: 'contestClaim',
    input: (residentId) => ({ residentId }),
    asks: 'isHeld',
    ids: people,
    reach: { 'clerk serving': [cast.resident] },
  },
  {
    field: 'undoClaim',
    input: (residentId) => ({ residentId }),
    asks: 'isUndone',
    ids: people,
    reach: { 'officer on the request': [cast.resident] },
  },
  {
    field: 'replyToTicket',
    input: (ticketId) => ({ ticketId, body: 'A reply' }),
    asks: 'ticket { id subject messages { body } requester { id } }',
    ids: tickets,
    reach: {
      ...ofRequester,
      'support on the ticket': [matters.ticket],
    },
  },
  {
    field: 'assignTicket',
    input: (ticketId) => ({ ticketId, employeeId: cast.otherSupporter }),
    asks: 'ticket { id assignee { id } requester { id } }',
    ids: tickets,
    reach: each(['support', 'support on the ticket'], ofOthers),
  },
  {
    field: 'closeTicket',
    input: (ticketId) => ({ ticketId }),
    asks: 'ticket { id closedAt requester { id } }',
    ids: tickets,
    reach: { ...each(['support', 'support on the ticket'], ofOthers), ...ofRequester },
  },
  {
    field: 'reopenTicket',
    input: (ticketId) => ({ ticketId }),
    asks: 'ticket { id closedAt requester { id } messages { fromStaff } }',
    ids: tickets,
    reach: ofRequester,
  },
  {
    field: 'markTicketRead',
    input: (ticketId) => ({ ticketId, readUntil: '2026-06-15T18:00:00Z' }),
    asks: 'ticket { id unreadSince requester { id } messages { fromStaff } }',
    ids: tickets,
    reach: { ...ofRequester, guardian: [matters.ticket, matters.closedTicket] },
  },
  {
    field: 'markTicketSensitive',
    input: (ticketId) => ({ ticketId }),
    asks: 'ticket { id sensitive requester { id } }',
    ids: tickets,
    reach: each(['support on the ticket'], [matters.ticket]),
  },
  ...staffChanges,
  {
    field: 'assignRequest',
    input: (requestId) => ({ requestId, employeeId: cast.privacyOfficer2 }),
    asks: 'request { id body requester { id } }',
    ids: requests,
    reach: each(['officer', 'officer on the request'], [matters.request, matters.protectedRequest, matters.anonymousRequest]),
  },
  {
    field: 'answerRequest',
    input: (requestId) => ({ requestId, answer: 'An answer' }),
    asks: 'request { id answer requester { id } }',
    ids: requests,
    reach: each(['officer', 'officer on the request'], [matters.request, matters.protectedRequest, matters.anonymousRequest]),
  },
  {
    field: 'replyToRequest',
    input: (requestId) => ({ requestId, body: 'A reply' }),
    asks: 'request { id messages { id body sentAt fromStaff fromGuardian } requester { id } }',
    ids: requests,
    reach: {
      resident: [matters.request],
      neighbour: [matters.unassignedRequest],
      'officer on the request': [matters.request],
    },
  },
  {
    field: 'reopenRequest',
    input: (requestId) => ({ requestId, body: 'Why it is opened' }),
    asks: 'request { id status reopenedAt messages { id body } requester { id } }',
    ids: requests,
    reach: {
      resident: [matters.request],
      neighbour: [matters.unassignedRequest],
      ...each(['officer', 'officer on the request'], [matters.request, matters.protectedRequest, matters.anonymousRequest]),
    },
  },
  {
    field: 'withdrawRequest',
    input: (requestId) => ({ requestId }),
    asks: 'request { id status withdrawnAt filedByGuardian requester { id } }',
    ids: requests,
    reach: { resident: [matters.request], neighbour: [matters.unassignedRequest] },
  },
  ...mandateChanges(people),
];

/** The document that makes a change. */
export function documentOf({ field, asks }: Pick<Change, 'field' | 'asks'>): string {
  const type = field.replace(/^./, (letter) => letter.toUpperCase());
  return `mutation ($input: ${type}Input!) { ${field}(input: $input) { ${asks} } }`;
}
