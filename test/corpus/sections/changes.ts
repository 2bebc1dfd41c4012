import { town } from '../../../src/town/index.ts';
import { demoPartners } from '../../../demo/partners.ts';
import { provenCode } from '../../helpers/identity/proven-contact.ts';
import { cast, matters } from '../../../demo/personas.ts';
import { services } from '../../../demo/population/services.ts';
import {
  DataCategory,
  PrivacyRequestKind,
  TicketTopic,
  type Purpose,
  type Role,
} from '../../../src/town/shared/graphql/generated/schema.ts';
import { partnerRoles, partners } from '../../../src/town/policy/partners/partners.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { PurposeTexts } from '../../../src/engine/purpose/purpose-texts.ts';
import type { PartnerRole } from '../../../src/town/policy/words/roles.ts';
import { testToday } from '../../helpers/database/cluster.ts';
import { changes as inputs, documentOf } from '../../helpers/changes/changes.ts';
import { standpoints, type StandpointName } from '../../helpers/asking/standpoints.ts';
import { as, askedBy, standpointOf, type CorpusOperation } from '../operation.ts';
import { sharedContact } from '../../non-interference/towns/first-town.ts';

/** Further standpoints for each mutation. They may not enter it, or may not change this object. */
const others: readonly StandpointName[] = ['anonymous', 'neighbour', 'support', 'officer', 'police'];

const registration = { givenName: 'Ada', familyName: 'Quillfeather', birthDate: '1990-05-05', email: 'ada@example.org' };

/** The input that records a mandate of the kind that a partner role can have. */
function mandateFor(role: PartnerRole): Record<string, unknown> {
  const { mandateKind: kind, namesSubjects, canBeSealed } = partners[role];
  return {
    kind,
    reference: 'R-1',
    issuer: 'Issuer',
    partnerId: demoPartners[role].id,
    subjectIds: namesSubjects ? [cast.resident] : [],
    categories: namesSubjects ? ['INITIALS'] : ['ACCESS_HISTORY'],
    validFrom: '2026-06-01T00:00:00Z',
    validUntil: '2027-06-01T00:00:00Z',
    ...(canBeSealed && { sealedUntil: '2026-09-01T00:00:00Z' }),
  };
}

/** The version of a purpose's text. */
function versionOf(role: Role, purpose: Purpose): string {
  return new PurposeTexts(policyInForce, town.sayPurpose).of(role, testToday).find((one) => one.purpose === purpose)!.version;
}

