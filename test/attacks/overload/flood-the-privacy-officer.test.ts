import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { usualRequestLimits, type RequestLimits } from '../../../src/platform/settings/config.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { openMailServer, type MailServer } from '../../helpers/identity/mail-server.ts';

// A person without an account files requests, so that the privacy officer sees nothing else.
const { perAddress } = usualRequestLimits.anonymousSenders;
const contact = 'dog.owner@example.org';
const unknownContact = 'nobody.here@example.org';
const body = 'May I bring a dog?';
let gateway: TestGateway;
let isOpen = false;
let mails: MailServer;
const limited = (limits: Partial<RequestLimits> = {}): RequestLimits => ({
  ...usualRequestLimits,
  trustedProxies: ['127.0.0.1'],
  ...limits,
});
const close = async (): Promise<void> => {
  if (isOpen) await gateway.close();
  isOpen = false;
};
const open = async (limits: Partial<RequestLimits> = {}): Promise<void> => {
  await close();
  gateway = await openGateway({ requestLimits: limited(limits), smtpUrl: mails.url });
  isOpen = true;
};
beforeEach(async () => {
  mails = await openMailServer([unknownContact]);
  await open();
});
afterEach(async () => {
  await close();
  await mails.close();
});

const file = 'mutation ($input: FileRequestInput!) { fileRequest(input: $input) { receipt { requestId } } }';
const send = 'mutation ($input: SendContactCodeInput!) { sendContactCode(input: $input) { validUntil } }';
const generous = { anonymousSenders: { perAddress: 50, inTotal: 50 } };

const from = (address: string, query: string, input: object): Promise<Answered> =>
  gateway.ask(null, query, { variables: { input }, headers: { 'x-forwarded-for': address } });
const sendCode = (address: string, contactEmail = contact): Promise<Answered> =>
  from(address, send, { kind: 'QUESTION', body, contactEmail });
const fileWith = (address: string, contactCode: string, changed: object = {}): Promise<Answered> =>
  from(address, file, { kind: 'QUESTION', body, contactEmail: contact, contactCode, ...changed });
const count = async (text: string): Promise<number> => (await gateway.database.asOwner<{ count: number }>(text))[0]!.count;
const filed = (): Promise<number> => count(`select count(*)::int from recreation.request where body = '${body}'`);
const codesStored = (): Promise<number> => count('select count(*)::int from recreation.contact_code');
const entries = async (): Promise<number> => {
  await gateway.sequence();
  return count(`select count(*)::int from access_log.entry where role = 'ANONYMOUS'`);
};
const outcome = ({ status, codes }: Answered): object => ({ status, codes });

