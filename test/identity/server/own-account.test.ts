import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { cast, personaNamed } from '../../../demo/personas.ts';
import { Browser, hidden, type Page } from '../../../demo/sign-in/browser.ts';
import { openSoftwareAuthenticator, type SoftwareAuthenticator } from '../../../demo/sign-in/software-authenticator.ts';
import { storeLink } from '../../../src/identity/accounts/links.ts';
import { bothEmail, openIdentityTown, residentEmail, type IdentityTown } from '../../helpers/identity-town.ts';
import { goodPassword, storeAccount } from '../../helpers/open-test-accounts.ts';
import { storePasskey } from '../../helpers/store-passkey.ts';

// The pages of the own account, which need a browser's session.
let town: IdentityTown;
let account: string;
let origin: string;
beforeAll(async () => {
  town = await openIdentityTown();
  account = `${town.issuer}/account`;
  origin = new URL(account).origin;
}, 60_000);
afterAll(() => town.close());

type Fields = Readonly<Record<string, string>>;

/** Somebody who signed in with a password. */
async function signIn(email: string, password = goodPassword, next?: string): Promise<{ browser: Browser; page: Page }> {
  const browser = new Browser();
  const query = next === undefined ? '' : `?${new URLSearchParams({ next }).toString()}`;
  return { browser, page: await browser.go(`${account}/sign-in${query}`, { email, password }) };
}

/** Sends the form of a page, with the token that the page gives to it. */
async function send(browser: Browser, path: string, fields: Fields): Promise<Page> {
  const shown = await browser.go(account + path);
  return browser.go(account + path, { token: hidden(shown, 'token'), ...fields });
}

async function entries(act: string): Promise<number> {
  await town.one.sequence();
  const [row] = await town.one.database.asOwner<{ count: number }>(
    `select count(*)::int as count from access_log.entry join access_log.form on form.id = form_id where form.content -> 'rootFields' ->> 0 = $1`,
    [act],
  );
  return row!.count;
}

/** What a page gives to the browser's WebAuthn. */
const optionsIn = ({ text }: Page): PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON =>
  JSON.parse(/data-options="([^"]*)"/.exec(text)![1]!.replaceAll('&quot;', '"'));

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
  const fields = { role: 'CUSTOMER_SERVICE', step: 'everywhere', password: goodPassword, 'new-password': 'staple battery horse' };
  for (const path of ['', '/capacity', '/sessions', '/confirm', '/recover', '/passkeys', '/recovery-codes', '/change-password'])
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

test('a new password replaces the old one, ends every session and has an entry', async () => {
  const [email, next] = ['changer@mail.example', 'staple battery horse'];
  await storeAccount(town.one.database, { email, residentId: cast.guardian });
  const [{ browser }, { browser: other }] = [await signIn(email), await signIn(email)];
  const before = await entries('change-password');
  const wrong = await send(browser, '/change-password', { password: 'not the old password', 'new-password': next });
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('role="alert"')]);
  expect((await other.go(account)).url).toBe(account);
  expect(await entries('change-password')).toBe(before);

  const changed = await send(browser, '/change-password', { password: goodPassword, 'new-password': next });
  expect([changed.status, changed.url]).toEqual([200, `${account}/sign-in?done=password-changed`]);
  expect(await entries('change-password')).toBe(before + 1);
  for (const one of [browser, other]) expect((await one.go(account)).url).toMatch(/\/sign-in\?next=/);
  const old = (await signIn(email)).page;
  expect([old.status, old.text]).toEqual([400, expect.stringContaining('do not fit')]);
  expect((await signIn(email, next)).page.url).toBe(account);
});

