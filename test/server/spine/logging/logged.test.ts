import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import type { Asked } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

// Every read and every change is logged, even if it selects nothing personal.
const gateway = useGateway();

interface Logged {
  readonly outcome: string;
  readonly subjects: readonly string[];
}

/** Asks, and returns the new entries. */
async function entriesOf(persona: string | null, query: string, asked: Asked): Promise<Logged[]> {
  await gateway.sequence();
  const [before] = await gateway.database.asOwner<{ next: number }>('select count(*)::int as next from access_log.entry');
  await gateway.ask(persona, query, asked);
  await gateway.sequence();
  return gateway.database.asOwner<{ outcome: string; subjects: string[] }>(
    `select header ->> 'outcome' as outcome,
       array(select subject_id::text from access_log.segment where segment.seq = entry.seq and ordinal > 1 order by 1) as subjects
     from access_log.full_entry entry where seq >= $1 order by seq`,
    [before!.next],
  );
}

const counter = { purpose: 'SERVICE_PROVISION', case: matters.encounter };
const helpdesk = { purpose: 'CUSTOMER_SUPPORT' };
const rights = { purpose: 'RIGHTS_FULFILMENT' };
const mandates = { purpose: 'MANDATE_ADMINISTRATION' };

// Before the encounter is ended below.
test('a count of none, in an encounter, is logged with the person whom it serves', async () => {
  const serveFor = (purpose: string) =>
    gateway.database.asOwner('update recreation.encounter set purpose = $2 where id = $1', [matters.encounter, purpose]);
  await serveFor('PAYMENT');
  try {
    const query = '{ residents(filter: { familyName: "Nobody" }) { totalCount } }';
    expect(await entriesOf('customer-service', query, { ...counter, purpose: 'PAYMENT' })).toEqual([
      { outcome: 'ANSWERED', subjects: [cast.resident] },
    ]);
  } finally {
    await serveFor('SERVICE_PROVISION');
  }
});

describe('a mutation that selects nothing personal leaves one entry with its data subjects:', () => {
  test.each<[string, string, string, Asked, string[]]>([
    ['updateContact', 'resident', `updateContact(input: { residentId: "${cast.resident}", email: "a@example.org" })`, {}, [cast.resident]],
    ['openTicket', 'resident', 'openTicket(input: { topic: OTHER, subject: "A", body: "B" })', {}, [cast.resident]],
    [
      'replyToTicket',
      'support',
      `replyToTicket(input: { ticketId: "${matters.ticket}", body: "B" })`,
      { ...helpdesk, case: matters.ticket },
      [cast.resident],
    ],
    ['assignTicket', 'support', `assignTicket(input: { ticketId: "${matters.unassignedTicket}" })`, helpdesk, [cast.neighbour]],
    ['closeTicket', 'support', `closeTicket(input: { ticketId: "${matters.unassignedTicket}" })`, helpdesk, [cast.neighbour]],
    ['assignRequest', 'privacy-officer', `assignRequest(input: { requestId: "${matters.unassignedRequest}" })`, rights, [cast.neighbour]],
    [
      'answerRequest',
      'privacy-officer',
      `answerRequest(input: { requestId: "${matters.unassignedRequest}", answer: "A" })`,
      rights,
      [cast.neighbour],
    ],
    [
      'approveMandate',
      'privacy-officer-3',
      `approveMandate(input: { mandateId: "${matters.halfApprovedOrder}" })`,
      mandates,
      [cast.resident],
    ],
    [
      'revokeMandate',
      'privacy-officer-2',
      `revokeMandate(input: { mandateId: "${matters.halfApprovedOrder}", reason: "Withdrawn" })`,
      mandates,
      [cast.resident],
    ],
    ['endEncounter', 'customer-service', `endEncounter(input: { encounterId: "${matters.encounter}" })`, counter, [cast.resident]],
    [
      'startEncounter',
      'customer-service',
      `startEncounter(input: { residentId: "${cast.neighbour}", identifiedBy: PHOTO_CARD })`,
      { purpose: 'PAYMENT' },
      [cast.neighbour],
    ],
  ])('%s', async (_name, persona, field, asked, subjects) => {
    expect(await entriesOf(persona, `mutation { ${field} { __typename } }`, asked)).toEqual([{ outcome: 'ANSWERED', subjects }]);
  });

  test('a refused mutation names its data subjects as well', async () => {
    const field = `purchase(input: { residentId: "${cast.neighbour}", serviceId: "00000000-0000-4000-8000-00000000ffff" })`;
    expect(await entriesOf('neighbour', `mutation { ${field} { __typename } }`, {})).toEqual([
      { outcome: 'REFUSED', subjects: [cast.neighbour] },
    ]);
  });

  test('an invented id is not named', async () => {
    const field = 'updateContact(input: { residentId: "00000000-0000-4000-8000-00000000ffff", email: "a@example.org" })';
    expect(await entriesOf('neighbour', `mutation { ${field} { __typename } }`, {})).toEqual([{ outcome: 'REFUSED', subjects: [] }]);
  });
});

