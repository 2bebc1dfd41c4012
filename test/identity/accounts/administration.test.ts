import { people } from '../../../src/town/staff/people.ts';
import { vocabulary } from '../../../src/town/policy/words/vocabulary.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { administerAccount, type Administration } from '../../../src/identity/accounts/ending/administer-account.ts';
import { sendMails } from '../../../src/identity/accounts/mails/send-mails.ts';
import { removeExpired } from '../../../src/identity/server/tokens/remove-expired.ts';
import { sql } from '../../../src/platform/sql/sql.ts';
import type { Mail } from '../../../src/platform/mail/mail.ts';
import { testJournal } from '../../helpers/identity/journal.ts';
import { copyDatabase, testNow, type TestDatabase } from '../../helpers/database/cluster.ts';
import { goodPassword, openTestAccounts, storeAccount, type TestAccounts } from '../../helpers/identity/open-test-accounts.ts';
import { waitsForLock } from '../../helpers/database/waits-for-lock.ts';

// The acts of operators on accounts and of owners on their addresses, and the expiry of the rest.
const [linkInvalid, from] = [{ kind: 'link-invalid' }, { address: '203.0.113.7' }];
const [email, newEmail] = ['dog.owner@example.org', 'cat.owner@example.org'];
const journal = testJournal;
let database: TestDatabase;
let accounts: TestAccounts;
let sent: Mail[];
const now = (): Date => testNow;

beforeAll(async () => {
  database = await copyDatabase();
  accounts = openTestAccounts(database, now);
});
beforeEach(async () => {
  sent = [];
  for (const table of ['attempt', 'account', 'mail', 'link', 'artifact']) await database.asOwner(`delete from identity.${table}`);
  await database.asOwner('delete from access_log.staged');
});
afterAll(async () => {
  await accounts.stop();
  await database.drop();
});

const send = (meanwhile: () => Promise<unknown> = async () => undefined) =>
  sendMails({
    database: accounts.pool,
    rules: vocabulary.accounts,
    people,
    mailer: {
      deliver: async (mail) => (await meanwhile(), sent.push(mail), 'TAKEN'),
      send: () => undefined,
      check: async () => undefined,
      stop: async () => undefined,
    },
    linkTo: (token, kind) => `https://town.example/${kind}/${token}`,
    now,
  });
const tokenOf = (kind: string): string => new RegExp(`/${kind}/([\\w-]{43})`).exec(sent.at(-1)!.text)![1]!;
const signs = async (address: string): Promise<string> => (await accounts.signIn(address, goodPassword, from)).kind;
const entries = () =>
  database.asOwner(`select content -> 'rootFields' ->> 0 as act, content ->> 'outcome' as outcome
    from access_log.staged join access_log.template on template.id = template_id where content ->> 'operationType' = 'account' order by staged.ctid`);

const grants = async (): Promise<number> => (await database.asOwner('select from identity.artifact')).length;
const grant = (accountId: string) =>
  database.asOwner(
    `insert into identity.artifact (id, model, payload, expires_at)
     values (sha256(random()::text::bytea), 'Grant', jsonb_build_object('accountId', $1 || ' RESIDENT 0'), 'infinity')`,
    [accountId],
  );

test('an operator disables an account, enables it and ends its sessions, at once, each with an entry', async () => {
  const accountId = await storeAccount(database, { email, residentId: cast.resident });
  const administer = (act: Administration, by: Parameters<typeof administerAccount>[3] = { email }) =>
    administerAccount(accounts.pool, journal, act, by, now());
  await grant(accountId);
  expect([await signs(email), await grants()]).toEqual(['signed-in', 1]);
  expect(await administer('end-sessions')).toBe(accountId);
  expect([await signs(email), await grants()]).toEqual(['signed-in', 0]);
  await grant(accountId);
  expect(await administer('disable-account')).toBe(accountId);
  expect([await signs(email), await grants(), await accounts.capacities(accountId)]).toEqual(['refused', 0, []]);
  expect(await administer('disable-account')).toBeUndefined();
  expect(await administer('enable-account', { id: accountId })).toBe(accountId);
  expect(await administer('enable-account')).toBeUndefined();
  expect(await signs(email)).toBe('signed-in');
  expect(await administer('disable-account', { email: newEmail })).toBeUndefined();
  expect((await entries()).filter(({ act }) => !String(act).startsWith('sign-in'))).toEqual(
    ['end-sessions', 'disable-account', 'enable-account'].map((act) => ({ act, outcome: 'ANSWERED' })),
  );
});