test('an officer removes a passkey, but not the last', async () => {
  const passkeys = town.server.passkeys!;
  const accountId = await storeAccount(town.one.database, {
    email: 'officer@town.example',
    employeeId: personaNamed('privacy-officer').principal,
  });
  const [first, second] = [openSoftwareAuthenticator(origin), openSoftwareAuthenticator(origin)];
  await storePasskey(town.one.database, accountId, first, 'First');
  const browser = new Browser();
  const asked = await browser.go(`${account}/sign-in`, { step: 'passkey' });
  const response = JSON.stringify(first.get(optionsIn(asked)));
  expect((await browser.go(`${account}/sign-in`, { step: 'passkey-answer', response })).url).toBe(account);
  const names = async () => (await passkeys.list(accountId)).map(({ name }) => name);
  const remove = async (name: string): Promise<Page> => {
    const { id } = (await passkeys.list(accountId)).find((one) => one.name === name)!;
    return send(browser, '/passkeys', { step: 'remove', id });
  };

  const refused = await remove('First');
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('This is your last passkey')]);
  expect(await names()).toEqual(['First']);
  const form = await send(browser, '/passkeys', { step: 'add' });
  const fields = { token: hidden(form, 'token'), step: 'added', name: 'Second', response: JSON.stringify(second.create(optionsIn(form))) };
  expect((await browser.go(`${account}/passkeys`, fields)).url).toBe(`${account}/passkeys?done=added`);
  // What the removed passkey signed in ends; the browser that removed it goes on under another id.
  const thief = new Browser();
  const answer = JSON.stringify(first.get(optionsIn(await thief.go(`${account}/sign-in`, { step: 'passkey' }))));
  expect((await thief.go(`${account}/sign-in`, { step: 'passkey-answer', response: answer })).url).toBe(account);
  expect((await thief.go(`${account}/sessions`)).url).toBe(`${account}/sessions`);
  expect((await remove('First')).url).toBe(`${account}/passkeys?done=removed`);
  expect((await thief.go(`${account}/sessions`)).url).toContain(`${account}/sign-in`);
  expect((await browser.go(`${account}/sessions`)).url).toBe(`${account}/sessions`);
  expect((await remove('Second')).status).toBe(400);
  expect(await names()).toEqual(['Second']);
});

describe('the first passkey of an account needs the mailbox', () => {
  const mailed = (email: string) => town.one.database.asOwner('select kind, language from identity.mail where email = $1', [email]);
  /** The page of the link that is mailed to somebody who presses the button. */
  async function askForLink(browser: Browser, email: string, accountId: string): Promise<string> {
    const page = await send(browser, '/passkeys', { step: 'add' });
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Look in your mailbox')]);
    expect(await mailed(email)).toEqual([{ kind: 'FIRST_PASSKEY', language: 'en' }]);
    return `${account}/first-passkey/${await storeLink(town.identity, 'PASSKEY', email, accountId, new Date())}`;
  }

  test('of which a link is opened in the browser that is signed in', async () => {
    const email = 'first@mail.example';
    const accountId = await storeAccount(town.one.database, { email, residentId: cast.housemate });
    const [{ browser }, { browser: thief }] = [await signIn(email), await signIn(email)];
    const link = await askForLink(browser, email, accountId);
    const [key, stolen] = [openSoftwareAuthenticator(origin), openSoftwareAuthenticator(origin)];

    // A link from a mailbox on another site comes without the cookie, and asks to sign in.
    const stranger = new Browser();
    expect((await stranger.go(link)).text).toContain('Go on to your first passkey');
    const elsewhere = await stranger.go(link, {});
    expect(elsewhere.url).toMatch(/\/account\/sign-in\?done=open-again/);
    expect([elsewhere.text, elsewhere.url]).toEqual([
      expect.stringContaining('open the link from the mail again'),
      expect.not.stringContaining(link.split('/').at(-1)!),
    ]);
    const neighbour = (await signIn(residentEmail)).browser;
    expect((await neighbour.go(link, {})).status).toBe(400);
    expect((await browser.go(link, {}, { origin: 'https://evil.example' })).status).toBe(403);

    const opened = await browser.go(link, {});
    expect([opened.url, opened.text]).toEqual([
      `${account}/passkeys?done=mailbox-proven`,
      expect.stringContaining('Your mailbox is confirmed'),
    ]);
    expect((await thief.go(link, {})).status).toBe(400);
    const form = await send(browser, '/passkeys', { step: 'add' });
    const fields = (authenticator: SoftwareAuthenticator) => ({
      step: 'added',
      name: 'Phone',
      response: JSON.stringify(authenticator.create(optionsIn(form))),
    });
    // The thief knows the password, and even the challenge.
    expect((await send(thief, '/passkeys', fields(stolen))).status).toBe(400);
    expect(await town.server.passkeys!.list(accountId)).toEqual([]);
    const again = await send(browser, '/passkeys', { step: 'add' });
    const response = JSON.stringify(key.create(optionsIn(again)));
    expect((await send(browser, '/passkeys', { step: 'added', name: 'Phone', response })).url).toBe(`${account}/passkeys?done=added`);
    expect((await browser.go(link)).status).toBe(400);
  });
});
