import { people } from '../../../src/town/staff/people.ts';
import { vocabulary } from '../../../src/town/policy/words/vocabulary.ts';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { openAskForMail, mailLimits, type AskForMail } from '../../../src/identity/accounts/mails/ask-for-mail.ts';
import { changePassword } from '../../../src/identity/accounts/passwords/change-password.ts';
import { linkHours } from '../../../src/identity/accounts/mails/links.ts';
import { openPasswords } from '../../../src/identity/accounts/passwords/passwords.ts';
import { sendMails } from '../../../src/identity/accounts/mails/send-mails.ts';
import { setPassword, type ResetNeeds } from '../../../src/identity/accounts/passwords/set-password.ts';
import { openSignInThrottle } from '../../../src/identity/accounts/sign-in/sign-in.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import type { Mailer } from '../../../src/platform/mail/mail.ts';
import { openMailer } from '../../../src/platform/mail/open-mailer.ts';
import { testJournal } from '../../helpers/identity/journal.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { copyDatabase, testNow, type TestDatabase } from '../../helpers/database/cluster.ts';
import { openMailServer, type MailServer } from '../../helpers/identity/mail-server.ts';
import { cheap, goodPassword, openTestAccounts, storeAccount, type TestAccounts } from '../../helpers/identity/open-test-accounts.ts';

const from = { address: '203.0.113.7' };
const email = 'dog.owner@example.org';
const newPassword = 'staple battery horse';
const disguise = (kind: string, text: string): string => `${kind} ${text}`;
let database: TestDatabase;
let accounts: TestAccounts;
let server: MailServer;
let time: Date;
let failures: string[];
const now = (): Date => time;
const after = (minutes: number): void => void (time = new Date(time.getTime() + minutes * 60_000));

const mailerOf = ({ url }: MailServer): Mailer => {
  const { mail } = readConfig({ SMTP_URL: url, MAIL_FROM: 'privacy@town.example' });
  return openMailer(mail, '/nowhere', (cause) => void failures.push(cause), { wait: 500, check: 1_000, deliver: 1_000 })!;
};
const send = (through = server) =>
  sendMails({
    rules: vocabulary.accounts,
    people,
    database: accounts.pool,
    mailer: mailerOf(through),
    linkTo: (token) => `https://town.example/link/${token}`,
    now,
  });
let ask: AskForMail;
let needs: ResetNeeds;

beforeAll(async () => {
  database = await copyDatabase();
  accounts = openTestAccounts(database, now);
  ask = openAskForMail(accounts.pool, disguise, now);
  needs = {
    database: accounts.pool,
    throttle: openSignInThrottle(accounts.pool, disguise),
    passwords: openPasswords(cheap),
    journal: testJournal,
    policy: policyInForce,
    now,
  };
});
beforeEach(async () => {
  time = testNow;
  failures = [];
  server = await openMailServer();
  for (const table of ['attempt', 'account', 'mail', 'link']) await database.asOwner(`delete from identity.${table}`);
  await database.asOwner('delete from access_log.staged');
});
afterEach(() => server.close());
afterAll(async () => {
  await accounts.stop();
  await database.drop();
});

/** The token of the newest mail, whose lines are wrapped as mails wrap them. */
const tokenOf = (): string => /link\/([\w-]{43})/.exec(server.received.at(-1)!.text.replaceAll(/=\r?\n/g, ''))![1]!;
const waiting = async (): Promise<number> => (await database.asOwner('select from identity.mail')).length;

test('a link registers an account once, with a verified address', async () => {
  expect(await ask('REGISTER', 'Dog.Owner@example.org', 'en', from)).toEqual({ kind: 'asked' });
  await send();
  expect(server.received).toMatchObject([{ to: [email], text: expect.stringContaining('Your new account') }]);
  const token = tokenOf();
  const set = await setPassword(needs, token, newPassword, 'en', from);
  expect(set).toEqual({ kind: 'set', accountId: expect.any(String) });
  expect(await accounts.signIn(email, newPassword, from)).toMatchObject({ kind: 'signed-in' });
  expect(await setPassword(needs, token, 'another password', 'en', from)).toEqual({ kind: 'link-invalid' });
  expect(await accounts.signIn(email, newPassword, from)).toMatchObject({ kind: 'signed-in' });
});

test('a mail in French is in French', async () => {
  await ask('REGISTER', email, 'fr', from);
  await send();
  expect(server.received[0]!.text).toContain('Votre nouveau compte');
});

