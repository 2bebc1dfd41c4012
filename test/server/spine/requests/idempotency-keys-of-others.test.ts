import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { services } from '../../../../demo/population/services.ts';
import { usualRequestLimits } from '../../../../src/platform/settings/config.ts';
import { openGateway, type Answered, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { openMailServer, type MailServer } from '../../../helpers/identity/mail-server.ts';

// A person who knows the key of another one learns nothing from it and repeats nothing.
const perAddress = 20;
let gateway: TestGateway;
let mails: MailServer;
beforeAll(async () => {
  mails = await openMailServer();
  const anonymousSenders = { perAddress, inTotal: 200 };
  gateway = await openGateway({
    requestLimits: { ...usualRequestLimits, trustedProxies: ['127.0.0.1'], anonymousSenders },
    smtpUrl: mails.url,
  });
});
afterAll(async () => {
  await gateway.close();
  await mails.close();
});

const rowsOf = async (table: string): Promise<number> =>
  (await gateway.database.asOwner<{ count: number }>(`select count(*)::int from ${table}`))[0]!.count;

test('two principals who use the same key for the same change each make their own', async () => {
  const document = 'mutation ($input: PurchaseInput!) { purchase(input: $input) { purchase { id } } }';
  const input = { residentId: cast.resident, serviceId: services[0]!.id, idempotencyKey: randomUUID() };
  const before = await rowsOf('recreation.purchase');
  const [mine, guardians] = [
    await gateway.ask('resident', document, { variables: { input } }),
    await gateway.ask('guardian', document, { variables: { input } }),
  ];
  expect([...mine.codes, ...guardians.codes]).toEqual([]);
  expect(guardians.data.purchase.purchase.id).not.toBe(mine.data.purchase.purchase.id);
  expect(await rowsOf('recreation.purchase')).toBe(before + 2);
});

test('the key of another principal for another change is not in use', async () => {
  const document = 'mutation ($input: FileRequestInput!) { fileRequest(input: $input) { receipt { requestId } } }';
  const idempotencyKey = randomUUID();
  const file = (persona: string, body: string) =>
    gateway.ask(persona, document, { variables: { input: { kind: 'QUESTION', body, idempotencyKey } } });
  const mine = await file('resident', 'Mine.');
  expect(mine.codes).toEqual([]);
  expect((await file('neighbour', 'Another.')).codes).toEqual([]);
  expect((await file('resident', 'Mine.')).data).toEqual(mine.data);
});

describe('a sender without an account', () => {
  const sending = 'mutation ($input: SendContactCodeInput!) { sendContactCode(input: $input) { validUntil } }';
  const filing = 'mutation ($input: FileRequestInput!) { fileRequest(input: $input) { receipt { requestId number } } }';
  const body = 'May I bring a dog?';
  let sender = 0;
  let contactEmail: string;
  let address: string;
  beforeEach(() => {
    sender += 1;
    contactEmail = `owner.${sender}@example.org`;
    address = `192.0.2.${sender}`;
  });
  const from = (query: string, input: object, forwarded = address): Promise<Answered> =>
    gateway.ask(null, query, { variables: { input }, headers: { 'x-forwarded-for': forwarded } });
  const prove = async (text = body): Promise<string> => {
    const before = mails.received.length;
    expect((await from(sending, { kind: 'QUESTION', body: text, contactEmail })).codes).toEqual([]);
    while (mails.received.length === before) await new Promise((done) => setTimeout(done, 10));
    return mails.codeFor(contactEmail);
  };
  const file = (contactCode: string, idempotencyKey: string, changed: object = {}, forwarded = address): Promise<Answered> =>
    from(filing, { kind: 'QUESTION', body, contactEmail, contactCode, idempotencyKey, ...changed }, forwarded);

  test('gets the same receipt again with the code that is used up, also many times at once', async () => {
    const code = await prove();
    const key = randomUUID();
    const before = await rowsOf('recreation.request');
    const both = await Promise.all([file(code, key), file(code, key)]);
    expect(both.flatMap(({ codes }) => codes)).toEqual([]);
    const again = await file(code, key, {}, '198.51.100.7');
    for (const { data } of both) expect(data).toEqual(again.data);
    expect(again.data.fileRequest.receipt.number).toMatch(/^R-\d{8}$/);
    expect(await rowsOf('recreation.request')).toBe(before + 1);
  });

  test('learns nothing by the key of another: not the receipt, nor that the key is in use', async () => {
    const key = randomUUID();
    const code = await prove();
    expect((await file(code, key)).codes).toEqual([]);
    const before = await rowsOf('recreation.request');
    const strangers = '203.0.113.9';
    const refusals = [
      // The letter and the key are known, the code is not.
      await file('0000-0000', key, {}, strangers),
      await file('0000-0000', key, { body: 'Another letter.' }, strangers),
      await file('0000-0000', key, { contactEmail: 'stranger@example.org' }, strangers),
      await file(code, key, { contactEmail: 'stranger@example.org' }, strangers),
      // As with an unused key.
      await file('0000-0000', randomUUID(), {}, strangers),
    ];
    expect(refusals[0]!.codes).toEqual(['CONTACT_NOT_PROVEN']);
    expect(new Set(refusals.map(({ text }) => text)).size).toBe(1);
    expect(await rowsOf('recreation.request')).toBe(before);
  });

  test('who proves the contact again gets a conflict for another letter with the same key, and keeps the code', async () => {
    const key = randomUUID();
    expect((await file(await prove(), key)).codes).toEqual([]);
    const other = { body: 'And a cat?' };
    const code = await prove(other.body);
    const reused = await file(code, key, other);
    expect(reused.data).toEqual({ fileRequest: null });
    expect(reused.errors[0]!.extensions).toEqual({ code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY_REUSED' });
    expect((await file(code, randomUUID(), other)).codes).toEqual([]);
  });

  test('can repeat a request only as often as try to file one', async () => {
    const code = await prove();
    const key = randomUUID();
    const answers: Answered[] = [];
    for (let time = 0; time < perAddress; time += 1) answers.push(await file(code, key));
    expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
    const more = await file(code, key);
    expect({ data: more.data, codes: more.codes }).toEqual({ data: { fileRequest: null }, codes: ['TOO_MANY_REQUESTS'] });
  });
});
