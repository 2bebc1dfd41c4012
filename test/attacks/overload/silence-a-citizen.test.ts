import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contactLimits } from '../../../src/town/requests/senders/anonymous-senders.ts';
import { usualRequestLimits } from '../../../src/platform/settings/config.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { openMailServer, type MailServer } from '../../helpers/identity/mail-server.ts';
import { until } from '../../helpers/time/until.ts';

// A stranger uses up the mails to another person's mailbox, so that its owner cannot ask the privacy officer anything.
const owner = 'dog.owner@example.org';
const body = 'Who reads my record?';
const { points: mailsInHour } = contactLimits.hour;
const inTotal = 50;
const requestLimits = { ...usualRequestLimits, trustedProxies: ['127.0.0.1'], anonymousSenders: { perAddress: 10, inTotal } };
const send = 'mutation ($input: SendContactCodeInput!) { sendContactCode(input: $input) { validUntil } }';
const file = 'mutation ($input: FileRequestInput!) { fileRequest(input: $input) { receipt { number } } }';
let gateway: TestGateway;
let mails: MailServer;
beforeEach(async () => {
  mails = await openMailServer();
  gateway = await openGateway({ requestLimits, smtpUrl: mails.url });
});
afterEach(async () => {
  await gateway.close();
  await mails.close();
});

const asked = (query: string, address: string, input: object): Promise<Answered> =>
  gateway.ask(null, query, { variables: { input }, headers: { 'x-forwarded-for': address } });
const letter = { kind: 'QUESTION', body, contactEmail: owner };
const codeFor = (address: string, changed: object = {}): Promise<Answered> => asked(send, address, { ...letter, ...changed });
const fileWith = (address: string, contactCode: string, changed: object = {}): Promise<Answered> =>
  asked(file, address, { ...letter, contactCode, ...changed });
const [stranger, home] = ['198.51.100.7', '192.0.2.1'];

const codeIn = (text: string): string => /Your code is ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(text)![1]!;

/** Waits for so many mails: those under way at once may arrive in any order. */
const arrived = (count: number): Promise<void> => until(() => mails.received.length >= count);

/** Asks for mails to the owner, each about something else, until no more are sent. @returns the codes in them */
async function useUp(): Promise<readonly string[]> {
  for (let one = 0; one < mailsInHour + 4; one += 1) {
    expect((await codeFor(stranger, { body: `Nonsense ${one}` })).codes).toEqual([]);
    await arrived(Math.min(one + 1, mailsInHour));
  }
  expect(mails.received).toHaveLength(mailsInHour);
  return mails.received.map(({ text }) => codeIn(text));
}

describe('after a stranger had all mails of an hour sent', () => {
  test('the owner files a request with the code of the latest one, and no more are sent', async () => {
    const codes = await useUp();
    expect((await codeFor(home)).codes).toEqual([]);
    expect((await fileWith(home, codes.at(-1)!)).codes).toEqual([]);
    expect(mails.received).toHaveLength(mailsInHour);
  });

  test('a code that is not the latest, or that was not asked for, files nothing', async () => {
    const codes = await useUp();
    expect((await fileWith(home, codes.at(-1)!)).codes).toEqual(['CONTACT_NOT_PROVEN']);
    await codeFor(home);
    expect((await fileWith(home, codes[0]!)).codes).toEqual(['CONTACT_NOT_PROVEN']);
    expect((await fileWith(home, codes.at(-1)!, { contactEmail: 'another@example.org' })).codes).toEqual(['CONTACT_NOT_PROVEN']);
    // Once used, the letter is not filed again without another try.
    expect((await fileWith(home, codes.at(-1)!)).codes).toEqual([]);
    expect((await fileWith(home, codes.at(-1)!)).codes).toEqual(['CONTACT_NOT_PROVEN']);
  });

  test('what is filed so counts for all together', async () => {
    const codes = await useUp();
    const pointsOf = async (): Promise<number> =>
      (await gateway.database.asOwner<{ points: number }>(`select points from recreation.asked where key = 'codes:all'`))[0]!.points;
    const before = await pointsOf();
    await codeFor(home);
    expect(await pointsOf()).toBe(before);
    expect((await fileWith(home, codes.at(-1)!)).codes).toEqual([]);
    expect(await pointsOf()).toBe(before + 1);
    await codeFor(home, { body: 'Another question' });
    await gateway.database.asOwner(`update recreation.asked set points = ${inTotal} where key = 'codes:all'`);
    const late = await fileWith(home, codes.at(-1)!, { body: 'Another question' });
    expect(late.codes).toEqual(['TOO_MANY_REQUESTS']);
  });
});

test('letters in vain take no mail of the day away, and a day has so many', async () => {
  await useUp();
  const { hour, day } = contactLimits;
  for (let sent = mailsInHour; sent < day.points; sent += 1) {
    await gateway.database.asOwner(`delete from recreation.asked where key like '${hour.name}:%' or key like 'code:%'`);
    expect((await codeFor(stranger, { body: `More nonsense ${sent}` })).codes).toEqual([]);
    await arrived(sent + 1);
  }
  await gateway.database.asOwner(`delete from recreation.asked where key like '${hour.name}:%' or key like 'code:%'`);
  expect((await codeFor(home)).codes).toEqual([]);
  expect(mails.received).toHaveLength(day.points);
  const latest = codeIn(mails.received.at(-1)!.text);
  expect((await fileWith(home, latest)).codes).toEqual([]);
});

test('one mailbox has one limit, however its address is typed', async () => {
  const typed = [
    'Dog.Owner@Example.org',
    'ｄｏｇ．ｏｗｎｅｒ＠ｅｘａｍｐｌｅ．ｏｒｇ',
    'dog.owner@example.org.',
    'dog.owner@example。org',
    owner,
    ' dog.owner@EXAMPLE.ORG..',
  ];
  for (const [at, contactEmail] of typed.entries()) {
    expect((await codeFor(stranger, { contactEmail })).codes).toEqual([]);
    await arrived(Math.min(at + 1, mailsInHour));
  }
  expect(mails.received.map(({ to }) => to)).toEqual(Array.from({ length: mailsInHour }, () => expect.arrayContaining([owner])));
  const latest = codeIn(mails.received.at(-1)!.text);
  // A code that was asked for under one spelling works for filing under another.
  expect((await fileWith(home, latest, { contactEmail: typed[1]! })).codes).toEqual([]);
});
