import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { passkeyAcr, passwordAcr } from '../../../../src/identity/accounts/passkeys/assurance.ts';
import { openPasswords, type Passwords } from '../../../../src/identity/accounts/passwords/passwords.ts';
import { signInLimits } from '../../../../src/identity/accounts/sign-in/sign-in.ts';
import { copyDatabase, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { cheap, goodPassword, openTestAccounts, storeAccount, type TestAccounts } from '../../../helpers/identity/open-test-accounts.ts';

const from = { address: '203.0.113.7' };
let database: TestDatabase;
let accounts: TestAccounts;
/** The hashes that passwords were verified against. */
let verified: string[];

const watched = (): Passwords => {
  const passwords = openPasswords(cheap);
  return {
    ...passwords,
    verify: (password, hash, holder) => {
      verified.push(hash);
      return passwords.verify(password, hash, holder);
    },
  };
};

beforeAll(async () => {
  database = await copyDatabase();
  accounts = openTestAccounts(database, undefined, watched());
});
beforeEach(async () => {
  verified = [];
  await database.asOwner('delete from identity.attempt');
  await database.asOwner('delete from identity.account');
  await database.asOwner('delete from access_log.staged');
  await database.asOwner('delete from identity.stranger_failure');
});
afterAll(async () => {
  await accounts.stop();
  await database.drop();
});

/** The entries about accounts: act, principal, data subjects, relationship. */
const entries = () =>
  database.asOwner<{ act: string; principal: string | null; subjects: string[]; outcome: string }>(
    `select template.content -> 'rootFields' ->> 0 as act, principal_id as principal, subjects, template.content ->> 'outcome' as outcome
     from access_log.staged join access_log.template on template.id = template_id where template.content ->> 'operationType' = 'account'`,
  );
const strangers = async (): Promise<number> => {
  const [row] = await database.asOwner<{ failures: number }>(
    'select coalesce(sum(failures), 0)::int as failures from identity.stranger_failure',
  );
  return row!.failures;
};

test('the right password signs in, however the address is written', async () => {
  const accountId = await storeAccount(database, { email: 'dog.owner@example.org' });
  expect(await accounts.signIn(' Dog.Owner@Example.ORG', goodPassword, from)).toEqual({
    kind: 'signed-in',
    accountId,
    epoch: 0,
    acr: passwordAcr,
    amr: ['pwd'],
  });
});

test('a sign-in belongs to the epoch of the hash that it was verified against, whatever changes meanwhile', async () => {
  const email = 'dog.owner@example.org';
  const accountId = await storeAccount(database, { email, residentId: cast.resident });
  const passwords = openPasswords(cheap);
  const slow = openTestAccounts(database, undefined, {
    ...passwords,
    verify: async (password, hash, holder) => {
      const result = await passwords.verify(password, hash, holder);
      await database.asOwner('update identity.account set epoch = 1');
      return result;
    },
  });
  const result = await slow.signIn(email, goodPassword, from);
  await slow.stop();
  expect(result).toMatchObject({ kind: 'signed-in', epoch: 0 });
  expect(await accounts.capacities(accountId, passwordAcr, 0)).toEqual([]);
  expect(await accounts.capacities(accountId, passwordAcr, 1)).toMatchObject([{ role: 'RESIDENT' }]);
});

test('a wrong password, an unknown, a disabled and a passwordless account and no address get the same answer after the same work', async () => {
  await storeAccount(database, { email: 'known@example.org' });
  await storeAccount(database, { email: 'disabled@example.org', disabled: true });
  await storeAccount(database, { email: 'passkey@example.org', password: null });
  expect(await accounts.signIn('known@example.org', goodPassword, from)).toMatchObject({ kind: 'signed-in' });
  verified = [];
  const tries = [
    ['known@example.org', 'wrong horse battery'],
    ['unknown@example.org', goodPassword],
    ['disabled@example.org', goodPassword],
    ['passkey@example.org', goodPassword],
    ['no address', goodPassword],
  ] as const;
  for (const [email, password] of tries) expect(await accounts.signIn(email, password, from)).toEqual({ kind: 'refused' });
  expect(verified).toHaveLength(tries.length);
  // Each hash costs the same.
  expect(new Set(verified.map((hash) => hash.split('$')[3]))).toEqual(new Set(['m=64,t=1,p=1']));
});

test('a sign-in and each failure has an entry about the person, without the address; a stranger’s failure is counted', async () => {
  await storeAccount(database, { email: 'dog.owner@example.org', residentId: cast.resident, employeeId: cast.clerk });
  await accounts.signIn('dog.owner@example.org', goodPassword, from);
  await accounts.signIn('dog.owner@example.org', 'wrong horse battery', from);
  await accounts.signIn('unknown@example.org', 'wrong horse battery', from);
  const subjects = [cast.resident, cast.clerk];
  expect(await entries()).toEqual([
    { act: 'sign-in', principal: cast.resident, subjects, outcome: 'ANSWERED' },
    { act: 'sign-in-failed', principal: null, subjects, outcome: 'REFUSED' },
  ]);
  expect(await strangers()).toBe(1);
  const stored = JSON.stringify(
    await database.asOwner('select staged.*, template.text from access_log.staged join access_log.template on template.id = template_id'),
  );
  expect(stored).not.toMatch(/example\.org|203\.0/);
});

test('no one is signed in without an entry', async () => {
  await storeAccount(database, { email: 'dog.owner@example.org' });
  await database.asOwner('revoke insert on access_log.staged from ntk_identity');
  await expect(accounts.signIn('dog.owner@example.org', goodPassword, from)).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE' });
  await database.asOwner('grant insert on access_log.staged to ntk_identity');
  expect(await accounts.signIn('dog.owner@example.org', goodPassword, from)).toMatchObject({ kind: 'signed-in' });
});

test('a password whose hash cost less is hashed again at the next sign-in', async () => {
  await storeAccount(database, { email: 'dog.owner@example.org' });
  const dear = openTestAccounts(database, undefined, openPasswords({ memory: 128, passes: 1, parallelism: 1 }));
  const hashNow = async (): Promise<string> =>
    (await database.asOwner<{ hash: string }>('select password_hash as hash from identity.account'))[0]!.hash;
  expect(await hashNow()).toContain('$m=64,');
  expect(await dear.signIn('dog.owner@example.org', 'wrong horse battery', from)).toEqual({ kind: 'refused' });
  expect(await hashNow()).toContain('$m=64,');
  expect(await dear.signIn('dog.owner@example.org', goodPassword, from)).toMatchObject({ kind: 'signed-in' });
  expect(await hashNow()).toContain('$m=128,');
  expect(await dear.signIn('dog.owner@example.org', goodPassword, from)).toMatchObject({ kind: 'signed-in' });
  await dear.stop();
});

test('while too many passwords are being hashed, a sign-in is told when to come again', async () => {
  await storeAccount(database, { email: 'dog.owner@example.org' });
  const busy = openTestAccounts(database, undefined, { ...openPasswords(cheap), verify: () => Promise.resolve('OVERDUE') });
  expect(await busy.signIn('dog.owner@example.org', goodPassword, from)).toEqual({ kind: 'throttled', seconds: 5 });
  await busy.stop();
});

test('after ten failures from one address, the right password waits too, and signs in from elsewhere', async () => {
  await storeAccount(database, { email: 'dog.owner@example.org' });
  for (let tries = 0; tries < signInLimits.pair.points; tries += 1) {
    expect(await accounts.signIn('dog.owner@example.org', 'wrong horse battery', from)).toEqual({ kind: 'refused' });
  }
  expect(await accounts.signIn('dog.owner@example.org', goodPassword, from)).toEqual({ kind: 'throttled', seconds: expect.any(Number) });
  expect(await accounts.signIn('dog.owner@example.org', goodPassword, { address: '203.0.113.8' })).toMatchObject({ kind: 'signed-in' });
});

test('an address that no account has is throttled after as many failures, for as long', async () => {
  const answersOf = async (email: string): Promise<unknown[]> => {
    const answers = [];
    for (let tries = 0; tries <= signInLimits.pair.points; tries += 1)
      answers.push(await accounts.signIn(email, 'wrong horse battery', from));
    return answers.map((answer) => (answer.kind === 'throttled' ? Math.round(answer.seconds / 60) : answer.kind));
  };
  await storeAccount(database, { email: 'dog.owner@example.org' });
  expect(await answersOf('unknown@example.org')).toEqual(await answersOf('dog.owner@example.org'));
});

test('a sign-in takes back what failures counted', async () => {
  await storeAccount(database, { email: 'dog.owner@example.org' });
  for (let round = 0; round < 3; round += 1) {
    for (let tries = 1; tries < signInLimits.pair.points; tries += 1)
      await accounts.signIn('dog.owner@example.org', 'wrong horse battery', from);
    expect(await accounts.signIn('dog.owner@example.org', goodPassword, from)).toMatchObject({ kind: 'signed-in' });
  }
});

test('a resident, an employee and a person who is both act in their own roles, one at a time', async () => {
  const resident = await storeAccount(database, { email: 'resident@example.org', residentId: cast.resident });
  const clerk = await storeAccount(database, { email: 'clerk@example.org', employeeId: cast.clerk });
  const both = await storeAccount(database, { email: 'both@example.org', residentId: cast.neighbour, employeeId: cast.supporter });
  const newcomer = await storeAccount(database, { email: 'newcomer@example.org' });
  const of = async (id: string): Promise<unknown> => (await accounts.capacities(id)).map(({ role, principalId }) => [role, principalId]);
  expect(await of(resident)).toEqual([['RESIDENT', cast.resident]]);
  expect(await of(clerk)).toEqual([['CUSTOMER_SERVICE', cast.clerk]]);
  expect(await of(both)).toEqual([
    ['RESIDENT', cast.neighbour],
    ['SUPPORT', cast.supporter],
  ]);
  // The record that a newcomer registers will have the id of the account.
  expect(await of(newcomer)).toEqual([['RESIDENT', newcomer]]);
  expect((await accounts.capacities(clerk))[0]?.purposes).toEqual(['SERVICE_PROVISION', 'PAYMENT', 'AGE_VERIFICATION']);
});

test('an officer acts as one with a passkey only', async () => {
  const officer = await storeAccount(database, { email: 'officer@example.org', employeeId: cast.privacyOfficer });
  expect(await accounts.capacities(officer, passkeyAcr)).toMatchObject([{ role: 'PRIVACY_OFFICER', principalId: cast.privacyOfficer }]);
  expect(await accounts.capacities(officer, passwordAcr)).toEqual([]);
  expect(await accounts.capacities(officer)).toEqual([]);
});

test('an account that is disabled, or whose person has left, acts in nothing', async () => {
  const resident = await storeAccount(database, { email: 'resident@example.org', residentId: cast.resident });
  const clerk = await storeAccount(database, { email: 'clerk@example.org', employeeId: cast.clerk });
  const lengths = async (): Promise<number[]> => [(await accounts.capacities(resident)).length, (await accounts.capacities(clerk)).length];
  expect(await lengths()).toEqual([1, 1]);
  await database.asOwner('update recreation.resident set access_ended_at = now() where id = $1', [cast.resident]);
  await database.asOwner('update recreation.employee set access_ended_at = now() where id = $1', [cast.clerk]);
  expect(await lengths()).toEqual([0, 0]);
  await database.asOwner('update recreation.resident set access_ended_at = null where id = $1', [cast.resident]);
  await database.asOwner('update recreation.employee set access_ended_at = null where id = $1', [cast.clerk]);
  await database.asOwner('update identity.account set disabled_at = now()');
  expect(await lengths()).toEqual([0, 0]);
  expect(await accounts.capacities('00000000-0000-4000-8000-000000000000')).toEqual([]);
});
