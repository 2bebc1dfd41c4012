import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { matters } from '../../../demo/personas.ts';
import { secret } from '../../../src/platform/postgres/secrets/secrets.ts';
import { createPseudonyms } from '../../../src/engine/rows/pseudonyms.ts';
import { stateCode } from '../../../src/town/requests/senders/state-code.ts';
import { usualRequestLimits } from '../../../src/platform/settings/config.ts';
import { testSecrets } from '../../helpers/database/cluster.ts';
import { openGateway, type Answered, type Asked, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { openMailServer, type MailServer } from '../../helpers/identity/mail-server.ts';

const { perAddress } = usualRequestLimits.anonymousSenders;
let gateway: TestGateway;
let mails: MailServer;
let receipt: { readonly requestId: string; readonly number: string; readonly dueOn: string; readonly stateCode: string };
beforeAll(async () => {
  mails = await openMailServer();
  gateway = await openGateway({ smtpUrl: mails.url, requestLimits: { ...usualRequestLimits, trustedProxies: ['127.0.0.1'] } });
  receipt = (await filed('COMPLAINT')).receipt;
});
afterAll(async () => {
  await gateway.close();
  await mails.close();
});

const from = (address: string): Pick<Asked, 'headers'> => ({ headers: { 'x-forwarded-for': address } });
const receiptOf = 'receipt { requestId number dueOn stateCode }';

/** Files a request without an account. */
async function filed(kind: string): Promise<any> {
  const letter = { kind, body: 'Nobody answered me.', contactEmail: `${kind.toLowerCase()}@example.org` };
  const send = 'mutation ($input: SendContactCodeInput!) { sendContactCode(input: $input) { validUntil } }';
  expect((await gateway.ask(null, send, { variables: { input: letter } })).codes).toEqual([]);
  const input = { ...letter, contactCode: await mails.codeFor(letter.contactEmail) };
  const file = `mutation ($input: FileRequestInput!) { fileRequest(input: $input) { ${receiptOf} } }`;
  const { codes, data } = await gateway.ask(null, file, { variables: { input } });
  expect(codes).toEqual([]);
  return data.fileRequest;
}

const state = (number: string, code: string, address = '192.0.2.1', persona: string | null = null): Promise<Answered> =>
  gateway.ask(
    persona,
    'query ($number: String!, $code: String!) { requestState(number: $number, code: $code) { number kind status dueOn answeredAt } }',
    { variables: { number, code }, ...from(address) },
  );
const shown = async (...asked: Parameters<typeof state>): Promise<unknown> => (await state(...asked)).data.requestState;

test('a complaint needs no account, and its sender sees how far it is with number and code', async () => {
  const open = { number: receipt.number, kind: 'COMPLAINT', status: 'OPEN', dueOn: receipt.dueOn, answeredAt: null };
  expect(await shown(receipt.number, receipt.stateCode)).toEqual(open);
  // As a person types it who wrote it down by hand.
  expect(await shown(` ${receipt.number.toLowerCase()} `, receipt.stateCode.toLowerCase().replaceAll('-', ' '))).toEqual(open);
  await gateway.database.asOwner('update recreation.request set answered_at = filed_at, answer = $1 where id = $2', [
    'We did.',
    receipt.requestId,
  ]);
  expect(await shown(receipt.number, receipt.stateCode)).toMatchObject({ status: 'ANSWERED', answeredAt: expect.any(String) });
});

test('a number without its code, another request’s code, and a resident’s request show nothing', async () => {
  const another = (await filed('QUESTION')).receipt;
  expect(await shown(another.number, another.stateCode, '192.0.2.2')).toMatchObject({ kind: 'QUESTION' });
  const [own] = await gateway.database.asOwner<{ number: string }>('select number from recreation.request where id = $1', [
    matters.request,
  ]);
  const codeOfOwn = stateCode(createPseudonyms(secret(testSecrets(), 'pseudonyms')), matters.request);
  for (const [number, code] of [
    [receipt.number, another.stateCode],
    [receipt.number, ''],
    [own!.number, codeOfOwn],
    ['R-10000000', receipt.stateCode],
  ] as const)
    expect(await shown(number, code, '192.0.2.2')).toBeNull();
});

test('a person with an account gets no code, and asks for no state', async () => {
  const file = `mutation { fileRequest(input: { kind: QUESTION, body: "Why?" }) { ${receiptOf} } }`;
  const { data } = await gateway.ask('resident', file);
  expect(data.fileRequest.receipt).toMatchObject({ number: expect.stringMatching(/^R-\d{8}$/), stateCode: null });
  for (const persona of ['resident', 'customer-service', 'privacy-officer'])
    expect((await state(receipt.number, receipt.stateCode, '192.0.2.3', persona)).codes).not.toEqual([]);
});

test('only wrong codes count, at each network address', async () => {
  for (let tries = 0; tries <= perAddress; tries += 1) expect(await shown(receipt.number, receipt.stateCode, '192.0.2.4')).not.toBeNull();
  for (let tries = 0; tries < perAddress; tries += 1) expect(await shown(receipt.number, '0000-0000-0000', '192.0.2.4')).toBeNull();
  const refused = await state(receipt.number, receipt.stateCode, '192.0.2.4');
  expect([refused.codes, refused.data.requestState]).toEqual([['TOO_MANY_REQUESTS'], null]);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await shown(receipt.number, receipt.stateCode, '192.0.2.5')).not.toBeNull();
});
