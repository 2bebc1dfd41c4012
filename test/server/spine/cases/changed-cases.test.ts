import { beforeEach, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import type { Answered } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();
beforeEach(async () => {
  await gateway.database.asOwner('delete from recreation.encounter where employee_id = $1 and id <> $2', [cast.clerk, matters.encounter]);
  await gateway.database.asOwner('update recreation.encounter set ended_at = null, last_active_at = $2 where id = $1', [
    matters.encounter,
    testNow,
  ]);
});

const counter = { purpose: 'SERVICE_PROVISION' } as const;
const support = { purpose: 'CUSTOMER_SUPPORT' } as const;
const officer = { purpose: 'RIGHTS_FULFILMENT' } as const;
const served =
  '{ id purpose endedAt resident { givenName email address { street } birthDate } people { ageBand ... on Resident { id } ... on HouseholdMember { residentId } } }';
const ticket = '{ id subject requester { givenName email birthDate } messages { body } }';
const filed = '{ id body requester { givenName email } }';
const start = `mutation ($id: ID!) { startEncounter(input: { residentId: $id, identifiedBy: PHOTO_CARD }) { encounter ${served} } }`;
const end = `mutation ($id: ID!) { endEncounter(input: { encounterId: $id }) { encounter ${served} } }`;
const assign = `mutation ($id: ID!, $to: ID) { assignTicket(input: { ticketId: $id, employeeId: $to }) { ticket ${ticket} } }`;
const close = `mutation ($id: ID!) { closeTicket(input: { ticketId: $id }) { ticket ${ticket} } }`;
const take = `mutation ($id: ID!) { assignRequest(input: { requestId: $id }) { request ${filed} } }`;
const current = `{ currentCase { ... on Encounter ${served} ... on Ticket ${ticket} ... on PrivacyRequest ${filed} } }`;

const begin = (id: string, asked: object = counter): Promise<Answered> =>
  gateway.ask('customer-service', start, { ...asked, variables: { id } });

/** The case, outcome and data subjects of an answer's access entry. */
async function logged({ privacy }: Answered) {
  await gateway.sequence();
  const [entry] = await gateway.database.asOwner<{ outcome: string; case: string | null; subjects: Record<string, string[]> }>(
    `select entry.header ->> 'outcome' as outcome, (
       select matter.content ->> 'case' from access_log.segment matter
       where matter.seq = entry.seq and matter.month = entry.month and matter.ordinal = 1) as case, (
       select jsonb_object_agg(about.subject_id, about.content -> 'released') from access_log.segment about
       where about.seq = entry.seq and about.month = entry.month and about.subject_id is not null) as subjects
     from access_log.full_entry entry where id = $1`,
    [privacy.receipt!.entry],
  );
  return entry!;
}

describe('the payload of a change that makes a case', () => {
  test('is what the next query shows under that case: an encounter', async () => {
    const started = await begin(cast.guardian);
    expect(started.errors).toEqual([]);
    const { encounter } = started.data.startEncounter;
    const next = await gateway.ask('customer-service', current, { ...counter, case: encounter.id });
    expect(encounter).toEqual(next.data.currentCase);
    expect(encounter).toMatchObject({
      resident: { email: expect.stringContaining('@'), address: { street: expect.any(String) }, birthDate: null },
      people: [{ id: cast.guardian }, { residentId: cast.resident }],
    });
    expect(started.privacy.case).toBe(encounter.id);

    const entry = await logged(started);
    expect(entry).toMatchObject({ case: encounter.id, outcome: 'ANSWERED' });
    expect(Object.keys(entry.subjects).toSorted()).toEqual([cast.guardian, cast.resident].toSorted());
    expect(entry.subjects[cast.guardian]).toEqual(expect.arrayContaining(['Resident.email', 'Address.street']));
    // For another purpose the payload shows what that purpose shows.
    const payment = await begin(cast.guardian, { purpose: 'PAYMENT' });
    expect(payment.data.startEncounter.encounter.resident).toMatchObject({ givenName: expect.any(String), email: null });
  });

  test('is decided under the new case and not under the one that it ends', async () => {
    const { data, privacy } = await begin(cast.neighbour, { ...counter, case: matters.encounter });
    const { encounter } = data.startEncounter;
    expect(encounter.resident.email).toContain('@');
    expect(privacy.case).toBe(encounter.id);
  });

  test('is what the next query shows under that case: a ticket or a request that the principal takes', async () => {
    const taken = await gateway.ask('support', assign, { ...support, variables: { id: matters.unassignedTicket } });
    expect(taken.data.assignTicket.ticket).toMatchObject({ subject: expect.any(String), requester: { email: expect.any(String) } });
    const next = await gateway.ask('support', current, { ...support, case: matters.unassignedTicket });
    expect(taken.data.assignTicket.ticket).toEqual(next.data.currentCase);
    expect(await logged(taken)).toMatchObject({ case: matters.unassignedTicket });

    const request = await gateway.ask('privacy-officer', take, { ...officer, variables: { id: matters.unassignedRequest } });
    const after = await gateway.ask('privacy-officer', current, { ...officer, case: matters.unassignedRequest });
    expect(request.data.assignRequest.request).toEqual(after.data.currentCase);
    expect(request.data.assignRequest.request).toMatchObject({ body: expect.any(String), requester: { email: expect.any(String) } });
    expect(await logged(request)).toMatchObject({ case: matters.unassignedRequest });
  });

  test('shows nothing more if a colleague takes the ticket, also where it was the case', async () => {
    const variables = { id: matters.ticket, to: cast.otherSupporter };
    const before = await gateway.ask('support', current, { ...support, case: matters.ticket });
    expect(before.data.currentCase.subject).toEqual(expect.any(String));
    const given = await gateway.ask('support', assign, { ...support, case: matters.ticket, variables });
    expect(given.errors).toEqual([]);
    expect(given.data.assignTicket.ticket).toEqual({ id: matters.ticket, subject: null, requester: null, messages: null });
    expect(given.privacy.case).toBeUndefined();
    await gateway.ask('support', assign, { ...support, variables: { ...variables, to: cast.supporter } });
  });

  test('leaves the case as it is if the helpdesk opens a ticket for its person', async () => {
    const open = `mutation { openTicket(input: { topic: OTHER, subject: "Lost", body: "A glove" }) { ticket ${ticket} } }`;
    const opened = await gateway.ask('support', open, { ...support, case: matters.ticket });
    expect(opened.data.openTicket.ticket).toMatchObject({ subject: 'Lost', requester: { email: expect.any(String) } });
    expect(opened.privacy.case).toBe(matters.ticket);
    expect(await logged(opened)).toMatchObject({ case: opened.data.openTicket.ticket.id });
  });

  test('shows nothing, and leaves the case before it, if the change fails', async () => {
    const { data, codes, privacy } = await begin('99999999-9999-4999-8999-999999999999', { ...counter, case: matters.encounter });
    expect({ data, codes }).toEqual({ data: { startEncounter: null }, codes: ['NOT_FOUND'] });
    expect(privacy.case).toBe(matters.encounter);
    const next = await gateway.ask('customer-service', current, { ...counter, case: matters.encounter });
    expect(next.data.currentCase.resident.email).toContain('@');
  });
});

describe('the payload of a change that ends a case', () => {
  test('is what holds afterwards: the encounter, and its resident as in a search', async () => {
    const ended = await gateway.ask('customer-service', end, { ...counter, case: matters.encounter, variables: { id: matters.encounter } });
    expect(ended.errors).toEqual([]);
    expect(ended.data.endEncounter.encounter).toMatchObject({
      endedAt: expect.any(String),
      resident: { givenName: expect.any(String), email: null, address: { street: null } },
      people: null,
    });
    expect(ended.privacy.case).toBeUndefined();
    expect(await logged(ended)).toMatchObject({ case: matters.encounter });
  });

  test('is what holds afterwards: the ticket, as in the queue', async () => {
    const closed = await gateway.ask('support', close, { ...support, case: matters.ticket, variables: { id: matters.ticket } });
    expect(closed.data.closeTicket.ticket).toEqual({ id: matters.ticket, subject: null, requester: null, messages: null });
    expect(await logged(closed)).toMatchObject({ case: matters.ticket });
  });
});