test('a link sets a new password, is used up with all others, and the owner is told', async () => {
  await storeAccount(database, { email, residentId: cast.resident });
  await ask('RESET', email, 'en', from);
  await ask('RESET', email, 'en', from);
  await send();
  const [first, second] = [server.received[0]!, server.received[1]!].map(
    ({ text }) => /link\/([\w-]{43})/.exec(text.replaceAll(/=\r?\n/g, ''))![1]!,
  );
  expect(await setPassword(needs, first!, newPassword, 'en', from)).toMatchObject({ kind: 'set' });
  expect(await accounts.signIn(email, goodPassword, from)).toEqual({ kind: 'refused' });
  expect(await accounts.signIn(email, newPassword, from)).toMatchObject({ kind: 'signed-in' });
  expect(await setPassword(needs, second!, 'another password', 'en', from)).toEqual({ kind: 'link-invalid' });
  await send();
  expect(server.received.at(-1)!.text).toContain('Your password was changed');
  const acts = await database.asOwner<{ act: string }>(
    `select content -> 'rootFields' ->> 0 as act from access_log.staged join access_log.template on template.id = template_id order by staged.ctid`,
  );
  expect(acts.map(({ act }) => act)).toEqual(['reset-password', 'sign-in-failed', 'sign-in']);
});

test('a new password ends the sessions and grants of the account, and of no other', async () => {
  const accountId = await storeAccount(database, { email });
  const store = (id: string, owner: string) =>
    database.asOwner(
      `insert into identity.artifact (id, model, payload, expires_at) values (sha256($1), 'Grant', jsonb_build_object('accountId', $2::text), 'infinity')`,
      [id, owner],
    );
  const grants = async (): Promise<number> => (await database.asOwner('select from identity.artifact')).length;
  await store('1', `${accountId} RESIDENT`);
  await store('2', accountId);
  await store('3', 'ffffffff-0000-4000-8000-000000000000 RESIDENT');
  expect(await grants()).toBe(3);
  await ask('RESET', email, 'en', from);
  await send();
  expect(await setPassword(needs, tokenOf(), newPassword, 'en', from)).toMatchObject({ kind: 'set' });
  expect(await grants()).toBe(1);
  await store('1', `${accountId} RESIDENT`);
  await changePassword(needs, accountId, { old: newPassword, new: goodPassword }, 'en', from);
  expect(await grants()).toBe(1);
  await database.asOwner('delete from identity.artifact');
});

test('an account that was tried too often signs in again after a reset', async () => {
  await storeAccount(database, { email });
  for (let tries = 0; tries < 40; tries += 1) await accounts.signIn(email, 'wrong horse battery', { address: `198.51.100.${tries}` });
  expect(await accounts.signIn(email, goodPassword, from)).toMatchObject({ kind: 'throttled' });
  await ask('RESET', email, 'en', from);
  await send();
  await setPassword(needs, tokenOf(), newPassword, 'en', from);
  expect(await accounts.signIn(email, newPassword, from)).toMatchObject({ kind: 'signed-in' });
});

test('a link is too old after its hours, and a password that may not be chosen does not use it up', async () => {
  await storeAccount(database, { email });
  await ask('RESET', email, 'en', from);
  await send();
  const token = tokenOf();
  after(linkHours * 60 - 1);
  expect(await setPassword(needs, token, 'short', 'en', from)).toEqual({ kind: 'refused', problem: 'TOO_SHORT' });
  expect(await setPassword(needs, token, 'dog.owner123', 'en', from)).toEqual({ kind: 'refused', problem: 'LIKE_EMAIL' });
  after(1);
  expect(await setPassword(needs, token, newPassword, 'en', from)).toEqual({ kind: 'link-invalid' });
});

test('the database holds no link that anyone could use', async () => {
  await storeAccount(database, { email });
  await ask('RESET', email, 'en', from);
  await send();
  const stored = JSON.stringify(await database.asOwner('select * from identity.link'));
  expect(stored).not.toContain(tokenOf());
  expect(await setPassword(needs, 'x'.repeat(43), newPassword, 'en', from)).toEqual({ kind: 'link-invalid' });
});

