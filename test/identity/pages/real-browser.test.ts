import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, CDPSession, Cookie, Page } from 'playwright-core';
import { personaNamed } from '../../../demo/personas.ts';
import { storeLink } from '../../../src/identity/accounts/mails/links.ts';
import { openBrowser } from '../../clients/browser/open-browser.ts';
import { bothEmail, openIdentityTown, residentEmail, type IdentityTown } from '../../helpers/identity/identity-town.ts';
import { goodPassword as password, storeAccount } from '../../helpers/identity/open-test-accounts.ts';

// The pages of sign-in and accounts in a real browser, which decides about cookies, origins and passkeys itself. test/web/ has axe read them.
const officerEmail = 'officer@town.example';
let town: IdentityTown;
let browser: Browser;
let elsewhere: Server;
let account: string;
let origin: string;
let officer: string;
beforeAll(async () => {
  elsewhere = createServer((request, response) => {
    const lure = `<!doctype html><form method="post" action="${account}"></form><iframe src="${account}"></iframe>`;
    response.setHeader('content-type', 'text/html').end(request.url === '/' ? lure : '');
  });
  await new Promise<void>((done) => void elsewhere.listen(0, '127.0.0.1', done));
  [town, browser] = await Promise.all([openIdentityTown(), openBrowser()]);
  account = `${town.issuer}/account`;
  origin = new URL(town.issuer).origin;
  officer = await storeAccount(town.one.database, { email: officerEmail, employeeId: personaNamed('privacy-officer').principal });
});
afterAll(async () => {
  await browser?.close();
  elsewhere.close();
  await town.close();
});

/** A browser of another person, or the same person's on another device. */
async function newContext(options: { readonly javaScriptEnabled?: boolean } = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(30_000);
  return { context, page: await context.newPage() };
}

/** An authenticator of the device, with a finger that is recognised. */
async function addAuthenticator(context: BrowserContext, page: Page): Promise<CDPSession> {
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const;
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return cdp;
}

async function signIn(page: Page, email: string, next = ''): Promise<void> {
  await page.goto(`${account}/sign-in${next === '' ? '' : `?next=${encodeURIComponent(next)}`}`);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const heading = async (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

/** A page of an application at the gateway's own origin, in the same browser. */
async function openApplication(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.route(`${origin}/application`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto(`${origin}/application`);
  return page;
}

/** Asks in GraphQL from a page, as its script would. */
function ask(page: Page, headers: Readonly<Record<string, string>>): Promise<{ status: number; text: string }> {
  return page.evaluate(
    async ([url, more]) => {
      const body = JSON.stringify({ query: '{ me { givenName } }' });
      const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...more } });
      return { status: response.status, text: await response.text() };
    },
    [`${origin}/graphql`, headers] as const,
  );
}
const required = { 'x-requested-by': 'page' };

test('a resident signs in with a password, and a script of the same origin reads with the required header alone', async () => {
  const { context, page } = await newContext();
  await page.goto(`${account}/sign-in`);
  await page.getByLabel('Email address').fill(residentEmail);
  await page.getByLabel('Password').fill('not the password at all');
  await page.keyboard.press('Enter');
  const email = page.getByLabel('Email address');
  await page.getByRole('alert').getByText('do not match').waitFor();
  expect(await email.getAttribute('aria-describedby')).toBe('problem');
  await page.locator('#email:focus').waitFor();
  await signIn(page, residentEmail);
  await heading(page, 'Your account');
  const application = await openApplication(context);
  const shown = await ask(application, required);
  expect([shown.status, shown.text]).toEqual([200, expect.stringContaining('"givenName":"')]);
  const withoutHeader = await ask(application, {});
  expect(withoutHeader.text).toContain('CROSS_SITE_REQUEST');
  expect(withoutHeader.text).not.toContain('givenName":"');
  expect(await application.evaluate('document.cookie')).toBe('');
  expect(await sessionOf(context)).toMatchObject({ httpOnly: true, sameSite: 'Strict', expires: -1 });
  await context.close();
});

/** The cookie of the session. A browser that has signed in has another one, by which it is known. */
async function sessionOf(context: BrowserContext): Promise<Cookie> {
  return (await context.cookies()).find(({ name }) => name === 'session')!;
}

test('a page of another origin sends no form, shows no frame and reads nothing with the cookie', async () => {
  const { context, page } = await newContext();
  await signIn(page, residentEmail);
  await heading(page, 'Your account');
  const application = await openApplication(context);
  expect((await ask(application, required)).status).toBe(200);
  const lure = await context.newPage();
  await lure.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  await expect(ask(lure, required)).rejects.toThrow('Failed to fetch');
  expect(await lure.frames()[1]?.evaluate('document.querySelector("main")')).toBeNull();
  await lure.evaluate('document.querySelector("form").submit()');
  await heading(lure, 'This sign-in cannot go on');
  expect((await ask(application, required)).status).toBe(200);
  await context.close();
});

