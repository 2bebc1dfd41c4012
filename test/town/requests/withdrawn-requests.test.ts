import { beforeEach, describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import type { Answered, Asked } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { requestChanges } from '../../helpers/changes/request-changes.ts';

const gateway = useGateway();

const officer = { purpose: 'RIGHTS_FULFILMENT' } as const;
const unknownId = '99999999-9999-4999-8999-999999999999';
const conversation = 'id status withdrawnAt answeredAt body messages { body }';
const { change, reply } = requestChanges(() => gateway, conversation);
const withdraw = (persona: string, requestId: string, asked: Asked = {}) => change(persona, 'withdrawRequest', { requestId }, asked);
const extensionsOf = ({ errors }: Answered): unknown => errors[0]?.extensions;

/** A request of the neighbour, which no officer has taken. */
let id: string;
beforeEach(async () => {
  const { data } = await gateway.ask(
    'neighbour',
    'mutation { fileRequest(input: { kind: COMPLAINT, body: "My mail went next door." }) { receipt { requestId } } }',
  );
  id = data.fileRequest.receipt.requestId;
});
const taken = async (): Promise<Asked> => {
  expect((await change('privacy-officer', 'assignRequest', { requestId: id }, officer)).errors).toEqual([]);
  return { ...officer, case: id };
};

describe('a request that is withdrawn', () => {
  test('is closed, and stays readable to the person who asked', async () => {
    await reply('neighbour', id, 'It is number 12.');
    const { data, errors } = await withdraw('neighbour', id);
    expect(errors).toEqual([]);
    expect(data.change.request).toEqual({
      id,
      status: 'WITHDRAWN',
      withdrawnAt: testNow.toISOString(),
      answeredAt: null,
      body: 'My mail went next door.',
      messages: [expect.objectContaining({ body: 'It is number 12.' })],
    });
    const listed = await gateway.ask(
      'neighbour',
      '{ requests(first: 100, status: WITHDRAWN) { totalCount edges { node { id status } } } }',
    );
    expect(listed.data.requests.edges.map(({ node }: any) => node)).toContainEqual({ id, status: 'WITHDRAWN' });
  });

  test('is no case any more, and shows the officer what the queue shows', async () => {
    const onRequest = await taken();
    const query = `{ request(id: "${id}") { number status withdrawnAt body messages { body } requester { id } } }`;
    const before = await gateway.ask('privacy-officer', query, onRequest);
    expect(before.data.request).toMatchObject({ status: 'OPEN', body: 'My mail went next door.', requester: { id: cast.neighbour } });
    await withdraw('neighbour', id);
    expect(extensionsOf(await gateway.ask('privacy-officer', query, onRequest))).toEqual({
      code: 'CASE_UNKNOWN',
      reason: 'REQUEST_WITHDRAWN',
    });
    const after = await gateway.ask('privacy-officer', query, officer);
    expect(after.data.request).toEqual({
      number: before.data.request.number,
      status: 'WITHDRAWN',
      withdrawnAt: testNow.toISOString(),
      body: null,
      messages: null,
      requester: null,
    });
    const person = `{ resident(id: "${cast.neighbour}") { givenName } }`;
    expect((await gateway.ask('privacy-officer', person, officer)).data).toEqual({ resident: null });
  });

  test('is not in the queue of open requests, nor among the overdue', async () => {
    await gateway.database.asOwner(`update recreation.request set due_on = '2026-01-02' where id = $1`, [id]);
    const query = '{ requests(first: 100, status: OPEN, dueUntil: "2026-01-03") { totalCount edges { node { id } } } }';
    const ids = async () => (await gateway.ask('privacy-officer', query, officer)).data.requests.edges.map(({ node }: any) => node.id);
    expect(await ids()).toContain(id);
    await withdraw('neighbour', id);
    expect(await ids()).not.toContain(id);
  });

  test('can’t be taken, answered, talked about or withdrawn again', async () => {
    const onRequest = await taken();
    await withdraw('neighbour', id);
    expect(extensionsOf(await change('privacy-officer', 'answerRequest', { requestId: id, answer: 'x' }, onRequest))).toMatchObject({
      code: 'CASE_UNKNOWN',
    });
    for (const refused of [
      await change('privacy-officer', 'assignRequest', { requestId: id }, officer),
      await change('privacy-officer', 'answerRequest', { requestId: id, answer: 'x' }, officer),
      await reply('neighbour', id, 'x'),
      await withdraw('neighbour', id),
    ])
      expect(extensionsOf(refused)).toEqual({ code: 'CONFLICT', reason: 'REQUEST_WITHDRAWN' });
  });

  test('was not answered: an answered one can’t be withdrawn, and of both at once one wins', async () => {
    const onRequest = await taken();
    const both = await Promise.all([
      withdraw('neighbour', id),
      change('privacy-officer', 'answerRequest', { requestId: id, answer: 'It was.' }, onRequest),
    ]);
    expect(both.flatMap(({ codes }) => codes)).toEqual([expect.stringMatching(/^(CONFLICT|CASE_UNKNOWN)$/)]);
    expect(extensionsOf(await withdraw('neighbour', id))).toMatchObject({ code: 'CONFLICT' });
    await expect(
      gateway.database.asOwner('update recreation.request set answered_at = now(), withdrawn_at = now() where id = $1', [id]),
    ).rejects.toThrow(/request_end/);
  });

  test('is withdrawn by the person who asked alone', async () => {
    await taken();
    expect((await withdraw('privacy-officer', id, officer)).codes).toEqual(['FIELD_NOT_PERMITTED']);
    for (const refused of [await withdraw('resident', id), await withdraw('neighbour', unknownId)])
      expect(extensionsOf(refused)).toEqual({ code: 'NOT_FOUND' });
    expect(extensionsOf(await withdraw('neighbour', 'x'))).toMatchObject({
      code: 'INPUT_INVALID',
      coordinates: ['WithdrawRequestInput.requestId'],
    });
    expect((await withdraw('neighbour', id)).errors).toEqual([]);
  });

  test('closes the need that the access history names', async () => {
    const onRequest = await taken();
    await gateway.ask('privacy-officer', `{ resident(id: "${cast.neighbour}") { givenName } }`, onRequest);
    await withdraw('neighbour', id);
    await gateway.sequence();
    const { data } = await gateway.ask(
      'neighbour',
      `{ request(id: "${id}") { number }
        me { accessHistory(first: 100, filter: { role: PRIVACY_OFFICER }) { edges { node { why need { number closedAt } } } } } }`,
    );
    // The clock stands still, so entries of other tests can be newer.
    const nodes: any[] = data.me.accessHistory.edges.map(({ node }: any) => node);
    const { why, need } = nodes.find((node) => node.need?.number === data.request.number);
    expect(need.closedAt).toBe(testNow.toISOString());
    expect(why).toMatch(new RegExp(`under request ${need.number}, which was filed on .* and closed on ${need.closedAt}`));
  });
});
