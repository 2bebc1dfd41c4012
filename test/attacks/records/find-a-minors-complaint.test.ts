import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import {
  change,
  expectSameHistory,
  fieldsExceptNumber,
  list,
  openSealedWorlds,
  read,
  type Act,
  type SealedWorlds,
} from '../../helpers/entries/sealed-worlds.ts';
import { shownEntry } from '../../helpers/entries/shown-entry.ts';
import type { Step } from '../../helpers/gateway/world.ts';

// A guardian looks for what the minor asked of the privacy officer, perhaps about the guardian. The guardian gets the same answers
// with and without the complaint, byte for byte, and the gateway runs the same SQL statements.
let worlds: SealedWorlds;
beforeAll(async () => {
  worlds = await openSealedWorlds(complain);
});
afterAll(() => worlds.close());

const rights = { purpose: 'RIGHTS_FULFILMENT' } as const;
const requests =
  '{ requests(first: 100) { totalCount edges { node { number kind status body answer filedByGuardian messages { body } } } } }';
const unknownId = '99999999-9999-4999-8999-999999999999';
const receipt = 'receipt { requestId number dueOn }';

/** Files a complaint, and has it listed, assigned, talked about, worked on and answered. Files another, and withdraws it. */
async function complain(act: Act): Promise<void> {
  const filed = await act(({ persona }) =>
    change(persona, 'fileRequest', { kind: 'COMPLAINT', body: 'My guardian reads everything.' }, receipt),
  );
  const requestId: string = filed?.fileRequest.receipt.requestId;
  await act(() => ({ persona: 'privacy-officer-2', query: '{ requests { edges { node { number requester { id } } } } }', asked: rights }));
  await act(({ persona }) => change(persona, 'replyToRequest', { requestId, body: 'Also my mail.' }, 'request { messages { body } }'));
  await act(() => change('privacy-officer', 'assignRequest', { requestId }, 'request { number requester { id } }', rights));
  const mine = { ...rights, case: requestId };
  await act(() => ({ persona: 'privacy-officer', query: '{ currentCase { ... on PrivacyRequest { number body } } }', asked: mine }));
  await act(({ id }) => read('privacy-officer', id, mine));
  await act(() => ({
    persona: 'privacy-officer',
    query: '{ accessEntries { edges { node { role subjects { released } } } } }',
    asked: mine,
  }));
  await act(() => change('privacy-officer', 'replyToRequest', { requestId, body: 'Since when?' }, 'request { messages { body } }', mine));
  await act(() => change('privacy-officer', 'answerRequest', { requestId, answer: 'We will talk.' }, 'request { status }', mine));
  await act(({ persona }): Step => ({ persona, query: requests }));
  const second = await act(({ persona }) => change(persona, 'fileRequest', { kind: 'COMPLAINT', body: 'And my tickets.' }, receipt));
  const withdrawn = { requestId: second?.fileRequest.receipt.requestId };
  await act(({ persona }) => change(persona, 'withdrawRequest', withdrawn, 'request { status }'));
}

