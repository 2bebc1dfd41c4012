import { beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { eraseSegments } from '../../helpers/entries/change-entries.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { shownEntry } from '../../helpers/entries/shown-entry.ts';
import { captureStatements } from '../../helpers/values/statements.ts';

const officer = { purpose: 'RIGHTS_FULFILMENT' } as const;
const unknownId = '99999999-9999-4999-8999-999999999999';
const file = 'mutation ($input: FileRequestInput!) { fileRequest(input: $input) { receipt { requestId number } } }';
const body = 'Why was this read?';
const requests = '{ requests(first: 100) { edges { node { id kind status questionedEntry answer } } } }';

/** Entries of the police's reads of the resident and of the protected person. */
let entry: string;
let others: string;
const gateway = useGateway();
beforeAll(async () => {
  const read = '{ residents { edges { node { givenName } } } }';
  entry = (await gateway.ask('police', read)).privacy.receipt!.entry;
  others = (await gateway.ask('police', read, { mandate: matters.protectedOrder })).privacy.receipt!.entry;
  await gateway.sequence();
});

const question = (persona: string | null, input: object): Promise<Answered> =>
  gateway.ask(persona, file, { variables: { input: { kind: 'ACCESS_QUESTIONED', body, ...input } } });
const rows = () => gateway.database.asOwner('select resident_id, entry_id from recreation.request where body = $1', [body]);
const nodeIn = ({ data }: Answered, id: string): any =>
  data.requests.edges.map(({ node }: any) => node).find((node: any) => node.id === id);

describe('clause rights: a resident questions an entry', () => {
  let id: string;

  test('about themselves, and finds it among their own requests', async () => {
    const { data, errors } = await question('resident', { entryId: shownEntry('resident', entry).toUpperCase() });
    expect(errors).toEqual([]);
    id = data.fileRequest.receipt.requestId;
    expect(await rows()).toEqual([{ resident_id: cast.resident, entry_id: entry }]);
    const asked = await gateway.ask('resident', requests);
    expect(nodeIn(asked, id)).toMatchObject({ kind: 'ACCESS_QUESTIONED', status: 'OPEN', questionedEntry: shownEntry('resident', entry) });
    expect(nodeIn(asked, matters.request)).toMatchObject({ questionedEntry: null });
  });

  test('and the officer of the request sees the entry, finds it in the log, and answers', async () => {
    const assign = 'mutation ($input: AssignRequestInput!) { assignRequest(input: $input) { request { questionedEntry } } }';
    const assigned = await gateway.ask('privacy-officer', assign, { ...officer, variables: { input: { requestId: id } } });
    // Taken by this officer, it is the officer's case; a colleague sees it as in the queue.
    expect(assigned.data.assignRequest.request).toEqual({ questionedEntry: expect.any(String) });
    const queued = await gateway.ask('privacy-officer-2', requests, officer);
    expect(nodeIn(queued, id)).toMatchObject({ kind: 'ACCESS_QUESTIONED', questionedEntry: null });
    const mine = { ...officer, case: id };
    expect(nodeIn(await gateway.ask('privacy-officer', requests, mine), id)).toMatchObject({
      questionedEntry: shownEntry('privacy-officer', entry, 'RIGHTS_FULFILMENT'),
    });
    const log = await gateway.ask('privacy-officer', '{ accessEntries(first: 100) { edges { node { id role } } } }', mine);
    expect(log.data.accessEntries.edges.map(({ node }: any) => node)).toContainEqual({
      id: shownEntry('privacy-officer', entry, 'RIGHTS_FULFILMENT'),
      role: 'LAW_ENFORCEMENT',
    });
    const answer = 'mutation ($input: AnswerRequestInput!) { answerRequest(input: $input) { request { status } } }';
    const given = await gateway.ask('privacy-officer', answer, {
      ...mine,
      variables: { input: { requestId: id, answer: 'A court ordered it.' } },
    });
    expect(given.data.answerRequest.request).toEqual({ status: 'ANSWERED' });
    expect(nodeIn(await gateway.ask('resident', requests), id)).toMatchObject({ status: 'ANSWERED', answer: 'A court ordered it.' });
  });

  test('about a minor in their care, whom the access entry of the question then names', async () => {
    const { data, errors, privacy } = await question('guardian', { entryId: shownEntry('guardian', entry) });
    expect(errors).toEqual([]);
    expect(await rows()).toContainEqual({ resident_id: cast.guardian, entry_id: entry });
    expect(nodeIn(await gateway.ask('guardian', requests), data.fileRequest.receipt.requestId)).toMatchObject({
      questionedEntry: shownEntry('guardian', entry),
    });
    await gateway.sequence();
    const about = await gateway.database.asOwner<{ subject_id: string }>(
      'select subject_id from access_log.segment join access_log.entry using (seq, month) where entry.id = $1 and subject_id is not null',
      [privacy.receipt!.entry],
    );
    expect(about.map(({ subject_id }) => subject_id).toSorted()).toEqual([cast.resident, cast.guardian]);
  });
});

describe('a question is refused', () => {
  test('for an entry about others as for an unknown one, by the same statements', async () => {
    const captured = captureStatements();
    const ask = async (persona: string, entryId: string): Promise<readonly string[]> => {
      captured.statements.splice(0);
      const { codes, data } = await question(persona, { entryId: shownEntry(persona, entryId) });
      expect({ codes, data }).toEqual({ codes: ['NOT_FOUND'], data: { fileRequest: null } });
      return captured.statements.map(({ text }) => text).filter((text) => /recreation\./.test(text));
    };
    const before = await rows();
    const hidden = await ask('resident', others);
    expect(hidden.some((text) => text.includes('access_log.full_entry entry'))).toBe(true);
    expect(await ask('resident', unknownId)).toEqual(hidden);
    expect(await ask('neighbour', entry)).toEqual(hidden);
    captured.stop();
    expect(await rows()).toEqual(before);
  });

  test('for an entry whose segment is erased', async () => {
    const read = (await gateway.ask('neighbour', '{ me { givenName } }')).privacy.receipt!.entry;
    // The entry has no number yet, so it is not in the log yet.
    expect((await question('neighbour', { entryId: unknownId })).codes).toEqual(['NOT_FOUND']);
    await gateway.sequence();
    expect((await question('neighbour', { entryId: shownEntry('neighbour', read) })).errors).toEqual([]);
    await eraseSegments(gateway.database, 'select seq, 2 as ordinal from access_log.entry where id = $1', [read]);
    expect((await question('neighbour', { entryId: shownEntry('neighbour', read) })).codes).toEqual(['NOT_FOUND']);
  });

  test('when it is sent again with its key after the care has ended, as a first question then', async () => {
    const input = { entryId: shownEntry('guardian', entry), idempotencyKey: '0d9c2f6e-6c0e-4b8e-9a53-0a4b7b9a8f11' };
    const first = await question('guardian', input);
    expect(first.codes).toEqual([]);
    expect((await question('guardian', input)).data).toEqual(first.data);
    const care = 'update recreation.guardianship set valid_until = $2 where guardian_id = $1';
    await gateway.database.asOwner(care, [cast.guardian, '2026-06-01']);
    const ended = await question('guardian', input);
    expect({ data: ended.data, codes: ended.codes }).toEqual({ data: { fileRequest: null }, codes: ['NOT_FOUND'] });
    await gateway.database.asOwner(care, [cast.guardian, null]);
  });

  test('for the kind without an entry, an entry with another kind, and an invalid id', async () => {
    for (const input of [{}, { entryId: null }, { entryId: 'entry' }, { kind: 'COMPLAINT', entryId: entry }]) {
      const { errors } = await question('resident', input);
      expect(errors[0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', coordinates: ['FileRequestInput.entryId'] });
    }
  });

  test('for a person without an account', async () => {
    expect((await question(null, { entryId: entry })).codes).toEqual(['FIELD_NOT_PERMITTED']);
    expect((await question(null, { kind: 'QUESTION', entryId: entry })).errors[0]!.extensions).toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('by the database too, if it has only the kind or only the entry', async () => {
    const change = (set: string) => gateway.database.asOwner(`update recreation.request set ${set} where id = $1`, [matters.request]);
    await expect(change(`entry_id = gen_random_uuid()`)).rejects.toThrow(/check/);
    await expect(change(`kind = 'ACCESS_QUESTIONED'`)).rejects.toThrow(/check/);
  });
});