test('an operator removes every passkey and recovery code of an account with what they signed in, and of no other', async () => {
  const accountId = await storeAccount(database, { email, residentId: cast.resident });
  const other = await storeAccount(database, { email: newEmail });
  for (const id of [accountId, other]) {
    await database.asOwner(
      `insert into identity.passkey (id, account_id, public_key, counter, transports, backed_up, name, created_at)
       values ($1, $2, '', 0, '{}', false, 'Key', now())`,
      [`passkey of ${id}`, id],
    );
    await database.asOwner(`insert into identity.recovery_code (account_id, hash) values ($1, sha256('code'))`, [id]);
    await database.asOwner(
      `insert into identity.artifact (id, model, payload, expires_at)
       values (sha256($1::text::bytea), 'Grant', jsonb_build_object('accountId', $1 || ' RESIDENT'), 'infinity')`,
      [id],
    );
  }
  const kept = async (): Promise<number[]> =>
    Promise.all(
      ['passkey', 'recovery_code', 'artifact'].map(async (table) => (await database.asOwner(`select from identity.${table}`)).length),
    );
  expect(await kept()).toEqual([2, 2, 2]);
  expect(await administerAccount(accounts.pool, journal, 'remove-passkeys', { email }, now())).toBe(accountId);
  expect(await kept()).toEqual([1, 1, 1]);
  expect(await database.asOwner('select account_id from identity.passkey')).toEqual([{ account_id: other }]);
  expect(await entries()).toEqual([{ act: 'remove-passkeys', outcome: 'ANSWERED' }]);
});

test('nothing is done with an account without an entry', async () => {
  const accountId = await storeAccount(database, { email });
  await database.asOwner('revoke insert on access_log.staged from ntk_identity');
  await expect(administerAccount(accounts.pool, journal, 'disable-account', { email }, now())).rejects.toMatchObject({
    code: 'LOG_UNAVAILABLE',
  });
  await database.asOwner('grant insert on access_log.staged to ntk_identity');
  expect(await database.asOwner('select id, disabled_at from identity.account')).toEqual([{ id: accountId, disabled_at: null }]);
});

test('an owner gets another address by a link that is mailed there, once, and the old address is told', async () => {
  const accountId = await storeAccount(database, { email, residentId: cast.resident });
  await accounts.askForMail('RESET', email, 'en', from);
  await send();
  const oldLink = tokenOf('PASSWORD');
  expect(await accounts.askForMail('CHANGE_EMAIL', 'Cat.Owner@example.org', 'fr', from, { accountId, epoch: 0 })).toEqual({
    kind: 'asked',
  });
  await send();
  expect(sent.at(-1)).toMatchObject({ to: newEmail, subject: 'Votre nouvelle adresse' });
  const token = tokenOf('EMAIL');
  // A link for an address sets no password, and one for a password changes no address.
  expect(await accounts.setPassword(token, 'staple battery horse', 'en', from)).toEqual({ kind: 'link-invalid' });
  expect(await accounts.changeEmail(oldLink, goodPassword, 'en', from)).toEqual(linkInvalid);
  expect([await signs(email), await signs(newEmail)]).toEqual(['signed-in', 'refused']);
  await grant(accountId);
  expect(await grants()).toBe(1);
  expect(await accounts.changeEmail(token, 'staple battery horse', 'fr', from)).toEqual({ kind: 'wrong-password' });
  expect(await accounts.changeEmail(token, goodPassword, 'fr', from)).toEqual({ kind: 'changed', email: newEmail });
  // Sessions from before then have ended.
  expect(await grants()).toBe(0);
  expect([await signs(email), await signs(newEmail)]).toEqual(['refused', 'signed-in']);
  await send();
  expect(sent.at(-1)).toMatchObject({ to: email, subject: 'Votre compte a une autre adresse' });
  expect(await accounts.changeEmail(token, goodPassword, 'fr', from)).toEqual(linkInvalid);
  expect(await accounts.setPassword(oldLink, 'staple battery horse', 'en', from)).toEqual({ kind: 'link-invalid' });
  expect((await entries()).map(({ act }) => act)).toContain('change-email');
});

test.each<[string, (accountId: string) => Promise<unknown>]>([
  ['a new password', (accountId) => accounts.changePassword(accountId, { old: goodPassword, new: 'staple battery horse' }, 'en', from)],
  ['an operator who ends the sessions', () => administerAccount(accounts.pool, journal, 'end-sessions', { email }, now())],
])('a change of address that was asked for does not outlive %s', async (_what, end) => {
  const accountId = await storeAccount(database, { email, residentId: cast.resident });
  await accounts.askForMail('CHANGE_EMAIL', newEmail, 'en', from, { accountId, epoch: 0 });
  await send();
  const token = tokenOf('EMAIL');
  expect(await accounts.readLink('EMAIL', token)).toMatchObject({ email: newEmail });
  await accounts.askForMail('CHANGE_EMAIL', 'thief@example.org', 'en', from, { accountId, epoch: 0 });
  await end(accountId);
  expect(await accounts.changeEmail(token, goodPassword, 'en', from)).toEqual(linkInvalid);
  await send();
  expect(sent.map(({ to }) => to)).not.toContain('thief@example.org');
  expect(await database.asOwner('select email from identity.account')).toEqual([{ email }]);
});