describe('clause rights: a minor’s complaint', () => {
  const guardian = { persona: 'guardian' } as const;

  test('is shown to the minor, with every read of it', async () => {
    const { requests: own } = await worlds.inWorld(worlds.sealed, { persona: 'resident', query: requests });
    expect(own.edges[0].node).toMatchObject({ kind: 'COMPLAINT', status: 'WITHDRAWN', messages: [] });
    expect(own.edges[1].node).toMatchObject({ kind: 'COMPLAINT', status: 'ANSWERED', answer: 'We will talk.', filedByGuardian: false });
    expect(own.edges[1].node.messages).toEqual([{ body: 'Also my mail.' }, { body: 'Since when?' }]);
    const ofOfficers = (entries: any[]): number => entries.filter(({ purpose }) => purpose === 'RIGHTS_FULFILMENT').length;
    expect(ofOfficers(await worlds.logOf(worlds.sealed, { persona: 'resident' }))).toBe(7);
    expect(ofOfficers(await worlds.logOf(worlds.quiet, { persona: 'resident' }))).toBe(0);
  });

  test.each(['accessEntries', 'disclosures'])('is absent for the guardian from every field of %s', async (name) => {
    for (const first of [1, 4, 100]) {
      const step = { ...guardian, query: list(name, `edges { node { id ${fieldsExceptNumber} } }`), asked: { variables: { first } } };
      expect((await worlds.expectSameAnswer(worlds.everywhere, step)).answer.data[name].edges.length).toBeGreaterThan(0);
    }
    const shown = `pageInfo { endCursor } edges { cursor node { id number ${fieldsExceptNumber} } }`;
    expect(await worlds.expectSamePages([worlds.sealed, worlds.elsewhere], guardian, list(name, shown), name, 9)).toBeGreaterThanOrEqual(2);
  });

  test.each([false, true])('is absent from the access history, with the own reads: %s', async (includeOwn) => {
    expect(await expectSameHistory(worlds, guardian, includeOwn)).toBeGreaterThanOrEqual(3);
  });

  test('is absent from the requests, the tickets, and what can be questioned', async () => {
    await worlds.expectSameAnswer(worlds.everywhere, { ...guardian, query: requests });
    await worlds.expectSameAnswer(worlds.everywhere, {
      ...guardian,
      query: '{ tickets(first: 100) { totalCount edges { node { id } } } }',
    });
    const ids = await worlds.sealed.gateway.database.asOwner<{ id: string }>(
      `select id from access_log.full_entry entry where header ->> 'purpose' = 'RIGHTS_FULFILMENT' or header -> 'rootFields' ? 'Mutation.fileRequest'`,
    );
    expect(ids.length).toBeGreaterThanOrEqual(7);
    const asked = (entryId: string) =>
      change('guardian', 'fileRequest', { kind: 'ACCESS_QUESTIONED', body: 'Who read this?', entryId }, receipt);
    // The first change in a world opens a connection, which takes a statement.
    await worlds.expectSameAnswer([worlds.sealed], asked(unknownId));
    for (const { id } of ids) {
      const { answer } = await worlds.expectSameAnswer(worlds.everywhere, asked(shownEntry('guardian', id)));
      expect(answer.codes).toEqual(['NOT_FOUND']);
    }
  });

  test('can be neither continued nor withdrawn by the guardian, like one that does not exist', async () => {
    const known = await worlds.sealed.gateway.database.asOwner<{ id: string }>(
      `select id from recreation.request where kind = 'COMPLAINT' and resident_id = $1`,
      [cast.resident],
    );
    expect(known).toHaveLength(2);
    for (const requestId of [...known.map(({ id }) => id), unknownId])
      for (const step of [
        change('guardian', 'replyToRequest', { requestId, body: 'What?' }, 'request { number }'),
        change('guardian', 'withdrawRequest', { requestId }, 'request { number }'),
      ]) {
        const { answer } = await worlds.expectSameAnswer(worlds.everywhere, step);
        expect(answer.errors[0]!.extensions).toEqual({ code: 'NOT_FOUND' });
      }
  });

  test('is absent from what the guardian files for the minor afterwards', async () => {
    const file = change('guardian', 'fileRequest', { kind: 'ACCESS', residentId: cast.resident, body: 'What is on record?' }, receipt);
    const { answer } = await worlds.expectSameAnswer(worlds.everywhere, file);
    const requestId: string = answer.data.fileRequest.receipt.requestId;
    await worlds.expectSameAnswer(worlds.everywhere, { ...guardian, query: requests });
    const withdraw = change('guardian', 'withdrawRequest', { requestId }, 'request { status messages { body } }');
    expect((await worlds.expectSameAnswer(worlds.everywhere, withdraw)).answer.data.withdrawRequest.request.status).toBe('WITHDRAWN');
  });

  test('is absent from the numbers of the requests and tickets that the guardian files afterwards', async () => {
    const request = change('guardian', 'fileRequest', { kind: 'ACCESS', body: 'What is on record about me?' }, receipt);
    const ticket = change('guardian', 'openTicket', { topic: 'OTHER', subject: 'A question', body: 'When?' }, 'ticket { id number }');
    // The first change in a world opens a connection, which takes a statement.
    await worlds.expectSameAnswer([worlds.sealed], request);
    for (const step of [request, ticket, request]) {
      const { answer } = await worlds.expectSameAnswer(worlds.everywhere, step);
      expect(answer.text).toMatch(/"number":"[RT]-\d{8}"/);
    }
  });

  test('is absent from the work on what the guardian filed for the minor, which the guardian sees', async () => {
    const file = change('guardian', 'fileRequest', { kind: 'ACCESS', residentId: cast.resident, body: 'What is on record?' }, receipt);
    const { answer } = await worlds.expectSameAnswer(worlds.everywhere, file);
    const requestId: string = answer.data.fileRequest.receipt.requestId;
    const before = await expectSameHistory(worlds, guardian, false);
    for (const world of worlds.everywhere) await world.number(true);
    // The officer reads the texts of all of the minor's requests: the complaint is among them, or there is none.
    const mine = { ...rights, case: requestId };
    const take = change('privacy-officer', 'assignRequest', { requestId }, 'request { body }', rights);
    await worlds.inWorld(worlds.sealed, take);
    const { requests: listed } = await worlds.inWorld(worlds.sealed, { persona: 'privacy-officer', query: requests, asked: mine });
    expect(listed.edges.map(({ node }: any) => node.body)).toContain('My guardian reads everything.');
    await worlds.inWorld(worlds.sealed, read('privacy-officer', cast.resident, mine));
    await worlds.inWorld(
      worlds.sealed,
      change('privacy-officer', 'answerRequest', { requestId, answer: 'This.' }, 'request { status }', mine),
    );
    for (const world of worlds.everywhere) await world.number(false);
    expect(await expectSameHistory(worlds, guardian, false)).toBe(before + 4);
  });
});