test('asking says nothing of an account: whether there is one is told in the mailbox alone', async () => {
  await storeAccount(database, { email });
  const answers = [];
  for (const kind of ['REGISTER', 'RESET'] as const)
    for (const one of [email, 'unknown@example.org', 'no address']) answers.push(await ask(kind, one, 'en', from));
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"kind":"asked"}']));
  await send();
  const subjects = server.received.map(({ to, text }) => [to[0], /Subject: (.*)\r/.exec(text)![1]]);
  expect(subjects).toEqual([
    [email, 'You have an account'],
    ['unknown@example.org', 'Your new account'],
    [email, 'Your new password'],
  ]);
  expect(await waiting()).toBe(0);
});

test('a mailbox gets three mails in an hour, and the fourth who asks gets the same answer', async () => {
  for (let asked = 0; asked <= mailLimits.mailbox.points; asked += 1)
    expect(await ask('REGISTER', email, 'en', from)).toEqual({ kind: 'asked' });
  await send();
  expect(server.received).toHaveLength(mailLimits.mailbox.points);
});

test('one network address asks for so many mails, and waits', async () => {
  for (let asked = 0; asked < mailLimits.address.points; asked += 1) await ask('REGISTER', `resident${asked}@example.org`, 'en', from);
  expect(await ask('REGISTER', email, 'en', from)).toEqual({ kind: 'throttled', seconds: expect.any(Number) });
});

test('who knows the old password changes it, and wrong ones count like failed sign-ins', async () => {
  const accountId = await storeAccount(database, { email });
  const change = (old: string, chosen = newPassword) => changePassword(needs, accountId, { old, new: chosen }, 'en', from);
  expect(await change('wrong horse battery')).toEqual({ kind: 'wrong-password' });
  expect(await change(goodPassword, 'password1234')).toEqual({ kind: 'refused', problem: 'COMMON' });
  expect(await change(goodPassword)).toEqual({ kind: 'set', accountId });
  expect(await accounts.signIn(email, newPassword, from)).toMatchObject({ kind: 'signed-in' });
  await send();
  expect(server.received.at(-1)!.text).toContain('Your password was changed');
  for (let tries = 0; tries < 10; tries += 1) await change('wrong horse battery');
  expect(await change(newPassword)).toMatchObject({ kind: 'throttled' });
});

test('a new password that may not be chosen is refused whatever the old one is, so that no old one is tried without an entry', async () => {
  const accountId = await storeAccount(database, { email });
  for (let tries = 0; tries < 10; tries += 1) await accounts.signIn(email, 'wrong horse battery', from);
  await database.asOwner('delete from access_log.staged');
  const tried = (await database.asOwner('select key, points from identity.attempt order by key')) as unknown;
  for (const old of [goodPassword, 'wrong horse battery'])
    expect(await changePassword(needs, accountId, { old, new: 'password1234' }, 'en', from)).toEqual({
      kind: 'refused',
      problem: 'COMMON',
    });
  expect(await database.asOwner('select key, points from identity.attempt order by key')).toEqual(tried);
  expect(await database.asOwner('select from access_log.staged')).toEqual([]);
});

test('networks of one IPv6 site ask for so many mails together, and wait', async () => {
  const askFrom = (site: string, network: number): ReturnType<AskForMail> =>
    ask('REGISTER', `resident${network}@example.org`, 'en', { address: `${site}:${network.toString(16)}` });
  for (let network = 0; network < mailLimits.address.site; network += 1) await askFrom('2001:db8:7', network);
  expect(await askFrom('2001:db8:7', 1_000)).toEqual({ kind: 'throttled', seconds: expect.any(Number) });
  expect(await askFrom('2001:db8:8', 1_001)).toEqual({ kind: 'asked' });
});

test('a person who signed in cannot use up the mails by which an owner gets a new password or a first passkey', async () => {
  const accountId = await storeAccount(database, { email });
  const stranger = await storeAccount(database, { email: 'stranger@example.org' });
  for (let asked = 0; asked <= mailLimits.mailbox.points; asked += 1)
    await ask('CHANGE_EMAIL', email, 'en', from, { accountId: stranger, epoch: 0 });
  await ask('FIRST_PASSKEY', email, 'en', from, { accountId, epoch: 0 });
  await send();
  expect(server.received.at(-1)!.text).toContain('Your first passkey');
  await ask('RESET', email, 'en', from);
  await send();
  expect(server.received.at(-1)!.text).toContain('Your new password');
  expect(await setPassword(needs, tokenOf(), newPassword, 'en', from)).toMatchObject({ kind: 'set' });
});