/** Every mutation. Each is rolled back after its answer. */
export const changes: readonly CorpusOperation[] = [
  ...inputs.flatMap((change): CorpusOperation[] => {
    const able = standpoints.map(({ name }) => name).filter((name) => change.reach[name] !== undefined);
    const ofRole = Object.groupBy(able, (name) => standpointOf(as(name)).role);
    const unable = others.filter((name) => change.reach[name] === undefined).slice(0, 2);
    return [...Object.values(ofRole).flatMap((names) => names.slice(0, 2)), ...unable].map((name) => ({
      ...as(name),
      name: `${change.field}, asked by: ${name}`,
      query: documentOf(change),
      variables: { input: change.input(change.reach[name]?.[0] ?? change.ids[0]!) },
    }));
  }),
  ...askedBy(['clerk', 'support', 'officer', 'security', 'staff administrator', 'resident', 'police'], {
    name: 'acknowledgePurpose',
    query: documentOf({ field: 'acknowledgePurpose', asks: 'purposeText { purpose version text acknowledgedAt }' }),
    variables: { input: { version: versionOf('CUSTOMER_SERVICE', 'SERVICE_PROVISION') } },
  }),
  ...askedBy(['staff administrator', 'officer', 'support'], {
    name: 'inviteEmployee',
    query: documentOf({ field: 'inviteEmployee', asks: 'employee { id status workEmail roles awaitedRoles awaitsMyApproval invitedAt }' }),
    variables: {
      input: { givenName: 'Ione', familyName: 'Saltmarsh', workEmail: 'ione@town.example', roles: ['PRIVACY_OFFICER'], reviewsLog: true },
    },
  }),
  ...askedBy(['staff administrator', 'reviewer'], {
    name: 'renewInvitation, of an employee who was never invited',
    query: documentOf({ field: 'renewInvitation', asks: 'employee { id }' }),
    variables: { input: { employeeId: cast.securityOfficer } },
  }),
  ...(['confirmEmployeeRoles SECURITY', 'confirmEmployeeRoles SUPPORT', 'approveEmployeeRoles SECURITY'] as const).flatMap((change) => {
    const [field, role] = change.split(' ') as [string, Role];
    return askedBy(['staff administrator', 'security'], {
      name: `${field}, of an employee with the role ${role}`,
      query: documentOf({ field, asks: 'employee { id roles rolesConfirmedAt reviewDueAt }' }),
      variables: { input: { employeeId: cast.securityOfficer, roles: [role] } },
    });
  }),
  ...askedBy(['clerk', 'guardian', 'anonymous', 'support'], {
    name: 'registerResident',
    query: documentOf({ field: 'registerResident', asks: 'resident { id givenName familyName birthDate email }' }),
    variables: { input: registration },
  }),
  ...askedBy(['clerk', 'clerk serving', 'clerk for payment', 'support', 'neighbour'], {
    name: 'confirmIdentity, of a search result',
    query: documentOf({ field: 'confirmIdentity', asks: 'outcome' }),
    variables: { input: { residentId: cast.resident, email: 'KestrelPost@example.org', phone: '+17805550121' } },
  }),
  ...askedBy(['clerk'], {
    name: 'confirmIdentity, of nobody',
    query: documentOf({ field: 'confirmIdentity', asks: 'outcome' }),
    variables: { input: { birthDate: '1950-05-05', email: 'kestrelpost@example.org' } },
  }),
  ...askedBy(['clerk'], {
    name: 'confirmIdentity, of a couple',
    query: documentOf({ field: 'confirmIdentity', asks: 'outcome' }),
    variables: { input: sharedContact },
  }),
  ...askedBy(['clerk'], {
    name: 'confirmIdentity, by one value',
    query: documentOf({ field: 'confirmIdentity', asks: 'outcome' }),
    variables: { input: { residentId: cast.resident, email: 'kestrelpost@example.org' } },
  }),
  ...askedBy(['resident', 'support on the ticket', 'clerk'], {
    name: 'openTicket',
    query: documentOf({ field: 'openTicket', asks: 'ticket { id topic status subject sensitive requester { id } messages { body } }' }),
    variables: { input: { topic: 'PAYMENT', subject: 'Of what is due', body: 'When is it due?' } },
  }),
  ...askedBy(['anonymous', 'resident'], {
    name: 'sendContactCode',
    query: documentOf({ field: 'sendContactCode', asks: 'validUntil' }),
    variables: { input: { kind: 'QUESTION', body: 'What is on record?', contactEmail: 'somebody@example.org' } },
  }),
  ...askedBy(['anonymous'], {
    name: 'fileRequest, with a wrong code',
    query: documentOf({ field: 'fileRequest', asks: 'receipt { requestId dueOn }' }),
    variables: { input: { kind: 'QUESTION', body: 'What is on record?', contactEmail: 'somebody@example.org', contactCode: '0000-0000' } },
  }),
  ...askedBy(['anonymous', 'resident', 'clerk'], {
    name: 'fileRequest',
    query: documentOf({ field: 'fileRequest', asks: 'receipt { requestId dueOn stateCode }' }),
    variables: { input: { kind: 'QUESTION', body: 'What is on record?', contactEmail: 'somebody@example.org', contactCode: provenCode } },
  }),
  ...askedBy(['guardian', 'distant guardian', 'neighbour'], {
    name: 'fileRequest, for a minor',
    query: documentOf({ field: 'fileRequest', asks: 'receipt { requestId dueOn }' }),
    variables: { input: { kind: 'ACCESS', residentId: cast.resident, body: 'What is on record?' } },
  }),
  ...Object.values(TicketTopic).map((topic) => ({
    name: `openTicket, about ${topic}`,
    ...as('neighbour'),
    query: documentOf({ field: 'openTicket', asks: 'ticket { topic }' }),
    variables: { input: { topic, subject: 'A question', body: 'What now?' } },
  })),
  ...Object.values(PrivacyRequestKind).map((kind) => ({
    name: `fileRequest, of the kind ${kind}`,
    ...as('neighbour'),
    query: documentOf({ field: 'fileRequest', asks: 'receipt { dueOn }' }),
    variables: { input: { kind, body: 'Please.' } },
  })),
  ...partnerRoles.map((role) => ({
    name: `recordMandate, for ${role}`,
    ...as('officer for mandates'),
    query: documentOf({ field: 'recordMandate', asks: 'mandate { kind purpose categories status sealProposedUntil subjects { id } }' }),
    variables: { input: mandateFor(role) },
  })),
  {
    name: 'recordMandate, with every category',
    ...as('officer for mandates'),
    query: documentOf({ field: 'recordMandate', asks: 'mandate { id }' }),
    variables: { input: { ...mandateFor('LAW_ENFORCEMENT'), categories: Object.values(DataCategory) } },
  },
  {
    name: 'fileRequest: a request for access that names an entry',
    ...as('resident'),
    query: 'mutation ($input: FileRequestInput!) { fileRequest(input: $input) { receipt { number } } }',
    variables: { input: { kind: 'ACCESS', body: 'All of it.', entryId: '00000000-0000-4000-8000-00000000dead' } },
  },
  ...(['privacy-officer-3'] as const).flatMap((persona): CorpusOperation[] =>
    (['approveMandate', 'approveSeal'] as const).map((field) => ({
      name: `${field}, of an order whose seal was not approved in time, asked by: ${persona}`,
      persona,
      purpose: 'MANDATE_ADMINISTRATION',
      query: documentOf({ field, asks: 'mandate { status approvals sealedUntil sealProposedUntil }' }),
      variables: { input: { mandateId: matters.halfApprovedOrder } },
    })),
  ),
  {
    name: 'updateContact: absent fields stay',
    ...as('resident'),
    query: 'mutation ($id: ID!, $phone: String) { updateContact(input: { residentId: $id, phone: $phone }) { resident { email phone } } }',
    variables: { id: cast.resident },
  },
  {
    name: 'updateContact: null removes a value',
    ...as('resident'),
    query: 'mutation ($id: ID!, $phone: String) { updateContact(input: { residentId: $id, phone: $phone }) { resident { email phone } } }',
    variables: { id: cast.resident, phone: null },
  },
  {
    name: 'updateContact: a whole address',
    ...as('guardian'),
    query: 'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { address { street postalCode } } } }',
    variables: {
      input: { residentId: cast.guardian, address: { street: '1 New Road', locality: 'Calgary', province: 'AB', postalCode: 'T1X 1A1' } },
    },
  },
  {
    name: 'purchase: quantity one by default',
    ...as('guardian'),
    query: `mutation { purchase(input: { residentId: "${cast.guardian}", serviceId: "80000000-0000-4000-8000-000000000001" }) {
      purchase { quantity amount validFrom validUntil } resident { account { balance } } } }`,
  },
  {
    name: 'purchase: quantity zero',
    ...as('guardian'),
    query: `mutation ($quantity: Int) { purchase(input: {
      residentId: "${cast.guardian}", serviceId: "80000000-0000-4000-8000-000000000001", quantity: $quantity }) { purchase { quantity } } }`,
    variables: { quantity: 0 },
  },
  ...(['0d9c2f6e-6c0e-4b8e-9a53-0a4b7b9a8f11', 'a key of my own'] as const).flatMap((idempotencyKey): CorpusOperation[] => [
    {
      name: `purchase: with the idempotency key "${idempotencyKey}"`,
      ...as('guardian'),
      query: documentOf({ field: 'purchase', asks: 'purchase { quantity } resident { id }' }),
      variables: { input: { residentId: cast.guardian, serviceId: services[0]!.id, idempotencyKey } },
    },
    {
      name: `openTicket: with the idempotency key "${idempotencyKey}"`,
      ...as('neighbour'),
      query: documentOf({ field: 'openTicket', asks: 'ticket { topic subject }' }),
      variables: { input: { topic: 'OTHER', subject: 'A question', body: 'What now?', idempotencyKey } },
    },
    {
      name: `replyToRequest: with the idempotency key "${idempotencyKey}"`,
      ...as('neighbour'),
      query: documentOf({ field: 'replyToRequest', asks: 'request { messages { body } }' }),
      variables: { input: { requestId: matters.unassignedRequest, body: 'Next door is number 12.', idempotencyKey } },
    },
    {
      name: `fileRequest: with the idempotency key "${idempotencyKey}"`,
      ...as('anonymous'),
      query: documentOf({ field: 'fileRequest', asks: 'receipt { dueOn }' }),
      variables: {
        input: { kind: 'QUESTION', body: 'Who?', contactEmail: 'somebody@example.org', contactCode: provenCode, idempotencyKey },
      },
    },
  ]),
  ...askedBy(['resident', 'guardian', 'distant guardian', 'neighbour', 'support on the ticket'], {
    name: 'what was read of a ticket',
    query: `mutation { markTicketRead(input: { ticketId: "${matters.ticket}", readUntil: "2026-06-13T00:00:00Z" }) {
      ticket { number unreadSince messages { sentAt fromStaff } } } }`,
  }),
  {
    name: 'two mutations in one operation',
    ...as('support on the ticket'),
    query: `mutation { a: closeTicket(input: { ticketId: "${matters.ticket}" }) { ticket { id } }
      b: closeTicket(input: { ticketId: "${matters.ticket}" }) { ticket { id } } }`,
  },
  {
    name: 'a mutation in a fragment, selected twice',
    ...as('support on the ticket'),
    query: `mutation { ...Close closeTicket(input: { ticketId: "${matters.ticket}" }) { ticket { closedAt } } }
      fragment Close on Mutation { closeTicket(input: { ticketId: "${matters.ticket}" }) { ticket { id status } } }`,
  },
];
