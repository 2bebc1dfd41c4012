import { people } from '../../../src/town/staff/people.ts';
import { vocabulary } from '../../../src/town/policy/words/vocabulary.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { openAskForMail, type AskForMail } from '../../../src/identity/accounts/mails/ask-for-mail.ts';
import { sendMails } from '../../../src/identity/accounts/mails/send-mails.ts';
import { keepSending } from '../../../src/platform/mail/keep-sending.ts';
import type { Mailer } from '../../../src/platform/mail/mail.ts';
import { openMailer } from '../../../src/platform/mail/open-mailer.ts';
import { copyDatabase, testNow, type TestDatabase } from '../../helpers/database/cluster.ts';
import { lastingPort } from '../../helpers/processes/lasting-port.ts';
import { openMailServer, type MailServer } from '../../helpers/identity/mail-server.ts';
import { openTestAccounts, plain, type TestAccounts } from '../../helpers/identity/open-test-accounts.ts';
import { until } from '../../helpers/time/until.ts';

// Mails wait until the server takes them, and none waits for another.
const from = { address: '203.0.113.7' };
const [email, others] = ['dog.owner@example.org', ['a@example.org', 'b@example.org']];
const refused = 'nobody@example.org';
/** No server here hangs, and a busy machine takes its time. */
const patience = { wait: 30_000, check: 30_000, deliver: 30_000 };
let database: TestDatabase;
let accounts: TestAccounts;
let server: MailServer;
let ask: AskForMail;
let time: Date;
let failures: string[];
const now = (): Date => time;
const after = (minutes: number): void => void (time = new Date(time.getTime() + minutes * 60_000));

const mailerOf = ({ url }: Pick<MailServer, 'url'>): Mailer => {
  const { mail } = readConfig({ SMTP_URL: url, MAIL_FROM: 'privacy@town.example' });
  return openMailer(mail, '/nowhere', (cause) => void failures.push(cause), patience)!;
};
/** A server that is down. */
const nowhere = async (): Promise<Pick<MailServer, 'url'>> => ({ url: `smtp://127.0.0.1:${await lastingPort()}` });
const send = (through: Pick<MailServer, 'url'> = server) =>
  sendMails({
    rules: vocabulary.accounts,
    people,
    database: accounts.pool,
    mailer: mailerOf(through),
    linkTo: (token) => `https://town.example/link/${token}`,
    now,
  });
const waiting = async (): Promise<number> => (await database.asOwner('select from identity.mail')).length;
const sentTo = (): ReadonlySet<string | undefined> => new Set(server.received.map(({ to }) => to[0]));

beforeAll(async () => {
  database = await copyDatabase();
  accounts = openTestAccounts(database, now);
  ask = openAskForMail(accounts.pool, plain, now);
});
beforeEach(async () => {
  time = testNow;
  failures = [];
  server = await openMailServer([refused]);
  for (const table of ['attempt', 'mail', 'link']) await database.asOwner(`delete from identity.${table}`);
});
afterEach(() => server.close());
afterAll(async () => {
  await accounts.stop();
  await database.drop();
});

test('a mail that the server refuses holds up no other, and is given up', async () => {
  await ask('REGISTER', refused, 'en', from);
  for (const one of others) await ask('REGISTER', one, 'en', from);
  await send();
  expect(sentTo()).toEqual(new Set(others));
  for (let tries = 2; tries <= 4; tries += 1) {
    expect(await waiting()).toBe(1);
    after(60);
    await send();
  }
  expect(await waiting()).toBe(0);
  expect(failures).toHaveLength(4);
});

test('a mail that was not tried, because the server was down, waits no longer for each time', async () => {
  const down = await nowhere();
  for (const one of [email, ...others]) await ask('REGISTER', one, 'en', from);
  for (let tries = 0; tries < 6; tries += 1) {
    await send(down);
    after(1);
  }
  await send();
  expect(sentTo().size).toBeGreaterThanOrEqual(2);
});

test('a mail server that is down delays mails and loses none', async () => {
  const down = await nowhere();
  for (const one of [email, 'a@example.org', 'b@example.org']) await ask('REGISTER', one, 'en', from);
  await send(down);
  expect(failures).toHaveLength(1);
  expect(await waiting()).toBe(3);
  await send();
  expect(server.received).toEqual([]);
  after(1);
  await send();
  expect(new Set(server.received.map(({ to }) => to[0]))).toEqual(new Set(['a@example.org', 'b@example.org', email]));
  expect(await waiting()).toBe(0);
});

test('a process that ends with a mail in hand leaves it to another', async () => {
  await ask('REGISTER', email, 'en', from);
  const dying = { rules: vocabulary.accounts, people, database: accounts.pool, linkTo: (token: string) => token, now };
  const mailer = { ...mailerOf(server), deliver: () => Promise.reject(new Error('killed')) };
  await expect(sendMails({ ...dying, mailer })).rejects.toThrow('killed');
  await send();
  expect(server.received).toEqual([]);
  after(10);
  await send();
  expect(server.received).toHaveLength(1);
});

test('mails are sent in the background, more than a batch', async () => {
  await database.asOwner(
    `insert into identity.mail (id, kind, email, language, asked_at, next_try_at)
     select gen_random_uuid(), 'REGISTER', 'resident' || n || '@example.org', 'en', $1, $1 from generate_series(1, 45) n`,
    [time],
  );
  const sending = keepSending(
    () =>
      sendMails({ rules: vocabulary.accounts, people, database: accounts.pool, mailer: mailerOf(server), linkTo: (token) => token, now }),
    (cause) => void failures.push(cause),
    50,
  );
  await until(async () => failures.length > 0 || (await waiting()) === 0);
  await sending.stop();
  expect(failures).toEqual([]);
  expect(new Set(server.received.map(({ to }) => to[0])).size).toBe(45);
});
