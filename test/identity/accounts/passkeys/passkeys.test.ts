import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { passkeyAcr, passwordAcr, recoveryAcr, type Acr } from '../../../../src/identity/accounts/passkeys/assurance.ts';
import { listPasskeys } from '../../../../src/identity/accounts/passkeys/passkey-rows.ts';
import { storeLink } from '../../../../src/identity/accounts/mails/links.ts';
import { openLink } from '../../../../src/identity/accounts/mails/opened-links.ts';
import { openPasswords } from '../../../../src/identity/accounts/passwords/passwords.ts';
import { makeRecoveryCodes, useRecoveryCode } from '../../../../src/identity/accounts/proofs/recovery-codes.ts';
import { addPasskey, makeRegistrationOptions, type AddingSession } from '../../../../src/identity/accounts/passkeys/register-passkey.ts';
import { removePasskey } from '../../../../src/identity/accounts/passkeys/remove-passkey.ts';
import { openSignInThrottle } from '../../../../src/identity/accounts/sign-in/sign-in.ts';
import {
  challengeLimit,
  makeSignInOptions,
  makeStepUpOptions,
  failureLimit,
  verifyPasskey,
  type PasskeySignInNeeds,
} from '../../../../src/identity/accounts/passkeys/verify-passkey.ts';
import { addressLimitersIn, limitersIn } from '../../../../src/platform/sql/limiters.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { testJournal } from '../../../helpers/identity/journal.ts';
import { copyDatabase, testNow, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { cheap, goodPassword, openTestAccounts, storeAccount, type TestAccounts } from '../../../helpers/identity/open-test-accounts.ts';
import { storeSession } from '../../../helpers/identity/store-passkey.ts';
import { openSoftwareAuthenticator, type SoftwareAuthenticator } from '../../../../demo/sign-in/software-authenticator.ts';

const origin = 'https://town.example';
const from = { address: '203.0.113.7' };
const disguise = (kind: string, text: string): string => `${kind} ${text}`;
let database: TestDatabase;
let accounts: TestAccounts;
let needs: PasskeySignInNeeds;
let time: Date;
let officer: string;
let key: SoftwareAuthenticator;

beforeAll(async () => {
  database = await copyDatabase();
  accounts = openTestAccounts(database, () => time);
  needs = {
    database: accounts.pool,
    journal: testJournal,
    now: () => time,
    site: { id: 'town.example', name: 'The Town' },
    origins: [origin],
    limiter: addressLimitersIn(accounts.pool, ['identity', 'attempt'], disguise)(challengeLimit),
    failures: limitersIn(accounts.pool, ['identity', 'attempt'])(failureLimit),
    disguise,
  };
});
beforeEach(async () => {
  time = testNow;
  for (const table of ['identity.attempt', 'identity.account', 'identity.challenge', 'identity.mail', 'access_log.staged'])
    await database.asOwner(`delete from ${table}`);
  officer = await storeAccount(database, { email: 'officer@example.org', employeeId: cast.privacyOfficer });
  key = openSoftwareAuthenticator(origin);
});
afterAll(async () => {
  await accounts.stop();
  await database.drop();
});

/** A session whose owner has opened the link from the mailbox. */
const proven = async (acr: Acr = passwordAcr, accountId = officer): Promise<AddingSession> => {
  const session = await storeSession(database, accountId, acr);
  const token = await storeLink(accounts.pool, 'PASSKEY', 'officer@example.org', accountId, time);
  expect(await openLink(accounts.pool, 'PASSKEY', token, session, time)).toBe(true);
  return session;
};
const add = async (session: AddingSession, authenticator = key, faults?: Parameters<typeof key.create>[1]): Promise<boolean> => {
  const options = await makeRegistrationOptions(needs, session);
  return options !== undefined && addPasskey(needs, session, authenticator.create(options, faults), 'My key', 'en');
};
const register = async (authenticator = key, acr: Acr = passwordAcr, accountId = officer): Promise<boolean> =>
  add(await proven(acr, accountId), authenticator);
const challenge = async () => {
  const asked = await makeSignInOptions(needs, from);
  if (asked.kind !== 'options') throw new Error('throttled');
  return asked.options;
};
const mails = () => database.asOwner('select kind, email, language from identity.mail order by asked_at, kind');
const acts = async (): Promise<string[]> =>
  (
    await database.asOwner<{ act: string }>(
      `select content -> 'rootFields' ->> 0 as act from access_log.staged join access_log.template on template.id = template_id order by staged.ctid`,
    )
  ).map(({ act }) => act);

test('a passkey is added after a sign-in, signs in without a name, and lets an officer act', async () => {
  expect(await register()).toBe(true);
  const signedIn = await verifyPasskey(needs, key.get(await challenge()));
  expect(signedIn).toEqual({ kind: 'signed-in', accountId: officer, epoch: 1, acr: passkeyAcr, amr: ['pop', 'user'] });
  expect(await accounts.capacities(officer, passkeyAcr)).toMatchObject([{ role: 'PRIVACY_OFFICER' }]);
  expect(await listPasskeys(accounts.pool, officer)).toMatchObject([
    { name: 'My key', createdAt: testNow, lastUsedAt: testNow, counter: 2 },
  ]);
  expect(await acts()).toEqual(['add-first-passkey', 'sign-in']);
  expect(await mails()).toEqual([{ kind: 'PASSKEY_ADDED', email: 'officer@example.org', language: 'en' }]);
});

test('a step-up is for the account that is signed in, by one of its own passkeys', async () => {
  await register();
  const other = await storeAccount(database, { email: 'other@example.org' });
  const otherKey = openSoftwareAuthenticator(origin);
  await register(otherKey, passwordAcr, other);
  const options = await makeStepUpOptions(needs, officer);
  expect(options.allowCredentials).toHaveLength(1);
  expect(await verifyPasskey(needs, otherKey.get(options), officer)).toEqual({ kind: 'refused' });
  expect(await verifyPasskey(needs, key.get(options), officer)).toMatchObject({ kind: 'signed-in', accountId: officer });
  // A challenge of a sign-in does not serve a step-up, nor the other way round.
  expect(await verifyPasskey(needs, key.get(await challenge()), officer)).toEqual({ kind: 'refused' });
  expect(await verifyPasskey(needs, key.get(await makeStepUpOptions(needs, officer)))).toEqual({ kind: 'refused' });
  expect(await acts()).toEqual(['add-first-passkey', 'add-first-passkey', 'step-up-failed', 'step-up', 'step-up-failed', 'sign-in-failed']);
});

test('an answer signs in once, also that of a passkey that counts nothing', async () => {
  const uncounted = { counter: 0 };
  expect(await add(await proven(), key, uncounted)).toBe(true);
  const answer = key.get(await challenge(), uncounted);
  expect(await verifyPasskey(needs, answer)).toMatchObject({ kind: 'signed-in' });
  expect(await verifyPasskey(needs, answer)).toEqual({ kind: 'refused' });
  expect(await verifyPasskey(needs, key.get(await challenge(), uncounted))).toMatchObject({ kind: 'signed-in' });
});

test.each([
  ['of another page', { origin: 'https://town.example.evil' }],
  ['for another domain', { rpId: 'evil.example' }],
  ['to a challenge that was never made', { challenge: Buffer.alloc(32).toString('base64url') }],
  ['without a verified user', { isVerified: false }],
  ['with a counter that did not rise', { counter: 1 }],
  ['for another user', { userHandle: Buffer.alloc(16).toString('base64url') }],
])('an answer %s signs no one in', async (_what, faults) => {
  await register();
  expect(await verifyPasskey(needs, key.get(await challenge()))).toMatchObject({ kind: 'signed-in' });
  expect(await verifyPasskey(needs, key.get(await challenge(), faults))).toEqual({ kind: 'refused' });
});

test('an answer is used once, and in time', async () => {
  await register();
  const answer = key.get(await challenge());
  expect(await verifyPasskey(needs, answer)).toMatchObject({ kind: 'signed-in' });
  expect(await verifyPasskey(needs, answer)).toEqual({ kind: 'refused' });
  const late = key.get(await challenge());
  time = new Date(testNow.getTime() + 5 * 60_000);
  expect(await verifyPasskey(needs, late)).toEqual({ kind: 'refused' });
});

test('an unknown passkey is refused like a known one, and counted', async () => {
  expect(await verifyPasskey(needs, key.get(await challenge()))).toEqual({ kind: 'refused' });
  expect(await acts()).toEqual([]);
  expect(await database.asOwner('select failures from identity.stranger_failure')).toEqual([{ failures: 1 }]);
});

test('a disabled account neither signs in nor adds a passkey', async () => {
  await register();
  const answer = key.get(await challenge());
  await database.asOwner('update identity.account set disabled_at = now()');
  expect(await verifyPasskey(needs, answer)).toEqual({ kind: 'refused' });
  expect(await register(openSoftwareAuthenticator(origin), passkeyAcr)).toBe(false);
});

test('a password alone adds the first passkey and no other', async () => {
  expect(await register()).toBe(true);
  const second = openSoftwareAuthenticator(origin);
  expect(await register(second, passwordAcr)).toBe(false);
  expect(await register(second, passkeyAcr)).toBe(true);
  expect(await listPasskeys(accounts.pool, officer)).toHaveLength(2);
});

test('what another page or domain made, or answers another challenge, is not added', async () => {
  const session = await proven();
  const options = (await makeRegistrationOptions(needs, session))!;
  for (const faults of [{ origin: 'https://evil.example' }, { rpId: 'evil.example' }, { challenge: 'AAAA' }, { isVerified: false }]) {
    expect(await addPasskey(needs, session, key.create(options, faults), 'Key', 'en')).toBe(false);
  }
  const fresh = (await makeRegistrationOptions(needs, session))!;
  const other = await proven(passwordAcr, await storeAccount(database, { email: 'other@example.org' }));
  expect(await addPasskey(needs, other, key.create(fresh), 'Key', 'en')).toBe(false);
  expect(await addPasskey(needs, session, key.create(fresh), 'Key', 'en')).toBe(true);
});

test('a removed passkey signs no one in, and no one removes another’s', async () => {
  await register();
  const [{ id } = { id: '' }] = await listPasskeys(accounts.pool, officer);
  const other = await storeAccount(database, { email: 'other@example.org' });
  const remove = (accountId: string, language: 'en' | 'fr' = 'en') =>
    removePasskey({ ...needs, policy: policyInForce }, accountId, id, language);
  expect(await remove(other)).toBeUndefined();
  expect(await verifyPasskey(needs, key.get(await challenge()))).toMatchObject({ kind: 'signed-in' });
  await database.asOwner(
    `insert into identity.artifact (id, model, payload, expires_at)
     values (sha256('grant'), 'Grant', jsonb_build_object('accountId', $1 || ' PRIVACY_OFFICER'), 'infinity')`,
    [officer],
  );
  expect(await register(openSoftwareAuthenticator(origin), passkeyAcr)).toBe(true);
  const added = await mails();
  expect(added.map(({ kind }) => kind)).toEqual(['PASSKEY_ADDED', 'PASSKEY_ADDED']);
  await database.asOwner('revoke insert on identity.mail from ntk_identity');
  await expect(remove(officer, 'fr')).rejects.toThrow('permission denied');
  await database.asOwner('grant insert on identity.mail to ntk_identity');
  expect(await listPasskeys(accounts.pool, officer)).toHaveLength(2);
  expect(await remove(officer, 'fr')).toEqual({ kind: 'removed', epoch: 2, wasLast: false });
  expect(await mails()).toEqual([...added, { kind: 'PASSKEY_REMOVED', email: 'officer@example.org', language: 'fr' }]);
  expect(await database.asOwner('select from identity.artifact')).toEqual([]);
  expect(await verifyPasskey(needs, key.get(await challenge()))).toEqual({ kind: 'refused' });
});

test('wrong answers for a known passkey have so many entries, then are counted, and never refuse a right one', async () => {
  await register();
  const wrong = key.get(await challenge(), { challenge: Buffer.alloc(32).toString('base64url') });
  for (let tried = 0; tried < failureLimit.points + 5; tried += 1) expect(await verifyPasskey(needs, wrong)).toEqual({ kind: 'refused' });
  expect((await acts()).filter((act) => act === 'sign-in-failed')).toHaveLength(failureLimit.points);
  expect(await verifyPasskey(needs, key.get(await challenge()))).toMatchObject({ kind: 'signed-in' });
});

test('one network address gets so many challenges, and waits', async () => {
  for (let asked = 0; asked < challengeLimit.points; asked += 1) await challenge();
  expect(await makeSignInOptions(needs, from)).toEqual({ kind: 'throttled', seconds: expect.any(Number) });
  expect(await makeSignInOptions(needs, { address: '203.0.113.8' })).toMatchObject({ kind: 'options' });
});

test('a recovery code works once, lets one add a passkey, and is no passkey', async () => {
  const signIn = { ...needs, passwords: openPasswords(cheap), throttle: openSignInThrottle(accounts.pool, disguise) };
  await register();
  const session = await storeSession(database, officer, passkeyAcr);
  expect(await makeRecoveryCodes(signIn, { ...session, acr: passwordAcr }, 'en')).toBeUndefined();
  const codes = (await makeRecoveryCodes(signIn, session, 'en'))!;
  expect(new Set(codes).size).toBe(10);
  expect(await mails()).toContainEqual({ kind: 'RECOVERY_CODES_MADE', email: 'officer@example.org', language: 'en' });
  expect(JSON.stringify(await database.asOwner('select * from identity.recovery_code'))).not.toContain(codes[0]);
  const use = (code: string) => useRecoveryCode(signIn, officer, code, from);
  expect(await accounts.signIn('officer@example.org', goodPassword, from)).toMatchObject({ acr: passwordAcr });
  expect(await use('0000-0000-0000-0000-0000-0000-0000')).toEqual({ kind: 'refused' });
  expect(await use(codes[0]!.toLowerCase())).toEqual({
    kind: 'signed-in',
    accountId: officer,
    epoch: 1,
    acr: recoveryAcr,
    amr: ['pwd', 'otp'],
  });
  expect(await use(codes[0]!)).toEqual({ kind: 'refused' });
  expect(await accounts.capacities(officer, recoveryAcr)).toEqual([]);
  expect(await register(openSoftwareAuthenticator(origin), recoveryAcr)).toBe(true);
  await makeRecoveryCodes(signIn, session, 'en');
  expect(await use(codes[1]!)).toEqual({ kind: 'refused' });
});
