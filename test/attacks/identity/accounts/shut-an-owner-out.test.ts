import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { rememberBrowser, signInLimits } from '../../../../src/identity/accounts/sign-in/sign-in.ts';
import { cookieNames } from '../../../../src/identity/server/cookie-names.ts';
import { mostSessions } from '../../../../src/identity/sessions/session-limits.ts';
import { sql } from '../../../../src/platform/sql/sql.ts';
import { asRole } from '../../../helpers/database/as-role.ts';
import {
  openTestAccounts,
  goodPassword as password,
  storeAccount,
  type TestAccounts,
} from '../../../helpers/identity/open-test-accounts.ts';
import { openSessionTown, ownPage, type SessionTown } from '../../../helpers/identity/session-town.ts';

// Strangers try wrong passwords, or an attacker who knows the right one signs in repeatedly: the owner still gets in.
const [email, unknown] = ['owner@mail.example', 'nobody@mail.example'];
const wrong = 'staple battery horse';
let town: SessionTown;
let accounts: TestAccounts;
let accountId: string;

beforeAll(async () => {
  town = await openSessionTown();
  accounts = openTestAccounts(town.database);
});
beforeEach(async () => {
  for (const table of ['attempt', 'account']) await town.database.asOwner(`delete from identity.${table}`);
  accountId = await storeAccount(town.database, { email, residentId: cast.resident });
});
afterAll(async () => {
  await accounts.stop();
  await town.close();
});

/** Signs in over HTTP. @param cookies what the browser has */
async function signIn(address: string, given: string, cookies: readonly string[] = []) {
  const sent = await town.one.send({
    path: '/session',
    method: 'POST',
    headers: { ...ownPage, 'content-type': 'application/json', ...(cookies.length > 0 && { cookie: cookies.join('; ') }) },
    body: JSON.stringify({ email: address, password: given }),
  });
  const set = sent.headers.getSetCookie();
  return { status: sent.status, codes: sent.codes, set, cookies: set.map((cookie) => cookie.split(';')[0]!) };
}
/** Tries of as many strangers, until all that they have together is used up. */
async function tryAsStrangers(address: string): Promise<void> {
  for (let tried = 0; tried <= signInLimits.account.points; tried += 1)
    await accounts.signIn(address, wrong, { address: `198.51.100.${tried}`, browser: 'B'.repeat(43) });
}
const browserOf = (cookies: readonly string[]): string[] => cookies.filter((cookie) => cookie.startsWith('__Host-browser='));
const isOpen = async (cookies: readonly string[]): Promise<boolean> =>
  (await town.one.send({ path: '/session', headers: { ...ownPage, cookie: cookies.join('; ') } })).status === 200;

describe('wrong passwords of strangers', () => {
  test('shut no browser out in which the owner has signed in, and every other one', async () => {
    const own = await signIn(email, password);
    expect([own.status, browserOf(own.cookies)]).toEqual([201, [expect.stringMatching(/^__Host-browser=[\w-]{43}$/)]]);
    await tryAsStrangers(email);
    expect(await signIn(email, password)).toMatchObject({ status: 429, codes: ['SIGN_IN_THROTTLED'] });
    expect(await signIn(email, password, browserOf(own.cookies))).toMatchObject({ status: 201 });
    // A sign-in there gives nothing back to those who try.
    expect(await signIn(email, password)).toMatchObject({ status: 429 });
    // A browser that is known is bounded too, and by itself.
    for (let tried = 0; tried < signInLimits.browser.points; tried += 1)
      expect(await signIn(email, wrong, browserOf(own.cookies))).toMatchObject({ status: 401 });
    expect(await signIn(email, password, browserOf(own.cookies))).toMatchObject({ status: 429 });
  });

  test('get the same answers with and without the browser of another account, and for an address without one', async () => {
    const other = 'other@mail.example';
    await storeAccount(town.database, { email: other, residentId: cast.neighbour });
    const thief = browserOf((await signIn(other, password)).cookies);
    for (const address of [email, unknown]) {
      await tryAsStrangers(address);
      for (const cookies of [thief, [], ['__Host-browser=forged'], [...thief, ...thief]])
        expect(await signIn(address, password, cookies)).toMatchObject({ status: 429, set: [] });
    }
  });

  test('find no browser again once the account has another owner', async () => {
    const own = browserOf((await signIn(email, password)).cookies);
    await town.database.asOwner('delete from identity.known_browser');
    await tryAsStrangers(email);
    expect(await signIn(email, password, own)).toMatchObject({ status: 429 });
  });
});

describe('a person with the password', () => {
  test(`ends no session of the owner by ${mostSessions + 1} sign-ins`, async () => {
    const own = await signIn(email, password);
    expect(await isOpen(own.cookies)).toBe(true);
    town.pass(1);
    let last = own;
    for (let signed = 0; signed <= mostSessions; signed += 1) last = await signIn(email, password);
    expect(await town.database.asOwner('select from identity.session where ended_at is null')).toHaveLength(mostSessions);
    expect([await isOpen(own.cookies), await isOpen(last.cookies)]).toEqual([true, true]);
  });

  test('pushes no browser out that the owner has used before', async () => {
    const secrets = Array.from({ length: 50 }, (_none, number) => `${number}`.padStart(43, 'x'));
    await asRole(town.database.roles.identity, async (client) => {
      const database = {
        executeQuery: async (query: { sql: string; parameters: readonly unknown[] }) => client.query(query.sql, [...query.parameters]),
      };
      for (const [at, secret] of secrets.entries())
        await rememberBrowser(database as Parameters<typeof rememberBrowser>[0], accountId, secret, new Date(Date.UTC(2026, 0, 1, 0, at)));
      const { rows } = await sql<{ known: boolean }>`
        select exists (select from identity.known_browser where hash = sha256(${secrets[0]!}::bytea)) as known`.execute(database as never);
      expect(rows).toEqual([{ known: true }]);
    });
    expect(await town.database.asOwner('select from identity.known_browser')).toHaveLength(20);
  });
});

test('each cookie that opens something is for this host, over https, and no script reads it', async () => {
  const { set } = await signIn(email, password);
  expect(set.map((cookie) => cookie.replace(/=[\w-]{43};/, '=…;'))).toEqual([
    '__Host-session=…; Path=/; HttpOnly; SameSite=Strict; Secure',
    '__Host-browser=…; Path=/; Max-Age=15552000; HttpOnly; SameSite=Strict; Secure',
  ]);
  // Those of the authorization server; two of them are for one path each, which the other prefix does not allow.
  expect(cookieNames(true)).toEqual({
    session: '__Host-identity_session',
    interaction: '__Secure-identity_interaction',
    resume: '__Secure-identity_resume',
  });
});
