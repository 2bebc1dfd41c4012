import { beforeEach, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { asRole } from '../../helpers/database/as-role.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import type { Answered, Asked } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { requestChanges } from '../../helpers/changes/request-changes.ts';

const gateway = useGateway();

const officer = { purpose: 'RIGHTS_FULFILMENT' } as const;
const unknownId = '99999999-9999-4999-8999-999999999999';
const conversation = 'id messages { body sentAt fromStaff fromGuardian }';
const { change, reply } = requestChanges(() => gateway, conversation);
const extensionsOf = ({ errors }: Answered): unknown => errors[0]?.extensions;
const messagesOf = ({ data }: Answered): any[] => data.change.request.messages;
const stored = (id: string) =>
  gateway.database.asOwner('select author_resident_id, author_employee_id, body from recreation.request_message where request_id = $1', [
    id,
  ]);

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

describe('a conversation about a request', () => {
  test('has the messages of the person who asks and of the officer, the oldest first, and both see it', async () => {
    expect(messagesOf(await reply('neighbour', id, 'It is number 12.'))).toEqual([
      { body: 'It is number 12.', sentAt: testNow.toISOString(), fromStaff: false, fromGuardian: false },
    ]);
    const onRequest = await taken();
    await gateway.database.asOwner(`update recreation.request_message set sent_at = sent_at - interval '1 hour' where request_id = $1`, [
      id,
    ]);
    expect(messagesOf(await reply('privacy-officer', id, 'Since when?', onRequest)).map(({ body }) => body)).toEqual([
      'It is number 12.',
      'Since when?',
    ]);
    const query = `{ request(id: "${id}") { messages { id body fromStaff } } requests(first: 1) { edges { node { id messages { body } } } } }`;
    for (const [persona, asked] of [
      ['neighbour', {}],
      ['privacy-officer', onRequest],
    ] as const) {
      const { data } = await gateway.ask(persona, query, asked);
      expect(data.request.messages).toEqual([
        { id: expect.any(String), body: 'It is number 12.', fromStaff: false },
        { id: expect.any(String), body: 'Since when?', fromStaff: true },
      ]);
    }
    expect(await stored(id)).toEqual([
      { author_resident_id: cast.neighbour, author_employee_id: null, body: 'It is number 12.' },
      { author_resident_id: null, author_employee_id: cast.privacyOfficer, body: 'Since when?' },
    ]);
  });

  test('is withheld from an officer who has not taken the request', async () => {
    await reply('neighbour', id, 'It is number 12.');
    const query = `{ request(id: "${id}") { number messages { body } filedByGuardian } }`;
    const { data, privacy } = await gateway.ask('privacy-officer-2', query, { ...officer, report: 'full' });
    expect(data.request).toEqual({ number: expect.stringMatching(/^R-/), messages: null, filedByGuardian: null });
    expect(privacy.conditional!.map(({ coordinate }) => coordinate)).toContain('PrivacyRequest.messages');
  });

  test('is closed to everybody else as if there were no such request', async () => {
    const onRequest = await taken();
    const refusals = [await reply('resident', id, 'x'), await reply('guardian', id, 'x'), await reply('neighbour', unknownId, 'x')];
    for (const { data, errors } of refusals) {
      expect(data).toEqual({ change: null });
      expect(errors[0]!.extensions).toEqual({ code: 'NOT_FOUND' });
    }
    // An officer writes only about the declared case, whether or not there is a request of that id.
    for (const requestId of [id, unknownId])
      for (const refused of [
        await reply('privacy-officer-2', requestId, 'x', officer),
        await reply('privacy-officer', requestId, 'x', officer),
        await reply('privacy-officer', requestId, 'x', { ...officer, case: matters.request }),
      ])
        expect(extensionsOf(refused)).toEqual({ code: 'NOT_FOUND', reason: 'NOT_THE_CASE' });
    const colleague = await reply('privacy-officer-2', id, 'x', onRequest);
    expect(extensionsOf(colleague)).toEqual({ code: 'CASE_UNKNOWN' });
    expect((await reply('support', id, 'x', { purpose: 'CUSTOMER_SUPPORT' })).codes).toEqual(['FIELD_NOT_PERMITTED']);
    expect(await stored(id)).toEqual([]);
  });

  test('ends with the answer', async () => {
    const onRequest = await taken();
    expect((await change('privacy-officer', 'answerRequest', { requestId: id, answer: 'It was.' }, onRequest)).errors).toEqual([]);
    expect(extensionsOf(await reply('neighbour', id, 'Thanks'))).toEqual({ code: 'CONFLICT', reason: 'REQUEST_ANSWERED' });
    expect(extensionsOf(await reply('privacy-officer', id, 'One more', onRequest))).toEqual({
      code: 'CASE_UNKNOWN',
      reason: 'REQUEST_ANSWERED',
    });
    expect(await stored(id)).toEqual([]);
  });

  test('can’t be had with a sender without an account, who could not read it', async () => {
    const asked = { ...officer, case: matters.anonymousRequest };
    expect(extensionsOf(await reply('privacy-officer', matters.anonymousRequest, 'Which lot?', asked))).toEqual({
      code: 'CONFLICT',
      reason: 'SENDER_WITHOUT_ACCOUNT',
    });
  });

  test('takes a text within the limits, and a UUID', async () => {
    for (const [requestId, body, coordinate] of [
      [id, '', 'ReplyToRequestInput.body'],
      [id, 'x'.repeat(4_001), 'ReplyToRequestInput.body'],
      ['x', 'x', 'ReplyToRequestInput.requestId'],
    ] as const) {
      expect((await reply('neighbour', requestId, body)).errors[0]!.extensions).toMatchObject({
        code: 'INPUT_INVALID',
        coordinates: [coordinate],
      });
    }
  });

  test('a message that is repeated with its key after the answer is still the one that was sent', async () => {
    const input = { requestId: id, body: 'It is number 12.', idempotencyKey: '1d9c2f6e-6c0e-4b8e-9a53-0a4b7b9a8f11' };
    const first = await change('neighbour', 'replyToRequest', input);
    const onRequest = await taken();
    expect((await change('privacy-officer', 'answerRequest', { requestId: id, answer: 'It was.' }, onRequest)).errors).toEqual([]);
    const again = await change('neighbour', 'replyToRequest', input);
    expect({ data: again.data, codes: again.codes }).toEqual({ data: first.data, codes: [] });
    expect(await stored(id)).toHaveLength(1);
  });

  test('a message that an officer repeats after a colleague has taken the request is refused as a first one', async () => {
    const onRequest = await taken();
    const input = { requestId: id, body: 'Since when?', idempotencyKey: '2d9c2f6e-6c0e-4b8e-9a53-0a4b7b9a8f11' };
    const first = await change('privacy-officer', 'replyToRequest', input, onRequest);
    expect((await change('privacy-officer', 'replyToRequest', input, onRequest)).data).toEqual(first.data);
    expect(await stored(id)).toHaveLength(1);
    await gateway.database.asOwner('update recreation.request set assignee_id = $2 where id = $1', [id, cast.privacyOfficer3]);
    expect(extensionsOf(await change('privacy-officer', 'replyToRequest', input, onRequest))).toEqual({ code: 'CASE_UNKNOWN' });
  });
});

test('the gateway can add messages and withdraw requests, and can neither change a message nor who filed a request', async () => {
  await reply('neighbour', id, 'It is number 12.');
  const attempt = (text: string) => asRole(gateway.database.roles.gateway, (client) => client.query(text));
  for (const text of [
    `update recreation.request_message set body = 'x'`,
    'delete from recreation.request_message',
    'update recreation.request set filed_by_id = resident_id',
  ])
    await expect(attempt(text)).rejects.toMatchObject({ code: '42501' });
});
