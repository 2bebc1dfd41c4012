import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { hidden } from '../../../../demo/sign-in/browser.ts';
import { claimCodeDigest } from '../../../../src/identity/accounts/joining/claim-code.ts';
import { openAccountBrowser, type AccountBrowser } from '../../../helpers/identity/account-browser.ts';
import { bothEmail, openIdentityTown, residentEmail, type IdentityTown } from '../../../helpers/identity/identity-town.ts';
import { goodPassword, storeAccount } from '../../../helpers/identity/open-test-accounts.ts';

// The pages of the own account, which need a browser's session.
let town: IdentityTown;
let account: string;
let origin: string;
let signIn: AccountBrowser['signIn'];
let send: AccountBrowser['send'];
beforeAll(async () => {
  town = await openIdentityTown();
  ({ signIn, send } = openAccountBrowser(town));
  account = `${town.issuer}/account`;
  origin = new URL(account).origin;
});
afterAll(() => town.close());

/** The account and its sessions as they are stored, but for when they were used. */
const storedOf = (email: string) =>
  town.one.database.asOwner(
    `select account.password_hash, session.id, session.role, session.ended_at, session.kept_since, session.proven_at
     from identity.account join identity.session on session.account_id = account.id where email = $1 order by session.id`,
    [email],
  );

test('a form without a token, or with the token of another session, is refused and changes nothing', async () => {
  const { browser } = await signIn(bothEmail);
  expect((await send(browser, '/capacity', { role: 'RESIDENT' })).url).toBe(account);
  const { browser: device } = await signIn(bothEmail);
  const { browser: neighbour } = await signIn(residentEmail);
  const tokens = await Promise.all([device, neighbour].map(async (one) => hidden(await one.go(`${account}/sessions`), 'token')));
  expect(new Set([...tokens, hidden(await browser.go(account), 'token'), '']).size).toBe(4);
  const before = await storedOf(bothEmail);
  const fields = {
    role: 'CUSTOMER_SERVICE',
    email: bothEmail,
    step: 'everywhere',
    password: goodPassword,
    'new-password': 'staple battery horse',
  };
  for (const path of [
    '',
    '/capacity',
    '/sessions',
    '/confirm',
    '/recover',
    '/passkeys',
    '/recovery-codes',
    '/change-password',
    '/change-email',
  ])
    for (const forged of [{}, { token: '' }, ...tokens.map((token) => ({ token }))]) {
      const { status, url } = await browser.go(account + path, { ...fields, ...forged });
      expect([status, url]).toEqual([403, account + path]);
    }
  expect(await storedOf(bothEmail)).toEqual(before);
  // Its own token ends every session.
  expect((await send(browser, '/sessions', { step: 'everywhere' })).url).toBe(`${account}/sign-in?done=everywhere`);
  expect(await storedOf(bothEmail)).not.toEqual(before);
});

test('a page after a sign-in is on this site', async () => {
  const next = '/oidc/account/sessions?of=mine';
  const { browser, page } = await signIn(residentEmail, goodPassword, next);
  const query = `?${new URLSearchParams({ next }).toString()}`;
  const confirmed = await send(browser, `/confirm${query}`, { password: goodPassword });
  const acting = await send(browser, `/capacity${query}`, { role: 'RESIDENT' });
  expect([page.url, confirmed.url, acting.url]).toEqual(Array.from({ length: 3 }, () => origin + next));
});

// A browser takes a backslash for a slash, and leaves out a tab.
test.each([
  '//evil.example',
  '///evil.example',
  'https://evil.example/',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/..//evil.example/sent',
  '/%2e//evil.example/sent',
  '/.\\/evil.example',
  '/oidc/..//evil.example',
  'javascript:alert(1)',
])('and not where %j leads', async (next) => {
  const { browser, page } = await signIn(residentEmail, goodPassword, next);
  const query = `?${new URLSearchParams({ next }).toString()}`;
  const confirmed = await send(browser, `/confirm${query}`, { password: goodPassword });
  const acting = await send(browser, `/capacity${query}`, { role: 'RESIDENT' });
  for (const { status, url, location } of [page, confirmed, acting]) expect([status, url, location]).toEqual([200, account, undefined]);
  const { page: undecided, browser: other } = await signIn(bothEmail, goodPassword, next);
  expect(undecided.url.startsWith(`${account}/capacity`)).toBe(true);
  expect((await send(other, undecided.url.slice(account.length), { role: 'RESIDENT' })).url).toBe(account);
});

test('a resident who lost the mailbox and has no passkey asks for another address with a code from the counter', async () => {
  const email = 'lost-mailbox@mail.example';
  await storeAccount(town.one.database, { email, residentId: cast.housemate });
  const code = '0000-1111-2222-3333-4444-5555-6666';
  const second = '8888-9999-AAAA-BBBB';
  const row = [claimCodeDigest(code), cast.housemate, cast.clerk];
  await town.one.database.asOwner(
    `insert into identity.claim_code (hash, resident_id, issued_by, issued_at, valid_until) values ($1, $2, $3, now(), now() + interval '1 hour')`,
    row,
  );
  await town.one.database.asOwner(`insert into identity.claim_second values ($1, 'CONTACT', $2)`, [row[0], claimCodeDigest(second)]);
  const { browser } = await signIn(email);
  const wrong = await send(browser, '/change-email', { step: 'code', code: code.replace('6666', '7777'), second });
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('These codes cannot be used')]);
  const accepted = await send(browser, '/change-email', { step: 'code', code, second });
  expect([accepted.url, accepted.text]).toEqual([
    `${account}/change-email?done=code-accepted`,
    expect.stringContaining('Your code is accepted'),
  ]);
  const asked = await send(browser, '/change-email', { email: 'new-mailbox@mail.example' });
  expect(asked.text).toContain('Check the new mailbox');
});

test('at an address where nothing is, a person reads so on a page, and an app gets the usual error', async () => {
  for (const path of ['/oidc/nowhere', '/oidc/account/nowhere', '/oidc/token']) {
    const page = await town.one.send({ path, headers: { accept: 'text/html,*/*', 'accept-language': 'fr' } });
    expect([page.status, page.headers.get('content-language'), page.headers.get('content-type')]).toEqual([
      404,
      'fr',
      'text/html; charset=utf-8',
    ]);
    expect(page.text).toContain('Il n’y a rien à cette adresse.');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const { status, codes, errors } = await town.one.send({ path, headers: { accept: '*/*' } });
    expect([status, codes, errors[0]!.message]).toEqual([404, ['ROUTE_UNKNOWN'], 'There is nothing at this address.']);
  }
});
