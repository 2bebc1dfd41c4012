import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { cast } from '../../../demo/personas.ts';
import { openSoftwareAuthenticator, type SoftwareAuthenticator } from '../../../demo/sign-in/software-authenticator.ts';
import { passkeyAcr, passwordAcr, recoveryAcr } from '../../../src/identity/accounts/passkeys/assurance.ts';
import { endGrants } from '../../../src/identity/accounts/ending/end-grants.ts';
import { linkHours } from '../../../src/identity/accounts/mails/links.ts';
import { lockAccount } from '../../../src/identity/accounts/ending/lock-account.ts';
import { openPasskeys } from '../../../src/identity/accounts/passkeys/open-passkeys.ts';
import type { Passkeys } from '../../../src/identity/accounts/passkeys/passkeys.ts';
import type { AddingSession } from '../../../src/identity/accounts/passkeys/register-passkey.ts';
import type { Removal } from '../../../src/identity/accounts/passkeys/remove-passkey.ts';
import type { Mail } from '../../../src/platform/mail/mail.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { sql } from '../../../src/platform/sql/sql.ts';
import { testCalendar } from '../../helpers/time/calendar.ts';
import { copyDatabase, testNow, type TestDatabase } from '../../helpers/database/cluster.ts';
import { takeMails } from '../../helpers/identity/claims.ts';
import { openTestAccounts, plain, storeAccount, type TestAccounts } from '../../helpers/identity/open-test-accounts.ts';
import { storePasskey, storeSession } from '../../helpers/identity/store-passkey.ts';
import { waitsForLock } from '../../helpers/database/waits-for-lock.ts';

// The conditions of an account for its first passkey and until its last.
const origin = 'https://town.example';
const from = { address: '203.0.113.7' };
const email = 'officer@example.org';
let database: TestDatabase;
let accounts: TestAccounts;
let passkeys: Passkeys;
let time: Date;
let officer: string;
let key: SoftwareAuthenticator;
let sent: Mail[];
beforeAll(async () => {
  database = await copyDatabase();
  accounts = openTestAccounts(database, () => time);
  passkeys = openPasskeys(
    { database: accounts.pool, calendar: testCalendar, policy: policyInForce, disguise: plain, now: () => time },
    `${origin}/oidc`,
  )!;
});
beforeEach(async () => {
  [time, sent] = [testNow, []];
  for (const table of ['identity.attempt', 'identity.account', 'identity.mail', 'access_log.staged'])
    await database.asOwner(`delete from ${table}`);
  officer = await storeAccount(database, { email, employeeId: cast.privacyOfficer });
  key = openSoftwareAuthenticator(origin);
});
afterAll(async () => {
  await accounts.stop();
  await database.drop();
});

const send = async () => void sent.push(...(await takeMails(accounts.pool, () => time)));
/** The token of the link that is mailed to the owner of a session. */
async function mailedTo(session: AddingSession): Promise<string> {
  expect(await passkeys.askForLink(session, 'en', from)).toEqual({ kind: 'asked' });
  await send();
  return /\/PASSKEY\/([\w-]{43})/.exec(sent.at(-1)!.text)![1]!;
}
const signedIn = (accountId = officer, acr: Parameters<typeof storeSession>[2] = passwordAcr) => storeSession(database, accountId, acr);
/** The options that a page gives to the browser; undefined: the session may not add a passkey. */
async function optionsFor(session: AddingSession): Promise<PublicKeyCredentialCreationOptionsJSON | undefined> {
  const asked = await passkeys.registrationOptions(session);
  return asked.kind === 'options' ? (asked.options as PublicKeyCredentialCreationOptionsJSON | undefined) : undefined;
}
/** Adds a passkey, with options that the page gave out while it could. */
async function add(session: AddingSession, authenticator = key): Promise<boolean> {
  const options = await optionsFor(session);
  return options !== undefined && passkeys.add(session, authenticator.create(options), 'Key', 'en');
}
const names = async (accountId = officer) => (await passkeys.list(accountId)).map(({ name }) => name);
const acts = () =>
  database.asOwner(
    `select content -> 'rootFields' ->> 0 as act from access_log.staged join access_log.template on template.id = template_id`,
  );