test('a mail that is being sent brings no link once everything has ended', async () => {
  const accountId = await storeAccount(database, { email, residentId: cast.resident });
  for (const to of ['first@example.org', 'second@example.org']) {
    await accounts.askForMail('CHANGE_EMAIL', to, 'en', from, { accountId, epoch: 0 });
    await database.asOwner("update identity.mail set next_try_at = next_try_at - interval '1 second'");
  }
  await send(() => administerAccount(accounts.pool, journal, 'end-sessions', { email }, now()));
  expect(sent.map(({ to }) => to)).toEqual(['first@example.org']);
  expect(await database.asOwner('select from identity.link')).toEqual([]);
});

test('an account that becomes an employee’s while its address is changed keeps the address', async () => {
  const accountId = await storeAccount(database, { email });
  await accounts.askForMail('CHANGE_EMAIL', newEmail, 'en', from, { accountId, epoch: 0 });
  await send();
  let change: Promise<unknown> | undefined;
  await accounts.pool.transaction(async (transaction) => {
    await sql`update identity.account set employee_id = ${cast.clerk}::uuid`.execute(transaction);
    change = accounts.changeEmail(tokenOf('EMAIL'), goodPassword, 'en', from);
    await waitsForLock(database);
  });
  expect(await change).toEqual(linkInvalid);
  expect(await database.asOwner('select email from identity.account')).toEqual([{ email }]);
});

test('an address of another account is told in that mailbox alone, and is not taken over', async () => {
  const accountId = await storeAccount(database, { email });
  await storeAccount(database, { email: newEmail });
  const ask = (to: string) => accounts.askForMail('CHANGE_EMAIL', to, 'en', from, { accountId, epoch: 0 });
  expect(await ask(newEmail)).toEqual({ kind: 'asked' });
  expect(await ask('nobody@example.org')).toEqual({ kind: 'asked' });
  await send();
  expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
    [newEmail, 'This address has an account'],
    ['nobody@example.org', 'Your new address'],
  ]);
  const token = tokenOf('EMAIL');
  // Another person registers the address before the link is opened.
  await storeAccount(database, { email: 'nobody@example.org' });
  expect(await accounts.changeEmail(token, goodPassword, 'en', from)).toEqual(linkInvalid);
  expect([await signs(email), await signs(newEmail)]).toEqual(['signed-in', 'signed-in']);
});

test('an employee’s account keeps the invited address, and a disabled one its own', async () => {
  const clerk = await storeAccount(database, { email, employeeId: cast.clerk });
  await accounts.askForMail('CHANGE_EMAIL', newEmail, 'en', from, { accountId: clerk, epoch: 0 });
  await send();
  expect(sent).toEqual([]);
  const resident = await storeAccount(database, { email: 'resident@example.org' });
  await accounts.askForMail('CHANGE_EMAIL', newEmail, 'en', from, { accountId: resident, epoch: 0 });
  await send();
  await database.asOwner('update identity.account set disabled_at = now() where id = $1', [resident]);
  expect(await accounts.changeEmail(tokenOf('EMAIL'), goodPassword, 'en', from)).toEqual({ kind: 'wrong-password' });
});

test('whatever expires is removed, in batches', async () => {
  const accountId = await storeAccount(database, { email });
  for (const [table, columns, values] of [
    ['stranger_failure', 'hour, failures', `$1::timestamptz - make_interval(days => 90, secs => n * 0.001), 1`],
    ['link', 'hash, kind, email, valid_until', `sha256(n::text::bytea), 'PASSWORD', 'a@example.org', $1`],
    ['challenge', 'hash, kind, valid_until', `sha256(n::text::bytea), 'SIGN_IN', $1`],
    ['replay', 'digest, expires_at', 'sha256(n::text::bytea), $1'],
    ['artifact', 'id, model, payload, expires_at', `sha256(n::text::bytea), 'Grant', '{}', $1`],
    [
      'session',
      `id, hash, account_id, role, principal_id, acr, amr, proven_at, made_at, last_used_at, idle_seconds, expires_at`,
      `gen_random_uuid(), sha256(n::text::bytea), '${accountId}', 'RESIDENT', '${cast.resident}', 'a', '{}', now(), now(), now(), 60, $1`,
    ],
    ['attempt', 'key, points, expire', `n::text, 1, extract(epoch from $1::timestamptz) * 1000`],
  ] as const) {
    await database.asOwner(`delete from identity.${table}`);
    const store = (first: number, last: number, until: Date) =>
      database.asOwner(`insert into identity.${table} (${columns}) select ${values} from generate_series(${first}, ${last}) n`, [until]);
    await store(1, 1_100, new Date(Date.now() - 2 * 3_600_000));
    await store(1_101, 1_102, new Date(Date.now() + 3_600_000));
    expect([table, await removeExpired(accounts.pool)]).toEqual([table, 1_100]);
    expect([table, (await database.asOwner(`select from identity.${table}`)).length]).toEqual([table, 2]);
  }
  await database.asOwner(
    `insert into identity.claim_code (hash, resident_id, issued_by, issued_at, valid_until) values (sha256('code'), $1, $2, now(), now() - interval '1 minute')`,
    [cast.resident, cast.clerk],
  );
  expect(await removeExpired(accounts.pool)).toBe(1);
});
