import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, personaNamed } from '../../../demo/personas.ts';
import { Browser, hidden, type Page } from '../../../demo/sign-in/browser.ts';
import { openSoftwareAuthenticator, type SoftwareAuthenticator } from '../../../demo/sign-in/software-authenticator.ts';
import { storeLink } from '../../../src/identity/accounts/mails/links.ts';
import { openAccountBrowser, optionsIn, type AccountBrowser } from '../../helpers/identity/account-browser.ts';
import { bothEmail, openIdentityTown, residentEmail, type IdentityTown } from '../../helpers/identity/identity-town.ts';
import { goodPassword, storeAccount } from '../../helpers/identity/open-test-accounts.ts';
import { storePasskey } from '../../helpers/identity/store-passkey.ts';

// People change what they sign in with, on the pages of their own account.
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

async function entries(act: string): Promise<number> {
  await town.one.sequence();
  const [row] = await town.one.database.asOwner<{ count: number }>(
    `select count(*)::int as count from access_log.entry join access_log.template on template.id = template_id where template.content -> 'rootFields' ->> 0 = $1`,
    [act],
  );
  return row!.count;
}

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
  expect([old.status, old.text]).toEqual([400, expect.stringContaining('do not match')]);
  expect((await signIn(email, next)).page.url).toBe(account);
});