describe('the first passkey of an account', () => {
  test('needs a link that was mailed to the owner and opened in the session that adds it, which has an entry', async () => {
    const session = await signedIn();
    expect([await passkeys.needsMailbox(session), await add(session)]).toEqual([true, false]);
    const token = await mailedTo(session);
    expect(sent).toMatchObject([{ to: email, subject: 'Your first passkey' }]);
    // Programs that check mails open links too.
    expect(await accounts.readLink('PASSKEY', token)).toEqual({ email, accountId: officer });
    expect(await passkeys.needsMailbox(session)).toBe(true);
    expect(await passkeys.openLink(token, session)).toBe(true);
    expect([await passkeys.needsMailbox(session), await add(session)]).toEqual([false, true]);
    expect(await acts()).toEqual([{ act: 'step-up' }, { act: 'add-first-passkey' }]);
    await send();
    expect(sent.at(-1)).toMatchObject({ to: email, subject: 'Your account has a new passkey' });
    // The link is used up.
    await database.asOwner('delete from identity.passkey');
    expect([await passkeys.openLink(token, session), await add(session)]).toEqual([false, false]);
  });

  test.each<[string, (token: string, own: AddingSession) => Promise<AddingSession>]>([
    ['by somebody who asked for the link and cannot open it', async (_token, own) => own],
    [
      'in another session than the one that opened it',
      async (token, own) => (await passkeys.openLink(token, await signedIn()), await passkeys.openLink(token, own), own),
    ],
    [
      'with the link of another account',
      async (_token, own) => {
        const other = await signedIn(await storeAccount(database, { email: 'other@example.org' }));
        await passkeys.openLink(await mailedTo(other), own);
        return own;
      },
    ],
    [
      'in the name of another account’s session',
      async (token, own) => {
        const other = await signedIn(await storeAccount(database, { email: 'other@example.org' }));
        await passkeys.openLink(token, own);
        return { ...own, id: other.id };
      },
    ],
    [
      'with a link that is too old',
      async (token, own) => {
        await passkeys.openLink(token, own);
        time = new Date(time.getTime() + linkHours * 3_600_000);
        return own;
      },
    ],
    [
      'after a sign-out everywhere',
      async (token, own) => {
        await passkeys.openLink(token, own);
        await accounts.pool.transaction((transaction) => endGrants(transaction, officer));
        await passkeys.openLink(token, own);
        return own;
      },
    ],
    ['after a recovery code', async (_token, own) => ({ ...own, acr: recoveryAcr })],
    [
      'with a link that sets a password',
      async (_token, own) => {
        await accounts.askForMail('RESET', email, 'en', from);
        await send();
        await passkeys.openLink(/\/PASSWORD\/([\w-]{43})/.exec(sent.at(-1)!.text)![1]!, own);
        return own;
      },
    ],
  ])('is not added %s', async (_what, prepare) => {
    const own = await signedIn();
    await passkeys.openLink(await mailedTo(own), own);
    const options = (await optionsFor(own))!;
    await database.asOwner('delete from identity.link');
    await database.asOwner('delete from identity.attempt');
    const session = await prepare(await mailedTo(own), own);
    expect(await passkeys.registrationOptions(session)).toEqual({ kind: 'options', options: undefined });
    // Options that were given out before do not help.
    expect(await passkeys.add(session, key.create(options), 'Key', 'en')).toBe(false);
    expect(await names()).toEqual([]);
  });

  test('is one alone: a session of a password that opened the link adds no second one', async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    for (const session of [one, other]) expect(await passkeys.openLink(await mailedTo(session), session)).toBe(true);
    const second = openSoftwareAuthenticator(origin);
    expect((await Promise.all([add(one), add(other, second)])).filter((isAdded) => isAdded)).toHaveLength(1);
    expect(await names()).toHaveLength(1);
    expect(await add(await signedIn(officer, passkeyAcr), openSoftwareAuthenticator(origin))).toBe(true);
  });
});

test.each(['CHANGE_EMAIL', 'FIRST_PASSKEY'] as const)(
  'what ends everything also ends %s that is asked for at that moment',
  async (kind) => {
    const accountId = await storeAccount(database, { email: 'resident@example.org' });
    const to = kind === 'CHANGE_EMAIL' ? 'thief@example.org' : 'resident@example.org';
    const ask = () => accounts.askForMail(kind, to, 'en', from, { accountId, epoch: 0 });
    let asked: Promise<unknown> | undefined;
    await accounts.pool.transaction(async (transaction) => {
      await endGrants(transaction, accountId);
      asked = ask();
      await waitsForLock(database);
    });
    expect(await asked).toEqual({ kind: 'asked' });
    expect(await ask()).toEqual({ kind: 'asked' });
    expect(await database.asOwner('select kind from identity.mail')).toEqual([]);
    await accounts.askForMail(kind, to, 'en', from, { accountId, epoch: 1 });
    expect(await database.asOwner('select kind from identity.mail')).toEqual([{ kind }]);
  },
);

describe('the last passkey of an account', () => {
  const store = async (accountId: string): Promise<readonly string[]> => {
    const keys = [openSoftwareAuthenticator(origin), openSoftwareAuthenticator(origin)];
    for (const one of keys) await storePasskey(database, accountId, one);
    return keys.map(({ passkey }) => passkey.id);
  };

  test('stays while a role needs one, also where two are removed at once', async () => {
    const ids = await store(officer);
    let removals: readonly Promise<Removal | undefined>[] = [];
    const elsewhere = openTestAccounts(database);
    await elsewhere.pool.transaction(async (transaction) => {
      await lockAccount(transaction, officer);
      removals = ids.map((id) => passkeys.remove(officer, id, 'en'));
      await waitsForLock(database, removals.length);
    });
    await elsewhere.stop();
    expect(new Set((await Promise.all(removals)).map((one) => one?.kind))).toEqual(new Set(['needed', 'removed']));
    expect(await names()).toHaveLength(1);
  });

  test('goes where no role needs one', async () => {
    const resident = await storeAccount(database, { email: 'resident@example.org', residentId: cast.resident });
    const ids = await store(resident);
    for (const [place, id] of ids.entries())
      expect(await passkeys.remove(resident, id, 'en')).toEqual({ kind: 'removed', epoch: place + 1, wasLast: place === 1 });
    expect(await names(resident)).toEqual([]);
  });
});

test('a session makes no recovery codes while an operator ends it and takes all of them away', async () => {
  const session = await signedIn(officer, passkeyAcr);
  expect(await passkeys.makeRecoveryCodes(session, 'en')).toHaveLength(10);
  let made: Promise<unknown> | undefined;
  await accounts.pool.transaction(async (transaction) => {
    await endGrants(transaction, officer);
    made = passkeys.makeRecoveryCodes(session, 'en');
    await waitsForLock(database);
    await sql`delete from identity.recovery_code`.execute(transaction);
  });
  expect(await made).toBeUndefined();
  expect(await database.asOwner('select from identity.recovery_code')).toEqual([]);
});