test('without a proof of contact, nothing enters the queue or the log', async () => {
  const answer = await from('192.0.2.1', file, { kind: 'QUESTION', body, contactEmail: contact });
  expect(answer.data?.fileRequest ?? null).toBeNull();
  expect(answer.errors[0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', coordinates: ['FileRequestInput.contactCode'] });
  expect(await filed()).toBe(0);
  expect(await entries()).toBe(0);
});

describe('proof of contact', () => {
  test('a request enters the queue with the mailed code, once', async () => {
    const { codes, data } = await sendCode('192.0.2.1');
    expect(codes).toEqual([]);
    expect(data.sendContactCode).toEqual({ validUntil: expect.any(String) });
    const code = await mails.codeFor(contact);
    expect((await fileWith('192.0.2.1', code)).data.fileRequest.receipt.requestId).toEqual(expect.any(String));
    expect((await fileWith('192.0.2.1', code)).codes).toEqual(['CONTACT_NOT_PROVEN']);
    expect(await filed()).toBe(1);
    expect(await entries()).toBe(1);
  });

  test('of two requests with one code at the same time, one is filed', async () => {
    await sendCode('192.0.2.1');
    const code = await mails.codeFor(contact);
    const both = await Promise.all([fileWith('192.0.2.1', code), fileWith('192.0.2.2', code)]);
    expect(both.flatMap(({ codes }) => codes)).toEqual(['CONTACT_NOT_PROVEN']);
    expect(await filed()).toBe(1);
  });

  test('a code is for one letter to one contact, and refusals do not tell why', async () => {
    await open(generous);
    await sendCode('192.0.2.1');
    const code = await mails.codeFor(contact);
    const refusals = [
      await fileWith('192.0.2.1', code, { contactEmail: 'somebody.else@example.org' }),
      await fileWith('192.0.2.1', code, { body: 'Give me the address of my neighbour.' }),
      await fileWith('192.0.2.1', code, { kind: 'COMMENT' }),
      await fileWith('192.0.2.1', '0000-0000'),
      await fileWith('192.0.2.1', '0000-0000', { contactEmail: 'never.asked@example.org' }),
    ];
    expect(new Set(refusals.map(({ text }) => text)).size).toBe(1);
    expect(refusals[0]!.codes).toEqual(['CONTACT_NOT_PROVEN']);
    expect(await filed()).toBe(0);
    expect(await entries()).toBe(0);
    expect((await fileWith('192.0.2.1', code)).codes).toEqual([]);
  });

  test('a code is void after five tries, although each failed change was undone', async () => {
    await open(generous);
    await sendCode('192.0.2.1');
    const code = await mails.codeFor(contact);
    for (let attempt = 0; attempt < 5; attempt += 1) await fileWith('192.0.2.1', '0000-0000');
    expect((await fileWith('192.0.2.1', code)).codes).toEqual(['CONTACT_NOT_PROVEN']);
  });

  test('a code is read in small letters and without its hyphen, and is void after its time', async () => {
    await sendCode('192.0.2.1');
    await gateway.database.asOwner(`update recreation.contact_code set valid_until = valid_until - interval '15 minutes'`);
    const code = await mails.codeFor(contact);
    expect((await fileWith('192.0.2.1', code)).codes).toEqual(['CONTACT_NOT_PROVEN']);
    await gateway.database.asOwner(`update recreation.contact_code set valid_until = valid_until + interval '15 minutes'`);
    expect((await fileWith('192.0.2.1', code.toLowerCase().replace('-', ' '))).codes).toEqual([]);
  });

  test('no code, letter, contact or address is stored in clear, or written to the log', async () => {
    await sendCode('192.0.2.1');
    const code = await mails.codeFor(contact);
    const stored = await gateway.database.asOwner('select contact_code::text as text from recreation.contact_code');
    const asked = await gateway.database.asOwner('select asked::text as text from recreation.asked');
    expect(stored).toHaveLength(1);
    for (const secret of [code, code.replace('-', ''), contact, body, '192.0.2.1']) {
      expect(JSON.stringify([stored, asked, gateway.logged])).not.toContain(secret);
    }
  });

  test('the answer is the same for a contact that got too many mails, and it gets no more', async () => {
    await open(generous);
    const first = await sendCode('192.0.2.1');
    await mails.codeFor(contact);
    for (let one = 0; one < 5; one += 1) expect((await sendCode(`198.51.100.${one}`)).text).toBe(first.text);
    // Closing waits for the mails under way.
    await close();
    expect(mails.received).toHaveLength(3);
  });

  test('the answer is the same for a contact that the mail server does not know', async () => {
    const known = await sendCode('192.0.2.1');
    expect((await sendCode('192.0.2.1', unknownContact)).text).toBe(known.text);
  });

  test('an account needs no proof', async () => {
    expect((await gateway.ask('resident', file, { variables: { input: { kind: 'QUESTION', body } } })).codes).toEqual([]);
    expect(mails.received).toEqual([]);
  });
});

describe('a mail server that', () => {
  test('is gone is an error, and nothing is stored', async () => {
    await mails.close();
    const answer = await sendCode('192.0.2.1');
    expect(outcome(answer)).toEqual({ status: 294, codes: ['MAIL_UNAVAILABLE'] });
    expect(answer.headers.get('retry-after')).not.toBeNull();
    expect(await codesStored()).toBe(0);
    expect(gateway.logged.join()).toContain('MAIL_FAILED');
  });

  test('was never set refuses requests without an account alone, and says how to ask', async () => {
    await close();
    gateway = await openGateway({ requestLimits: limited() });
    isOpen = true;
    for (const answer of [await sendCode('192.0.2.1'), await fileWith('192.0.2.1', '0000-0000')]) {
      expect(outcome(answer)).toEqual({ status: 294, codes: ['ACCOUNT_REQUIRED'] });
    }
    expect((await gateway.ask('resident', file, { variables: { input: { kind: 'QUESTION', body } } })).codes).toEqual([]);
  });
});

describe('limits', () => {
  const refused = { status: 294, codes: ['TOO_MANY_REQUESTS'] };

  test('one address can have few codes mailed and file few requests in an hour; another address still can', async () => {
    for (let one = 0; one < perAddress; one += 1) {
      expect((await sendCode('192.0.2.1', `somebody.${one}@example.org`)).codes).toEqual([]);
    }
    const more = await sendCode('192.0.2.1', 'another@example.org');
    expect(outcome(more)).toEqual(refused);
    expect(Number(more.headers.get('retry-after'))).toBeGreaterThan(60);
    for (let one = 0; one < perAddress; one += 1) {
      const contactEmail = `somebody.${one}@example.org`;
      expect((await fileWith('192.0.2.1', await mails.codeFor(contactEmail), { contactEmail })).codes).toEqual([]);
    }
    expect(outcome(await fileWith('192.0.2.1', '0000-0000'))).toEqual(refused);
    expect(await filed()).toBe(perAddress);
    expect(mails.received).toHaveLength(perAddress);
    expect((await sendCode('192.0.2.2')).codes).toEqual([]);
  });

  test('the addresses of one IPv6 network are one address', async () => {
    for (let one = 0; one < perAddress; one += 1) await sendCode(`2001:db8:1:2::${one}`, `somebody.${one}@example.org`);
    expect(outcome(await sendCode('2001:db8:1:2:ffff::1'))).toEqual(refused);
    expect((await sendCode('2001:db8:1:3::1')).codes).toEqual([]);
  });

  test.each([
    ['192.0.2.1', (one: number) => `192.0.2.1:${5000 + one}`],
    ['2001:db8:1:2::1', (one: number) => `[2001:db8:1:2::1]:${5000 + one}`],
    ['something', (one: number) => `something.${one}`],
  ])('a proxy that writes a port, or no address, makes no new address of %s', async (_address, written) => {
    for (let one = 0; one < perAddress; one += 1) await sendCode(written(one), `somebody.${one}@example.org`);
    expect(outcome(await sendCode(written(perAddress)))).toEqual(refused);
    expect((await sendCode('192.0.2.2')).codes).toEqual([]);
  });

  test('a client behind two proxies is known although the outer one is written with a port', async () => {
    await open({ trustedProxies: ['127.0.0.1', '203.0.113.0/24'] });
    const behind = (one: number): string => `198.51.100.${one}, 203.0.113.9:${5000 + one}`;
    for (let one = 0; one <= perAddress; one += 1) {
      expect((await sendCode(behind(one), `somebody.${one}@example.org`)).codes).toEqual([]);
    }
  });

  test('all addresses together can have few codes mailed in an hour, over several instances', async () => {
    const anonymousSenders = { perAddress, inTotal: 4 };
    await open({ anonymousSenders });
    const other = await openGateway({ requestLimits: limited({ anonymousSenders }), smtpUrl: mails.url }, gateway.database);
    try {
      for (let one = 0; one < 4; one += 1) expect((await sendCode(`192.0.2.${one}`, `a${one}@example.org`)).codes).toEqual([]);
      const input = { kind: 'QUESTION', body, contactEmail: contact };
      const headers = { 'x-forwarded-for': '192.0.2.99' };
      expect(outcome(await other.ask(null, send, { variables: { input }, headers }))).toEqual(refused);
    } finally {
      await other.close();
    }
  });
});