test('a resident asks for another address with a fresh proof and the mailbox until now, which is told once the link is opened', async () => {
  const [email, next] = ['moves@mail.example', 'moved@mail.example'];
  const accountId = await storeAccount(town.one.database, { email });
  const { browser } = await signIn(email);
  expect((await browser.go(account)).text).toContain(`href="${account}/change-email"`);
  const age = (minutes: number) =>
    town.one.database.asOwner('update identity.session set proven_at = now() - make_interval(mins => $2) where account_id = $1', [
      accountId,
      minutes,
    ]);
  const mails = () => town.one.database.asOwner('select kind from identity.mail where email = any($1)', [[email, next]]);
  await age(6);
  expect((await browser.go(`${account}/change-email`)).url).toContain('/account/confirm?next=');
  const { browser: other } = await signIn(email);
  const token = hidden(await other.go(`${account}/change-email`), 'token');
  await age(6);
  expect((await other.go(`${account}/change-email`, { token, email: next })).url).toContain('/account/confirm?next=');
  expect(await mails()).toEqual([]);
  await age(0);
  // A thief who has the password but does not read the mailbox.
  const { browser: thief } = await signIn(email);
  const prove = async (): Promise<string> =>
    `${account}/old-email/${await storeLink(town.identity, 'OLD_EMAIL', email, accountId, new Date())}`;
  const first = await send(browser, '/change-email', {});
  expect([first.status, first.text]).toEqual([200, expect.stringContaining('Check the mailbox that you have now')]);
  expect(await mails()).toEqual([{ kind: 'OLD_EMAIL' }]);
  await town.one.database.asOwner('delete from identity.mail where email = $1', [email]);
  const proof = await prove();
  expect((await new Browser().go(proof)).text).toContain('Continue to your new address');
  const before = await entries('step-up');
  const opened = await browser.go(proof, {});
  expect([opened.url, opened.text]).toEqual([
    `${account}/change-email?done=mailbox-proven`,
    expect.stringContaining('Your mailbox is confirmed'),
  ]);
  expect(await entries('step-up')).toBe(before + 1);
  expect((await thief.go(proof, {})).status).toBe(400);
  const stolen = await send(thief, '/change-email', { email: 'thief@mail.example' });
  expect(stolen.text).toContain('Check the mailbox that you have now');
  await town.one.database.asOwner('delete from identity.mail where email = $1', [email]);

  const wrong = await send(browser, '/change-email', { email: 'no address' });
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringMatching(/role="alert">This is not an /)]);
  const asked = await send(browser, '/change-email', { email: next });
  expect([asked.status, asked.text]).toEqual([200, expect.stringContaining('Check the new mailbox')]);
  // The link is used up, and another one is needed.
  expect((await browser.go(proof, {})).status).toBe(400);
  expect((await browser.go(await prove(), {})).status).toBe(200);
  const taken = await send(browser, '/change-email', { email: residentEmail });
  expect(taken.text).toBe(asked.text);
  expect(await mails()).toEqual([{ kind: 'CHANGE_EMAIL' }]);
  const link = `${account}/email/${await storeLink(town.identity, 'EMAIL', next, accountId, new Date())}`;
  expect((await new Browser().go(link, { password: goodPassword })).text).toContain('Your address is changed');
  expect(await mails()).toEqual([{ kind: 'EMAIL_CHANGED' }]);
  expect((await browser.go(account)).url).toContain('/account/sign-in');
  const { browser: clerk } = await signIn(bothEmail);
  expect((await clerk.go(`${account}/change-email`)).text).toContain('keeps the address of your invitation');
  expect((await send(clerk, '/change-email', { token: hidden(await clerk.go(account), 'token'), email: next })).text).toContain(
    'keeps the',
  );
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
  // Sessions of the removed passkey end; the browser that removed it continues under another id.
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
  /** The page of the link that is mailed to a person who presses the button. */
  async function askForLink(browser: Browser, email: string, accountId: string): Promise<string> {
    const page = await send(browser, '/passkeys', { step: 'add' });
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Check your mailbox')]);
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
    expect((await stranger.go(link)).text).toContain('Continue to your first passkey');
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

test('an account that asked for too many questions of its passkeys waits', async () => {
  const email = 'asks-often@mail.example';
  const accountId = await storeAccount(town.one.database, { email });
  const key = openSoftwareAuthenticator(origin);
  await storePasskey(town.one.database, accountId, key);
  const browser = new Browser();
  const asked = await browser.go(`${account}/sign-in`, { step: 'passkey' });
  await browser.go(`${account}/sign-in`, { step: 'passkey-answer', response: JSON.stringify(key.get(optionsIn(asked))) });
  const paths = [
    ['/confirm', 'passkey'],
    ['/passkeys', 'add'],
  ] as const;
  for (const [path, step] of paths) expect((await send(browser, path, { step })).status).toBe(200);
  await town.one.database.asOwner(`update identity.attempt set points = 100 where key = 'own-challenge:' || $1`, [accountId]);
  for (const [path, step] of paths) {
    const { status, text, headers } = await send(browser, path, { step });
    expect([path, status, text, Number(headers.get('retry-after')) > 0]).toEqual([
      path,
      429,
      expect.stringMatching(/too many attempts. Try again in/),
      true,
    ]);
  }
});

// It comes last: it counts for the address of all.
test('each page that tells a person to wait says how long, also to programs', async () => {
  const email = 'tried-often@mail.example';
  await storeAccount(town.one.database, { email });
  const { browser } = await signIn(email);
  const fields = { email, password: 'wrong horse battery', 'new-password': 'staple battery horse', code: '0000', step: 'add' };
  const tries = async (most: number, go: () => Promise<Page>): Promise<Page> => {
    const page = await go();
    return page.status === 429 || most === 1 ? page : tries(most - 1, go);
  };
  const other = new Browser(); // It counts apart from the one in which the account has signed in.
  const pages = [
    await tries(25, () => send(browser, '/passkeys', fields)),
    await tries(15, () => send(browser, '/confirm', fields)),
    await send(browser, '/recover', fields),
    await send(browser, '/change-password', fields),
    await tries(15, () => other.go(`${account}/sign-in`, { email, password: fields.password })),
  ];
  for (const { status, url, text, headers } of pages) {
    const mayWait = Number(headers.get('retry-after')) > 0;
    expect([url, status, mayWait, text]).toEqual([url, 429, true, expect.stringMatching(/too many attempts. Try again in/)]);
  }
});
