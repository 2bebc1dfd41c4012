import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { secret } from '../../../src/platform/postgres/secrets/secrets.ts';
import { createPseudonyms } from '../../../src/engine/rows/pseudonyms.ts';
import { stateCode } from '../../../src/town/requests/senders/state-code.ts';
import { usualRequestLimits } from '../../../src/platform/settings/config.ts';
import { testNow, testSecrets } from '../../helpers/database/cluster.ts';
import type { Answered, Asked } from '../../helpers/gateway/gateway.ts';
import { Senders, type SenderReceipt } from '../../helpers/asking/senders.ts';

// An answer to a sender without an account is read with the number and the code of the receipt, and in no other way: not by guessed codes,
// the code of another request, an id, or an account.
const { perAddress } = usualRequestLimits.anonymousSenders;
const answerText = 'Dogs may come on Mondays.';
let senders: Senders;
beforeAll(async () => {
  senders = await Senders.open('gone@example.org');
});
afterAll(() => senders.close());

const fields = 'id status body answer contactEmail reopenableUntil told assignee { id } requester { id } messages { body fromStaff }';
const open = (number: string, code: string, persona: string | null = null, asked: Asked = {}): Promise<Answered> =>
  senders.open(number, code, fields, persona, asked);
const reads = async ({ requestId }: SenderReceipt): Promise<readonly unknown[]> => {
  await senders.gateway.sequence();
  return senders.gateway.database.asOwner(
    `select entry.template -> 'rootFields' ->> 0 as field, entry.role, entry.template ->> 'purpose' as purpose
     from access_log.full_entry entry join access_log.about about on about.seq = entry.seq
     where about.subject_id = $1 and entry.role = 'ANONYMOUS' order by entry.template ->> 'at', field`,
    [requestId],
  );
};

test('the sender opens the answer with number and code, and each read of it is in the log', async () => {
  const receipt = await senders.answered(answerText);
  const { data, codes } = await open(receipt.number, receipt.stateCode);
  expect(codes).toEqual([]);
  expect(data.requestByCode).toEqual({
    id: receipt.requestId,
    status: 'ANSWERED',
    body: expect.stringContaining('May I bring dog'),
    answer: answerText,
    // A holder of the code learns neither the address nor the name of the officer who answered.
    contactEmail: null,
    assignee: null,
    requester: null,
    reopenableUntil: new Date(testNow.getTime() + 60 * 86_400_000).toISOString(),
    told: 'WAITING',
    messages: [],
  });
  await open(` ${receipt.number.toLowerCase()} `, receipt.stateCode.toLowerCase().replaceAll('-', ' '));
  await open(receipt.number, '0000-0000-0000');
  expect(await reads(receipt)).toEqual([
    { field: 'Mutation.fileRequest', role: 'ANONYMOUS', purpose: null },
    { field: 'Query.requestByCode', role: 'ANONYMOUS', purpose: 'SELF_SERVICE' },
    { field: 'Query.requestByCode', role: 'ANONYMOUS', purpose: 'SELF_SERVICE' },
  ]);
});

describe('no one else opens it', () => {
  let receipt: SenderReceipt;
  let other: SenderReceipt;
  let own: { readonly number: string; readonly code: string };
  beforeAll(async () => {
    [receipt, other] = [await senders.answered(answerText), await senders.answered(answerText)];
    const [row] = await senders.gateway.database.asOwner<{ number: string }>('select number from recreation.request where id = $1', [
      matters.request,
    ]);
    own = { number: row!.number, code: stateCode(createPseudonyms(secret(testSecrets(), 'pseudonyms')), matters.request) };
  });

  test('with a wrong code, the code of another request, or the number of a resident’s: all get the same answer', async () => {
    expect((await open(receipt.number, receipt.stateCode)).data.requestByCode.answer).toBe(answerText);
    const tries = [
      [receipt.number, other.stateCode],
      [receipt.number, ''],
      [receipt.number, '0000-0000-0000'],
      ['R-10000000', receipt.stateCode],
      [own.number, own.code],
    ] as const;
    const texts = new Set<string>();
    for (const [number, code] of tries) {
      const { status, text, data } = await open(number, code);
      expect([status, data]).toEqual([200, { requestByCode: null }]);
      texts.add(text);
    }
    expect(texts.size).toBe(1);
  });

  test('with too many wrong codes, neither to read it nor to open it again', async () => {
    const [address, another] = [senders.newAddress(), senders.newAddress()];
    for (let tries = 0; tries < perAddress; tries += 1)
      expect((await open(receipt.number, '0000-0000-0000', null, { headers: address })).data.requestByCode).toBeNull();
    const late = await open(receipt.number, receipt.stateCode, null, { headers: address });
    expect([late.codes, late.data.requestByCode]).toEqual([['TOO_MANY_REQUESTS'], null]);
    const input = { number: receipt.number, code: '0000-0000-0000', body: 'Open it.' };
    const asked = { purpose: 'SELF_SERVICE', headers: another } as const;
    for (let tries = 0; tries < perAddress; tries += 1)
      expect((await senders.mutate(null, 'reopenRequestByCode', input, asked)).codes).toEqual(['NOT_FOUND']);
    const right = { ...input, code: receipt.stateCode };
    expect((await senders.mutate(null, 'reopenRequestByCode', right, asked)).codes).toEqual(['TOO_MANY_REQUESTS']);
    expect((await open(receipt.number, receipt.stateCode)).data.requestByCode.status).toBe('ANSWERED');
  });

  test('with an account, or without a purpose', async () => {
    for (const persona of ['resident', 'customer-service', 'privacy-officer', 'police'])
      expect(
        (await open(receipt.number, receipt.stateCode, persona, { purpose: undefined as never })).data?.requestByCode ?? null,
      ).toBeNull();
    const { data, codes } = await open(receipt.number, receipt.stateCode, null, { purpose: undefined as never });
    expect([data.requestByCode, codes]).toEqual([null, ['FIELD_NOT_PERMITTED']]);
  });

  test('by an id, or as anything else that SELF_SERVICE opens to residents', async () => {
    const queries = [
      `{ request(id: "${receipt.requestId}") { body answer } }`,
      `{ node(id: "${receipt.requestId}") { ... on PrivacyRequest { body answer } } }`,
      '{ requests(first: 10) { totalCount edges { node { body } } } }',
      '{ me { id givenName } }',
      `{ resident(id: "${cast.resident}") { givenName } }`,
    ];
    for (const query of queries) {
      const { data, text } = await senders.gateway.ask(null, query, { purpose: 'SELF_SERVICE' });
      expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
      expect(text).not.toContain(answerText);
    }
  });
});
