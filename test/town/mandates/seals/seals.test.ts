import { beforeEach, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { askLater, lifetime } from '../../../helpers/asking/ask-later.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import type { Answered, Asked } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

let clock = testNow;
const gateway = useGateway({ tokenMaxLifetime: lifetime, now: () => clock });
beforeEach(() => {
  clock = testNow;
});

const office = { purpose: 'MANDATE_ADMINISTRATION' } as const;
const unknownId = '99999999-9999-4999-8999-999999999999';
const shown = 'mandate { id status sealedUntil sealProposedUntil }';
const record = `mutation($input: RecordMandateInput!) { change: recordMandate(input: $input) { ${shown} } }`;
const approve = `mutation($input: ApproveMandateInput!) { change: approveMandate(input: $input) { ${shown} } }`;
const extendSeal = `mutation($input: ExtendSealInput!) { change: extendSeal(input: $input) { ${shown} } }`;
const approveSeal = `mutation($input: ApproveSealInput!) { change: approveSeal(input: $input) { ${shown} } }`;
const toReview = '{ sealsToReview { id sealedUntil } }';
const [recorder, second, third] = ['privacy-officer', 'privacy-officer-2', 'privacy-officer-3'] as const;

const sealedUntil = '2026-09-01T00:00:00.000Z';
const extended = '2027-03-01T00:00:00.000Z';
const order = {
  kind: 'COURT_ORDER',
  reference: 'KB-3000',
  issuer: 'Court',
  partnerId: cast.police,
  subjectIds: [cast.neighbour],
  categories: ['NAME'],
  validFrom: '2026-06-01T00:00:00Z',
  validUntil: '2026-07-01T00:00:00Z',
  sealedUntil,
};

const change = (persona: string, document: string, input: object, asked: Asked = office): Promise<Answered> =>
  askLater(gateway, persona, document, { ...asked, variables: { input } });
const seal = async (persona: string, document: string, input: object): Promise<[string | null, string | null]> => {
  const { data, errors } = await change(persona, document, input);
  expect(errors).toEqual([]);
  return [data.change.mandate.sealedUntil, data.change.mandate.sealProposedUntil];
};
const reviewed = async (): Promise<string[]> => {
  const { data, errors } = await askLater(gateway, recorder, toReview, office);
  expect(errors).toEqual([]);
  return data.sealsToReview.map(({ id }: { id: string }) => id);
};
const recorded = async (changes: object = {}): Promise<string> => {
  const { data, errors } = await change(recorder, record, { ...order, ...changes });
  expect(errors).toEqual([]);
  return data.change.mandate.id;
};
/** Records an order whose reads are sealed until 1 September. */
const sealedOrder = async (): Promise<string> => {
  const mandateId = await recorded();
  for (const officer of [second, third]) await change(officer, approve, { mandateId });
  return mandateId;
};
const end = async (mandateId: string): Promise<void> => {
  await gateway.database.asOwner(
    'delete from recreation.mandate_seal_approval where seal_id in (select id from recreation.mandate_seal where mandate_id = $1)',
    [mandateId],
  );
  await gateway.database.asOwner('delete from recreation.mandate_seal where mandate_id = $1', [mandateId]);
};

describe('a seal', () => {
  test('takes effect once two others have approved its order', async () => {
    const mandateId = await recorded();
    expect(await seal(second, approve, { mandateId })).toEqual([null, sealedUntil]);
    expect(await seal(third, approve, { mandateId })).toEqual([sealedUntil, null]);
    await end(mandateId);
  });

  test('does not exist for an order without one', async () => {
    const mandateId = await recorded({ sealedUntil: undefined });
    for (const officer of [second, third]) expect(await seal(officer, approve, { mandateId })).toEqual([null, null]);
    expect((await change(recorder, extendSeal, { mandateId, sealedUntil: extended })).codes).toEqual(['CONFLICT']);
    expect((await change(second, approveSeal, { mandateId })).codes).toEqual(['CONFLICT']);
  });

  test('is shown to the police for their own order', async () => {
    const mandateId = await sealedOrder();
    const { data } = await askLater(gateway, 'police', 'query($id: ID!) { mandate(id: $id) { sealedUntil } }', {
      mandate: mandateId,
      variables: { id: mandateId },
    });
    expect(data).toEqual({ mandate: { sealedUntil } });
    await end(mandateId);
  });

  test.each([
    ['of another kind of mandate', { kind: 'WORK_ORDER', partnerId: cast.maintenanceFirm }],
    ['that has ended', { sealedUntil: '2026-06-15T18:00:00Z' }],
  ])('%s is refused', async (_what, input) => {
    const { errors } = await change(recorder, record, { ...order, ...input });
    expect(errors[0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', coordinates: ['RecordMandateInput.sealedUntil'] });
  });
});

describe('an extension', () => {
  test('takes effect once two employees other than the proposer have approved it', async () => {
    const mandateId = await sealedOrder();
    expect(await seal(second, extendSeal, { mandateId, sealedUntil: extended })).toEqual([sealedUntil, extended]);
    expect((await change(second, approveSeal, { mandateId })).codes).toEqual(['CONFLICT']);
    expect(await seal(recorder, approveSeal, { mandateId })).toEqual([sealedUntil, extended]);
    expect((await change(recorder, approveSeal, { mandateId })).codes).toEqual(['CONFLICT']);
    // The end cannot be changed between the first approval and the second.
    expect((await change(recorder, extendSeal, { mandateId, sealedUntil: '2030-01-01T00:00:00Z' })).codes).toEqual(['CONFLICT']);
    expect(await seal(third, approveSeal, { mandateId })).toEqual([extended, null]);
    expect((await change(third, approveSeal, { mandateId })).codes).toEqual(['CONFLICT']);
    await end(mandateId);
  });

  test('lapses unless it is approved within 30 days, and another can be proposed', async () => {
    const mandateId = await sealedOrder();
    await change(second, extendSeal, { mandateId, sealedUntil: '2030-01-01T00:00:00Z' });
    clock = new Date('2026-07-16T00:00:00Z');
    expect((await change(third, approveSeal, { mandateId })).codes).toEqual(['CONFLICT']);
    expect(await seal(third, extendSeal, { mandateId, sealedUntil: extended })).toEqual([sealedUntil, extended]);
    await end(mandateId);
  });

  test('is refused once the seal has ended, because the reads have been shown', async () => {
    const mandateId = await sealedOrder();
    clock = new Date('2026-08-25T00:00:00Z');
    await change(second, extendSeal, { mandateId, sealedUntil: extended });
    clock = new Date(sealedUntil);
    expect((await change(third, approveSeal, { mandateId })).codes).toEqual(['CONFLICT']);
    expect((await change(second, extendSeal, { mandateId, sealedUntil: extended })).codes).toEqual(['CONFLICT']);
    await end(mandateId);
  });

  test('that is not later is refused', async () => {
    const mandateId = await sealedOrder();
    for (const until of [sealedUntil, '2026-06-01T00:00:00Z']) {
      const { errors } = await change(second, extendSeal, { mandateId, sealedUntil: until });
      expect(errors[0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', coordinates: ['ExtendSealInput.sealedUntil'] });
    }
    await end(mandateId);
  });
});

describe('the review', () => {
  test('lists seals that end within 30 days or ended in the last 30, the earliest first, unless they were extended', async () => {
    const mandateId = await sealedOrder();
    const earlier = await recorded({ sealedUntil: '2026-08-20T00:00:00Z' });
    expect(await reviewed()).toEqual([]);
    clock = new Date('2026-08-02T00:00:00.000Z');
    // The earlier seal was never approved, so it has no effect.
    expect(await reviewed()).toEqual([mandateId]);
    clock = testNow;
    for (const officer of [second, third]) await change(officer, approve, { mandateId: earlier });
    clock = new Date('2026-08-25T00:00:00Z');
    expect(await reviewed()).toEqual([earlier, mandateId]);
    for (const [officer, document] of [
      [second, extendSeal],
      [third, approveSeal],
      [recorder, approveSeal],
    ] as const) {
      await change(officer, document, { mandateId, ...(document === extendSeal && { sealedUntil: extended }) });
    }
    expect(await reviewed()).toEqual([earlier]);
    clock = new Date('2026-09-19T00:00:00.001Z');
    expect(await reviewed()).toEqual([]);
    for (const id of [mandateId, earlier]) await end(id);
  });

  test('does not show an officer a seal about their own record, and the officer can’t change it', async () => {
    const mandateId = await sealedOrder();
    clock = new Date('2026-08-25T00:00:00Z');
    const self = 'update recreation.employee set resident_id = $2 where id = $1';
    await gateway.database.asOwner(self, [cast.privacyOfficer3, cast.neighbour]);
    expect((await askLater(gateway, third, toReview, office)).data).toEqual({ sealsToReview: [] });
    expect(await reviewed()).toEqual([mandateId]);
    for (const [document, input] of [
      [extendSeal, { mandateId, sealedUntil: extended }],
      [approveSeal, { mandateId }],
    ] as const) {
      expect((await change(third, document, input)).codes).toEqual(['NOT_FOUND']);
      expect((await change(second, document, { ...input, mandateId: unknownId })).codes).toEqual(['NOT_FOUND']);
    }
    await gateway.database.asOwner(self, [cast.privacyOfficer3, null]);
    await end(mandateId);
  });

  test('is only for officers who administer mandates', async () => {
    for (const persona of ['resident', 'police', 'support'])
      expect((await askLater(gateway, persona, toReview, persona === 'support' ? { purpose: 'CUSTOMER_SUPPORT' } : {})).codes).toEqual([
        'FIELD_NOT_PERMITTED',
      ]);
    expect((await askLater(gateway, 'reviewer', toReview, { purpose: 'ACCESS_REVIEW' })).codes).toEqual(['FIELD_NOT_PERMITTED']);
  });
});

describe('clause helpdesk: a sensitive ticket', () => {
  const mark = `mutation($input: MarkTicketSensitiveInput!) { markTicketSensitive(input: $input) { ticket { id sensitive } } }`;
  const open = 'mutation($input: OpenTicketInput!) { openTicket(input: $input) { ticket { id sensitive } } }';
  const own = (id: string) =>
    `{ ticket(id: "${id}") { id sensitive } tickets { totalCount } resident(id: "${cast.resident}") { tickets { totalCount } } }`;
  const onTicket = { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket } as const;
  const counts = async (persona: string, id: string) => {
    const { ticket, tickets, resident } = (await askLater(gateway, persona, own(id))).data;
    return [ticket?.sensitive ?? null, tickets.totalCount, resident.tickets.totalCount];
  };

  test('is opened as sensitive by a minor or marked by the assigned employee, and then hidden only from the guardian', async () => {
    expect(await counts('resident', matters.ticket)).toEqual([false, 2, 2]);
    const [before] = (await counts('guardian', matters.ticket)).slice(1);
    expect(await counts('guardian', matters.ticket)).toEqual([false, before, 2]);

    const input = { topic: 'OTHER', subject: 'In confidence', body: 'Not for my parents' };
    expect((await change('resident', open, input, {})).data.openTicket.ticket.sensitive).toBe(false);
    const { id } = (await change('resident', open, { ...input, sensitive: true }, {})).data.openTicket.ticket;
    expect(await counts('resident', id)).toEqual([true, 4, 4]);
    expect(await counts('guardian', id)).toEqual([null, before + 1, 3]);

    const { data, errors } = await change('support', mark, { ticketId: matters.ticket }, onTicket);
    expect(errors).toEqual([]);
    expect(data.markTicketSensitive.ticket).toEqual({ id: matters.ticket, sensitive: true });
    expect(await counts('resident', matters.ticket)).toEqual([true, 4, 4]);
    expect(await counts('guardian', matters.ticket)).toEqual([null, before, 2]);
    // Pages after the first are read by another statement.
    const page = `query($after: String) { resident(id: "${cast.resident}") { tickets(first: 1, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage } } } }`;
    const first = (await askLater(gateway, 'guardian', page)).data.resident.tickets;
    const next = (await askLater(gateway, 'guardian', page, { variables: { after: first.edges[0].cursor } })).data.resident.tickets;
    expect([first.pageInfo.hasNextPage, next.pageInfo.hasNextPage]).toEqual([true, false]);
    expect([first, next].flatMap(({ edges }) => edges.map(({ node }: { node: { id: string } }) => node.id))).not.toContain(matters.ticket);
  });

  test('is marked only under the ticket itself as the case', async () => {
    for (const ticketId of [matters.closedTicket, matters.otherTicket, unknownId]) {
      expect((await change('support', mark, { ticketId }, onTicket)).codes).toEqual(['NOT_FOUND']);
    }
    expect((await change('support', mark, { ticketId: matters.ticket }, { purpose: 'CUSTOMER_SUPPORT' })).codes).toEqual(['NOT_FOUND']);
    expect((await change('guardian', mark, { ticketId: matters.ticket }, {})).codes).toEqual(['FIELD_NOT_PERMITTED']);
  });
});
