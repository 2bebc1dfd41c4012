import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { decodeJwt } from 'jose';
import { personaNamed } from '../../../demo/personas.ts';
import { Browser, hidden, type Page } from '../../../demo/sign-in/browser.ts';
import { openSoftwareAuthenticator, type SoftwareAuthenticator } from '../../../demo/sign-in/software-authenticator.ts';
import { passkeyAcr, passwordAcr } from '../../../src/identity/accounts/passkeys/assurance.ts';
import { bothEmail, openIdentityTown, residentEmail, type IdentityTown } from '../../helpers/identity/identity-town.ts';
import { exchange, openMobileApp, signIn, type Tokens } from '../../helpers/tokens/mobile-app.ts';
import { goodPassword as password, storeAccount } from '../../helpers/identity/open-test-accounts.ts';
import { storePasskey } from '../../helpers/identity/store-passkey.ts';

// How sure a sign-in is: what an app asks for, what it gets, and what its tokens say.
let town: IdentityTown;
let key: SoftwareAuthenticator;
const officerEmail = 'officer@town.example';
beforeAll(async () => {
  town = await openIdentityTown();
  key = openSoftwareAuthenticator(new URL(town.issuer).origin);
  const officer = await storeAccount(town.one.database, {
    email: officerEmail,
    employeeId: personaNamed('privacy-officer').principal,
  });
  await storePasskey(town.one.database, officer, key);
});
afterAll(() => town.close());

const scope = 'openid offline_access purpose:RIGHTS_FULFILMENT';

/** The page of a person who presses the button for a passkey, with the answer of the device. */
async function answerPasskey(browser: Browser, form: Page, answer?: string): Promise<Page> {
  const asked = await browser.go(form.url, { step: 'passkey' });
  return browser.go(form.url, { step: 'passkey-answer', response: answer ?? JSON.stringify(key.get(optionsIn(asked))) });
}

function optionsIn({ text }: Page): PublicKeyCredentialRequestOptionsJSON {
  return JSON.parse(/data-options="([^"]*)"/.exec(text)![1]!.replaceAll('&quot;', '"'));
}

async function allow(browser: Browser, consent: Page, role: string): Promise<URL> {
  const end = await browser.go(consent.url, { step: 'allow', role, proof: hidden(consent, 'proof') });
  if (end.location === undefined) throw new Error(`${consent.text} ${end.status} ${end.url} ${end.text}`);
  return new URL(end.location);
}

const claimsOf = (tokens: Tokens) => [decodeJwt(tokens.access_token), decodeJwt(tokens.id_token!)];

test('a privacy officer signs in with a passkey, and with a password learns that one is needed', async () => {
  const phone = await openMobileApp(town);
  const browser = new Browser();
  const form = await browser.go(await phone.begin({ scope }));
  const refused = await browser.go(form.url, { step: 'sign-in', email: officerEmail, password });
  expect(refused.text).toContain('A passkey is needed');
  const before = Math.floor(Date.now() / 1_000);
  const consent = await answerPasskey(browser, form);
  const tokens = await exchange(phone, (await allow(browser, consent, 'PRIVACY_OFFICER')).href);
  for (const claims of claimsOf(tokens)) {
    expect(claims).toMatchObject({ acr: passkeyAcr, amr: ['pop', 'user'], auth_time: expect.any(Number) });
    expect(claims['auth_time']).toBeGreaterThanOrEqual(before);
  }
});

test('a sign-in with a password says so in both tokens', async () => {
  const phone = await openMobileApp(town);
  const tokens = await exchange(phone, await signIn(new Browser(), await phone.begin()));
  for (const claims of claimsOf(tokens)) expect(claims).toMatchObject({ acr: passwordAcr, amr: ['pwd'], auth_time: expect.any(Number) });
});

describe('an app that asks for a passkey', () => {
  test.each([
    ['with a password', { step: 'sign-in', email: residentEmail, password }],
    ['by claiming one', { step: 'sign-in', email: residentEmail, password, acr: passkeyAcr }],
  ])('gets no one in %s', async (_title, fields) => {
    const phone = await openMobileApp(town);
    const browser = new Browser();
    const form = await browser.go(await phone.begin({ acr_values: passkeyAcr }));
    expect(form.text).not.toContain('type="password"');
    const next = await browser.go(form.url, fields);
    expect(next.text).toContain('A passkey is needed');
    expect(hidden(next, 'proof')).toBe('');
  });

  test('after a sign-in with a password in the same browser has the person sign in again, and never gets the weaker one', async () => {
    const phone = await openMobileApp(town);
    const browser = new Browser();
    await signIn(browser, await phone.begin());
    expect((await browser.go(await phone.begin())).text).toContain('act for you?');
    expect((await browser.go(await phone.begin({ acr_values: passkeyAcr }))).text).toContain('A passkey is needed');
    const silent = await browser.go(await phone.begin({ acr_values: passkeyAcr, prompt: 'none' }));
    expect(new URL(silent.location!).searchParams.get('error')).toBe('unmet_authentication_requirements');
  });

  test('of a kind that does not exist is told that there is none', async () => {
    const phone = await openMobileApp(town);
    const end = await new Browser().go(await phone.begin({ acr_values: 'urn:elsewhere:gold' }));
    expect(new URL(end.location!).searchParams.get('error')).toBe('unmet_authentication_requirements');
  });
});

describe('a sign-in of the same browser is not enough', () => {
  test.each([
    ['for an app that asks for a new one', { prompt: 'login' }, true],
    ['for an app that wants one that is newer', { max_age: '0' }, true],
    ['for nobody else', {}, false],
  ])('%s', async (_title, parameters, asks) => {
    const phone = await openMobileApp(town);
    const browser = new Browser();
    await signIn(browser, await phone.begin());
    await new Promise((done) => setTimeout(done, 1_100));
    const form = await browser.go(await phone.begin(parameters));
    expect(form.text.includes('type="password"')).toBe(asks);
  });

  test('for another person, whose sign-in ends the one before', async () => {
    const phone = await openMobileApp(town);
    const browser = new Browser();
    await signIn(browser, await phone.begin());
    const opened = await signIn(browser, await phone.begin({ prompt: 'login consent' }), bothEmail);
    const tokens = await exchange(phone, opened);
    expect(decodeJwt(tokens.access_token)['account']).toBe(town.bothId);
  });
});

describe('an answer of a passkey is refused', () => {
  test.each([
    ['a second time', (answer: string) => answer],
    ['in another form', () => '{"id":1}'],
    ['that is no JSON', () => 'passkey'],
    ['that is missing', () => ''],
  ])('%s', async (_title, change) => {
    const phone = await openMobileApp(town);
    const browser = new Browser();
    const form = await browser.go(await phone.begin({ scope }));
    const asked = await browser.go(form.url, { step: 'passkey' });
    expect(asked.headers.get('content-security-policy')).toContain(`script-src ${town.issuer}/passkey.js;`);
    const answer = JSON.stringify(key.get(optionsIn(asked)));
    const send = (response: string) => browser.go(form.url, { step: 'passkey-answer', response });
    expect((await send(answer)).text).toContain('act for you?');
    const again = await send(change(answer));
    expect([again.status, hidden(again, 'proof')]).toEqual([400, '']);
    expect(again.text).toContain('This passkey was not accepted');
  });
});
