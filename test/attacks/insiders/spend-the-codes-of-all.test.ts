import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { usualRequestLimits } from '../../../src/platform/settings/config.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { openMailServer, type MailServer } from '../../helpers/identity/mail-server.ts';
import { until } from '../../helpers/time/until.ts';
import { captureStatements } from '../../helpers/values/statements.ts';

// A person without an account spends the shared codes of an hour, so that no other sender can ask the privacy officer.
const inTotal = 4;
const refused = [294, 'TOO_MANY_REQUESTS'];
const requestLimits = { ...usualRequestLimits, trustedProxies: ['127.0.0.1'], anonymousSenders: { perAddress: 3, inTotal } };
const send = 'mutation ($input: SendContactCodeInput!) { sendContactCode(input: $input) { validUntil } }';
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

let addresses = 0;
/** Asks at an address that asked for nothing before. */
const sendCode = (contactEmail: string, asked = gateway): Promise<Answered> =>
  asked.ask(null, send, {
    variables: { input: { kind: 'QUESTION', body: 'May I bring a dog?', contactEmail } },
    headers: { 'x-forwarded-for': `192.0.2.${(addresses += 1)}` },
  });
const outcome = ({ status, codes }: Answered): readonly unknown[] => [status, ...codes];

/** The statements about limits and codes for a letter to a contact. */
async function statementsFor(contactEmail: string): Promise<readonly string[]> {
  const { statements, stop } = captureStatements(gateway.database.roles.gateway);
  try {
    expect(outcome(await sendCode(contactEmail))).toEqual([200]);
  } finally {
    stop();
  }
  return statements.map(({ text }) => text).filter((text) => /"?recreation"?\."?(?:asked|contact_code)/.test(text));
}

test('letters to a contact that gets no more mails spend nothing of it, by the same statements', async () => {
  const mailed = await statementsFor('dog.owner@example.org');
  expect(mailed.length).toBeGreaterThan(3);
  for (let letter = 1; letter < 12; letter += 1) expect(await statementsFor('dog.owner@example.org')).toEqual(mailed);
  expect(outcome(await sendCode('another@example.org'))).toEqual([200]);
  // All is spent now, for a contact that gets mails as for one that gets none.
  expect(outcome(await sendCode('third@example.org'))).toEqual(refused);
  expect(outcome(await sendCode('dog.owner@example.org'))).toEqual(refused);
  await until(() => mails.received.length >= inTotal);
  expect(mails.received).toHaveLength(inTotal);
});

test('letters while the mail server is gone spend nothing of it', async () => {
  await mails.close();
  for (let letter = 0; letter <= inTotal; letter += 1) {
    expect(outcome(await sendCode('dog.owner@example.org'))).toEqual([294, 'MAIL_UNAVAILABLE']);
  }
  mails = await openMailServer();
  const later = await openGateway({ requestLimits, smtpUrl: mails.url }, gateway.database);
  try {
    expect(outcome(await sendCode('dog.owner@example.org', later))).toEqual([200]);
  } finally {
    await later.close();
  }
});

test('letters that are refused because it is spent leave a contact its mails', async () => {
  for (let letter = 0; letter < inTotal; letter += 1) await sendCode(`somebody.${letter}@example.org`);
  for (let letter = 0; letter < 5; letter += 1) expect(outcome(await sendCode('dog.owner@example.org'))).toEqual(refused);
  await gateway.database.asOwner(`delete from recreation.asked where key = 'codes:all'`);
  expect(outcome(await sendCode('dog.owner@example.org'))).toEqual([200]);
  await mails.codeFor('dog.owner@example.org');
});
