import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast } from '../../demo/personas.ts';
import {
  change,
  expectSameHistory,
  list,
  fieldsExceptNumber,
  openSealedWorlds,
  pseudonymsOf,
  read,
  type Act,
  type SealedWorlds,
} from '../helpers/entries/sealed-worlds.ts';
import type { Step } from '../helpers/gateway/world.ts';

// A minor opens a sensitive ticket. The guardian gets the same answers with and without it, byte for byte, and the gateway
// runs the same SQL statements.
let worlds: SealedWorlds;
beforeAll(async () => {
  worlds = await openSealedWorlds(ticket);
});
afterAll(() => worlds.close());

/** Opens, assigns, reads, answers and closes a sensitive ticket. */
async function ticket(act: Act): Promise<void> {
  const input = { topic: 'OTHER', subject: 'In confidence', body: 'Please tell nobody', sensitive: true };
  const opened = await act(({ persona }) => change(persona, 'openTicket', input, 'ticket { id }'));
  const id: string = opened?.openTicket.ticket.id;
  const helpdesk = { purpose: 'CUSTOMER_SUPPORT' } as const;
  const onTicket = { ...helpdesk, case: id };
  const look = (persona: string, asked = {}): Step => ({
    persona,
    query: 'query($id: ID!) { ticket(id: $id) { number subject sensitive messages { body author { __typename } } requester { id } } }',
    asked: { variables: { id }, ...asked },
  });
  await act(() => change('support', 'assignTicket', { ticketId: id }, 'ticket { number }', helpdesk));
  await act(() => look('support', onTicket));
  await act((subject) => read('support', subject.id, onTicket));
  await act(() => change('support', 'markTicketSensitive', { ticketId: id }, 'ticket { sensitive }', onTicket));
  await act(() => change('support', 'replyToTicket', { ticketId: id, body: 'We tell nobody' }, 'ticket { number }', onTicket));
  await act(({ persona }) => look(persona));
  const shownUntil = { ticketId: id, readUntil: '2026-06-15T18:00:00Z' };
  await act(({ persona }) => change(persona, 'markTicketRead', shownUntil, 'ticket { unreadSince }'));
  await act(({ persona }) => change(persona, 'replyToTicket', { ticketId: id, body: 'Thank you' }, 'ticket { number }'));
  await act(({ persona }) => change(persona, 'closeTicket', { ticketId: id }, 'ticket { number }'));
  await act(({ persona }) => change(persona, 'reopenTicket', { ticketId: id }, 'ticket { number messages { fromStaff } }'));
  await act(() => change('support', 'closeTicket', { ticketId: id }, 'ticket { number }', helpdesk));
}

describe('clause helpdesk: a minor’s sensitive ticket', () => {
  const guardian = { persona: 'guardian' } as const;
  let opened: string;

  beforeAll(async () => {
    const [row] = await worlds.sealed.gateway.database.asOwner<{ id: string }>('select id from recreation.ticket where sensitive');
    opened = row!.id;
  });

  test('is shown to the minor with all reads of it, and the review and the audit see those reads', async () => {
    const shown = 'query($id: ID!) { ticket(id: $id) { id sensitive } tickets(first: 1) { edges { node { id } } } }';
    const data = await worlds.inWorld(worlds.sealed, { persona: 'resident', query: shown, asked: { variables: { id: opened } } });
    expect(data).toEqual({ ticket: { id: opened, sensitive: true }, tickets: { edges: [{ node: { id: opened } }] } });
    const ofSupport = (entries: any[]): any[] => entries.filter(({ role }) => role === 'SUPPORT');
    expect(ofSupport(await worlds.logOf(worlds.sealed, { persona: 'resident' }))).toHaveLength(6);
    const [review, audit] = worlds.reviewedSubjects(worlds.sealed);
    const [reviewed, audited] = pseudonymsOf(cast.resident);
    expect([review, audit]).toEqual([expect.arrayContaining([`SUPPORT ${reviewed!}`]), expect.arrayContaining([`SUPPORT ${audited!}`])]);
    expect(ofSupport(await worlds.logOf(worlds.quiet, { persona: 'resident' }))).toHaveLength(0);
  });

  test.each(['accessEntries', 'disclosures'])('is absent for the guardian from every field of %s', async (name) => {
    for (const first of [1, 4, 100]) {
      const step = { ...guardian, query: list(name, `edges { node { id ${fieldsExceptNumber} } }`), asked: { variables: { first } } };
      expect((await worlds.expectSameAnswer(worlds.everywhere, step)).answer.data[name].edges.length).toBeGreaterThan(0);
    }
    const shown = `pageInfo { endCursor } edges { cursor node { id number ${fieldsExceptNumber} } }`;
    for (const first of [9, 50])
      expect(
        await worlds.expectSamePages([worlds.sealed, worlds.elsewhere], guardian, list(name, shown), name, first),
      ).toBeGreaterThanOrEqual(2);
  });

  test.each([false, true])('is absent from the access history, with the own reads: %s', async (includeOwn) => {
    expect(await expectSameHistory(worlds, guardian, includeOwn)).toBeGreaterThanOrEqual(3);
  });

  test('is absent from the tickets: lists, counts, filters, pages, messages, and by its id', async () => {
    const fields = 'number topic status openedAt closedAt subject sensitive assignee { id } requester { id } messages { id body sentAt }';
    const page = `totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id ${fields} } }`;
    for (const status of ['OPEN', 'CLOSED', null])
      for (const first of [1, 2, 100]) {
        const query = `query($status: TicketStatus, $first: Int) { tickets(status: $status, first: $first) { ${page} } }`;
        await worlds.expectSameAnswer(worlds.everywhere, { ...guardian, query, asked: { variables: { status, first } } });
      }
    await worlds.expectSamePages(
      worlds.everywhere,
      guardian,
      `query($first: Int, $after: String) { tickets(first: $first, after: $after) { ${page} } }`,
      'tickets',
      1,
    );
    const below = `query($id: ID!, $first: Int, $after: String) { resident(id: $id) { tickets(first: $first, after: $after) { ${page} } } }`;
    for (const first of [1, 100]) {
      const { answer } = await worlds.expectSameAnswer(worlds.everywhere, {
        ...guardian,
        query: below,
        asked: { variables: { id: cast.resident, first } },
      });
      const { totalCount, pageInfo } = answer.data.resident.tickets;
      expect(totalCount).toBe(2);
      if (!pageInfo.hasNextPage) continue;
      const after = pageInfo.endCursor;
      await worlds.expectSameAnswer(worlds.everywhere, {
        ...guardian,
        query: below,
        asked: { variables: { id: cast.resident, first, after } },
      });
    }
    const one = await worlds.expectSameAnswer(worlds.everywhere, {
      ...guardian,
      query: `query($id: ID!) { ticket(id: $id) { ${fields} } }`,
      asked: { variables: { id: opened } },
    });
    expect(one.answer.data).toEqual({ ticket: null });
  });

  test('is absent from the numbers of the tickets that the guardian opens afterwards', async () => {
    const step = change('guardian', 'openTicket', { topic: 'OTHER', subject: 'A question', body: 'When?' }, 'ticket { id number }');
    // The first change in a world opens a connection, which takes a statement.
    await worlds.expectSameAnswer([worlds.sealed], step);
    for (let asked = 0; asked < 2; asked += 1) {
      const { answer } = await worlds.expectSameAnswer(worlds.everywhere, step);
      expect(answer.data.openTicket.ticket.number).toMatch(/^T-\d{8}$/);
    }
  });
});