test('without a script, a person with two capacities chooses one, stays signed in, and ends sessions', async () => {
  const { context, page } = await newContext({ javaScriptEnabled: false });
  await signIn(page, bothEmail, '/oidc/account/sessions');
  await heading(page, 'What do you act as?');
  expect(await page.getByLabel(/Keep me signed in/).isChecked()).toBe(false);
  await page.getByLabel('resident', { exact: true }).check();
  await page.getByLabel(/Keep me signed in/).check();
  await press(page, 'Continue');
  await heading(page, 'Where you are signed in');
  expect((await sessionOf(context)).expires).toBeGreaterThan(Date.now() / 1_000 + 29 * 86_400);
  await press(page, 'Stop staying signed in');
  await page.getByRole('status').getByText('no longer stay signed in').waitFor();
  expect((await sessionOf(context)).expires).toBe(-1);
  const other = await newContext({ javaScriptEnabled: false });
  await signIn(other.page, bothEmail);
  await heading(other.page, 'What do you act as?');
  await page.reload();
  await page.getByRole('button', { name: /^Sign out the session since/ }).click();
  await page.getByRole('status').getByText('The session has ended').waitFor();
  await other.page.reload();
  await heading(other.page, 'Sign in');
  await page.goto(`${account}/change-password`);
  await page.getByLabel('Current password').fill(password);
  await page.getByLabel('New password').fill('short');
  await press(page, 'Change the password');
  await page.getByRole('alert').getByText('too short').waitFor();
  await page.goto(account);
  await press(page, 'Sign out');
  await page.getByRole('status').getByText('You are signed out.').waitFor();
  await Promise.all([context.close(), other.context.close()]);
});

describe('a privacy officer', () => {
  test('adds a passkey, acts with it alone, makes recovery codes, and signs out everywhere', async () => {
    const { context, page } = await newContext();
    await addAuthenticator(context, page);
    await signIn(page, officerEmail);
    await heading(page, 'What do you act as?');
    expect(await page.getByRole('radio').count()).toBe(0);
    const application = await openApplication(context);
    expect((await ask(application, required)).text).toContain('CAPACITY_UNAVAILABLE');
    await page.getByRole('link', { name: /^Add a passkey/ }).click();
    await press(page, 'Add a passkey');
    await heading(page, 'Check your mailbox');
    await page.goto(`${account}/first-passkey/${await storeLink(town.identity, 'PASSKEY', officerEmail, officer, new Date())}`);
    await press(page, 'Continue');
    await page.getByRole('status').getByText('Your mailbox is confirmed').waitFor();
    await press(page, 'Add a passkey');
    await page.getByLabel('Name').fill('Desk');
    await press(page, 'Create the passkey');
    await page.getByRole('status').getByText('Your passkey is added').waitFor();
    await page.getByText('Desk', { exact: true }).waitFor();
    // The session is still that of a password.
    await page.goto(`${account}/recovery-codes`);
    await press(page, 'Create new codes');
    await heading(page, 'Confirm that it is you');
    await press(page, 'Use your passkey');
    await heading(page, 'Recovery codes');
    await press(page, 'Create new codes');
    await page.getByText('they are not shown again').waitFor();
    const codes = await page.getByRole('main').getByRole('listitem').allTextContents();
    expect(codes).toHaveLength(10);
    await page.goto(`${account}/passkeys`);
    await press(page, 'Remove Desk');
    await page.getByRole('alert').getByText('your last passkey').waitFor();

    await page.goto(account);
    await press(page, 'Sign out');
    await heading(page, 'Sign in');
    await press(page, 'Sign in with a passkey');
    await heading(page, 'Your account');
    await page.getByText('privacy officer').waitFor();

    const lost = await newContext();
    await addAuthenticator(lost.context, lost.page);
    await signIn(lost.page, officerEmail, '/oidc/account/recover');
    // The next page would stop a sign-in that is under way.
    await lost.page.getByRole('heading', { level: 1, name: 'Sign in', exact: true }).waitFor({ state: 'hidden' });
    await lost.page.goto(`${account}/recover`);
    await lost.page.getByLabel('Recovery code').fill(codes[0]!);
    await press(lost.page, 'Use the code');
    await press(lost.page, 'Add a passkey');
    await lost.page.getByLabel('Name').fill('New key');
    await press(lost.page, 'Create the passkey');
    await lost.page.getByText('New key', { exact: true }).waitFor();

    const lostApplication = await openApplication(lost.context);
    expect((await ask(lostApplication, required)).text).toContain('CAPACITY_UNAVAILABLE');
    await page.goto(`${account}/sessions`);
    await press(page, 'Sign out everywhere');
    await page.getByRole('status').getByText('signed out everywhere').waitFor();
    expect((await ask(lostApplication, required)).text).toContain('SESSION_ENDED');
    await lost.page.reload();
    await heading(lost.page, 'Sign in');
    await Promise.all([context.close(), lost.context.close()]);
  });
});