describe('a read that only counts, or selects only impersonal fields of personal rows, is logged with the data subjects that it discloses:', () => {
  test.each<[string, string, string, Asked]>([
    ['an order’s tickets', 'police', '{ tickets { totalCount edges { node { number status } } } }', { mandate: matters.protectedOrder }],
    [
      'a filter and a count',
      'privacy-officer',
      '{ residents(filter: { familyName: "Castellow", givenName: "Peregrine" }) { totalCount } }',
      mandates,
    ],
    ['cursors', 'credit-agency', '{ residents { edges { cursor } } }', {}],
    ['accounts', 'collection-agency', '{ accounts { totalCount } }', {}],
    [
      'who looked, under a request',
      'privacy-officer',
      '{ accessEntries { totalCount edges { node { role } } } }',
      { ...rights, case: matters.request },
    ],
    [
      'a count of none, under a ticket',
      'support',
      '{ residents(filter: { familyName: "Nobody" }) { totalCount } }',
      { ...helpdesk, case: matters.ticket },
    ],
    ['the case itself', 'support', '{ currentCase { ... on Ticket { number } } }', { ...helpdesk, case: matters.ticket }],
  ])('%s', async (_name, persona, query, asked) => {
    const [entry, ...more] = await entriesOf(persona, query, asked);
    expect(more).toEqual([]);
    expect(entry!.outcome).toBe('ANSWERED');
    expect(entry!.subjects).toEqual(expect.arrayContaining([asked.mandate ? cast.protectedPerson : cast.resident]));
  });

  test('a read of a queue without its tickets’ data subjects names no data subject', async () => {
    expect(await entriesOf('support', '{ tickets { edges { node { number topic } } } }', helpdesk)).toEqual([]);
  });

  test('a read of a ticket’s text in the queue names its data subject, even if the text is withheld', async () => {
    const query = `{ ticket(id: "${matters.otherTicket}") { number subject } }`;
    expect((await gateway.ask('support', query, helpdesk)).data.ticket).toEqual({ number: expect.any(String), subject: null });
    expect(await entriesOf('support', query, helpdesk)).toEqual([{ outcome: 'ANSWERED', subjects: [cast.neighbour] }]);
  });
});

test('the answer shows nothing of a change that was rolled back', async () => {
  const query = `mutation { updateContact(input: { residentId: "${cast.neighbour}", email: "undone@example.org" }) {
    resident { email purchases(first: 0) { totalCount } } } }`;
  const { data, codes, text } = await gateway.ask('neighbour', query);
  expect({ data, codes }).toEqual({ data: { updateContact: null }, codes: ['INPUT_INVALID'] });
  expect(text).not.toContain('undone@');
  const rows = await gateway.database.asOwner(`select from recreation.resident where 'undone@example.org' in (email, waiting_email)`);
  expect(rows).toEqual([]);
});
