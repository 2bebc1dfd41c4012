import { describe, expect, test } from '@jest/globals';
import { alwaysProven, provenCode } from '../helpers/identity/proven-contact.ts';
import { cast, matters } from '../../demo/personas.ts';
import { services } from '../../demo/population/services.ts';
import type { Answered, Asked } from '../helpers/gateway/gateway.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';

// medplum: when an audit event could not be written, it was logged and the answer was sent. In Apollo Server, a failure
// after a mutation's resolver does not undo the change.
const gateway = useGateway({ anonymousSenders: alwaysProven });

async function withoutLog<T>(ask: () => Promise<T>): Promise<T> {
  await gateway.database.asOwner('revoke insert on access_log.staged from ntk_gateway');
  try {
    return await ask();
  } finally {
    await gateway.database.asOwner('grant insert on access_log.staged to ntk_gateway');
  }
}

const nothing = ({ status, codes, data, text }: Answered) => ({ status, codes, data, privacy: text.includes('privacy') });
const unavailable = { status: 503, codes: ['LOG_UNAVAILABLE'], data: undefined, privacy: false };

describe('medplum: no entry, no answer', () => {
  const reads: readonly (readonly [string | null, string, Asked])[] = [
    ['resident', '{ me { givenName } }', {}],
    ['customer-service', `{ resident(id: "${cast.resident}") { givenName } }`, { purpose: 'SERVICE_PROVISION' }],
    ['customer-service', '{ residents { totalCount } }', { purpose: 'SERVICE_PROVISION' }],
    ['support', `{ currentCase { ... on Ticket { number } } }`, { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket }],
    ['reviewer', '{ accessEntries { totalCount edges { node { subjects { pseudonym } } } } }', { purpose: 'ACCESS_REVIEW' }],
    ['security', '{ webVisits { edges { node { networkAddress } } } }', { purpose: 'WEBSITE_SECURITY' }],
    ['police', '{ residents { edges { node { givenName } } } }', {}],
    ['auditor', '{ disclosures { totalCount } }', {}],
  ];
  test.each(reads)('%s, %s', async (persona, query, asked) => {
    const before = await gateway.ask(persona, query, asked);
    expect([before.errors, Object.values(before.data).includes(null)]).toEqual([[], false]);
    expect(nothing(await withoutLog(() => gateway.ask(persona, query, asked)))).toEqual(unavailable);
  });

  test('nothing of the answer is sent, in any mode of reporting withheld fields', async () => {
    const query = `{ services { totalCount } resident(id: "${cast.resident}") { givenName birthDate } }`;
    for (const withheld of ['null', 'error', 'reject'] as const) {
      const answer = await withoutLog(() => gateway.ask('customer-service', query, { purpose: 'SERVICE_PROVISION', withheld }));
      expect(nothing(answer)).toEqual(unavailable);
    }
    // A read without a data subject needs no entry.
    expect((await withoutLog(() => gateway.ask('resident', '{ services { totalCount } }'))).data.services.totalCount).toBeGreaterThan(0);
  });
});

/** Every row of the records, counted and hashed. */
async function stateOfRecords(): Promise<unknown> {
  const tables = [
    'resident',
    'account',
    'purchase',
    'ticket',
    'ticket_message',
    'ticket_read',
    'encounter',
    'request',
    'request_message',
    'mandate',
    'mandate_subject',
    'mandate_approval',
  ];
  const parts = tables.map(
    (table) =>
      `select '${table}' as name, count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as hash from recreation.${table} t`,
  );
  return gateway.database.asOwner(parts.join(' union all '));
}

describe('Apollo Server: a change whose entry fails is undone', () => {
  const rights = { purpose: 'RIGHTS_FULFILMENT' };
  const helpdesk = { purpose: 'CUSTOMER_SUPPORT' };
  const mandates = { purpose: 'MANDATE_ADMINISTRATION' };
  const register = 'registerResident(input: { givenName: "Zebedee", familyName: "Quartermain", birthDate: "1971-03-02" })';
  const record = `recordMandate(input: { kind: COURT_ORDER, reference: "KB-1", issuer: "Court", partnerId: "${cast.police}", subjectIds: ["${cast.resident}"],
    categories: [NAME], validFrom: "2026-06-01T00:00:00Z", validUntil: "2027-06-01T00:00:00Z" })`;
  const changes: readonly (readonly [string | null, string, Asked])[] = [
    ['resident', `updateContact(input: { residentId: "${cast.resident}", email: null })`, {}],
    ['resident', `purchase(input: { residentId: "${cast.resident}", serviceId: "${services[0]!.id}" })`, {}],
    ['customer-service', register, { purpose: 'SERVICE_PROVISION' }],
    ['customer-service', `endEncounter(input: { encounterId: "${matters.encounter}" })`, { purpose: 'SERVICE_PROVISION' }],
    [
      'customer-service',
      `startEncounter(input: { residentId: "${cast.neighbour}", identifiedBy: PHOTO_CARD })`,
      { purpose: 'SERVICE_PROVISION' },
    ],
    ['resident', 'openTicket(input: { topic: OTHER, subject: "A", body: "B" })', {}],
    ['resident', `replyToTicket(input: { ticketId: "${matters.ticket}", body: "B" })`, {}],
    ['resident', `markTicketRead(input: { ticketId: "${matters.ticket}", readUntil: "2026-06-15T18:00:00Z" })`, {}],
    ['support', `assignTicket(input: { ticketId: "${matters.unassignedTicket}" })`, helpdesk],
    ['support', `closeTicket(input: { ticketId: "${matters.unassignedTicket}" })`, helpdesk],
    [null, `fileRequest(input: { kind: COMMENT, body: "Good.", contactEmail: "dog@example.org", contactCode: "${provenCode}" })`, {}],
    ['privacy-officer', `assignRequest(input: { requestId: "${matters.unassignedRequest}" })`, rights],
    ['neighbour', `replyToRequest(input: { requestId: "${matters.unassignedRequest}", body: "B" })`, {}],
    ['neighbour', `withdrawRequest(input: { requestId: "${matters.unassignedRequest}" })`, {}],
    ['privacy-officer', `answerRequest(input: { requestId: "${matters.request}", answer: "A" })`, rights],
    ['privacy-officer', record, mandates],
    ['privacy-officer-3', `approveMandate(input: { mandateId: "${matters.halfApprovedOrder}" })`, mandates],
    ['privacy-officer', `revokeMandate(input: { mandateId: "${matters.halfApprovedOrder}", reason: "Withdrawn" })`, mandates],
  ];
  test.each(changes)('%s, %s', async (persona, field, asked) => {
    const query = `mutation { ${field} { __typename } }`;
    const before = await stateOfRecords();
    expect(nothing(await withoutLog(() => gateway.ask(persona, query, asked)))).toEqual(unavailable);
    expect(await stateOfRecords()).toEqual(before);
    // When the log works, the same change is made.
    expect((await gateway.ask(persona, query, asked)).errors).toEqual([]);
    expect(await stateOfRecords()).not.toEqual(before);
  });
});
