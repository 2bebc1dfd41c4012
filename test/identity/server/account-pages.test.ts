import { people } from '../../../src/town/staff/people.ts';
import { vocabulary } from '../../../src/town/policy/words/vocabulary.ts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import type { ClaimCodes } from '../../../src/identity/accounts/joining/take-claim-code.ts';
import { sendMails } from '../../../src/identity/accounts/mails/send-mails.ts';
import { storeLink } from '../../../src/identity/accounts/mails/links.ts';
import { keepSending, type Sending } from '../../../src/platform/mail/keep-sending.ts';
import { openMailer } from '../../../src/platform/mail/open-mailer.ts';
import { openGateway } from '../../helpers/gateway/gateway.ts';
import { openIdentityTown, residentEmail, type IdentityTown } from '../../helpers/identity/identity-town.ts';
import { until } from '../../helpers/time/until.ts';
import { openMailServer, type MailServer } from '../../helpers/identity/mail-server.ts';
import { Browser, hidden, type Page } from '../../../demo/sign-in/browser.ts';
import { ask, exchange, openMobileApp } from '../../helpers/tokens/mobile-app.ts';
import { codeIn } from '../../helpers/identity/mailed-invitation.ts';
import { goodPassword, storeAccount } from '../../helpers/identity/open-test-accounts.ts';
import { letContactsStand, secondCodeIn } from '../../helpers/identity/claims.ts';
import { linkIn } from '../../helpers/identity/mailed-link.ts';

// The pages for accounts, in a browser without scripts.
let town: IdentityTown;
let server: MailServer;
let sending: Sending;
let account: string;
beforeAll(async () => {
  town = await openIdentityTown();
  account = `${town.issuer}/account`;
  server = await openMailServer();
  const mailer = openMailer(readConfig({ SMTP_URL: server.url, MAIL_FROM: 'privacy@town.example' }).mail, '/nowhere', () => undefined)!;
  const needs = {
    rules: vocabulary.accounts,
    people,
    database: town.identity,
    mailer,
    linkTo: (token: string) => `${account}/password/${token}`,
    now: () => new Date(),
  };
  sending = keepSending(sendMails.bind(undefined, needs), () => undefined, 50);
});
afterAll(async () => {
  await sending.stop();
  await server.close();
  await town.close();
});

const password = 'staple battery horse';
const accountsOf = (email: string) => town.one.database.asOwner('select id from identity.account where email = $1', [email]);

/** The code of a clerk in an encounter of the demo's day, made valid and mailed again now, and the one that the address on record gets. */
async function codesFromCounter(): Promise<ClaimCodes> {
  await letContactsStand(town.one.database);
  const counter = await openGateway({}, town.one.database);
  try {
    const issue = `mutation { issueClaimCode(input: { residentId: "${cast.resident}" }) { claimCode { code } } }`;
    const { data } = await counter.ask('customer-service', issue, { purpose: 'SERVICE_PROVISION', case: matters.encounter });
    await town.one.database.asOwner(`update identity.claim_code set valid_until = now() + interval '1 hour'`);
    await town.one.database.asOwner(`select identity.mail_resident($1, 'CLAIM_ISSUED', now())`, [cast.resident]);
    // The mail that the code itself asked for may go out in between. The code of a later mail replaces that of an earlier one.
    await until(async () => (await town.one.database.asOwner('select from identity.mail')).length === 0);
    return { code: data.issueClaimCode.claimCode.code, second: server.received.map(secondCodeIn).findLast(Boolean)! };
  } finally {
    await counter.close();
  }
}

test('a resident registers, sets a password, claims the record with a code from the counter, signs in and reads it', async () => {
  await town.one.database.asOwner('update identity.account set resident_id = null where email = $1', [residentEmail]);
  const codes = await codesFromCounter();
  const email = 'newcomer@mail.example';
  const browser = new Browser();
  const asked = await browser.go(`${account}/register`, { email });
  expect(asked.text).toContain('Check your mailbox');
  expect(asked.text).not.toContain(email);
  const link = await linkIn(server, email);
  expect((await browser.go(link)).text).toContain('autocomplete="new-password"');
  const short = await browser.go(link, { password: 'short' });
  expect([short.status, short.text]).toEqual([400, expect.stringMatching(/role="alert">This password is too short/)]);
  expect((await browser.go(link, { password })).text).toContain('Your password is set');
  const again = await browser.go(link, { password: 'another password' });
  expect([again.status, again.text]).toEqual([400, expect.stringContaining('This link cannot be used')]);

  const wrong = await browser.go(`${account}/claim`, { email, password, ...codes, code: '0000-0000-0000-0000-0000-0000-0000' });
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('These codes cannot be used')]);
  expect((await browser.go(`${account}/claim`, { email, password, ...codes })).text).toContain('Your account is connected');

  const phone = await openMobileApp(town);
  const form = await browser.go(await phone.begin());
  const consent = await browser.go(form.url, { step: 'sign-in', email, password });
  const { location } = await browser.go(consent.url, { step: 'allow', role: 'RESIDENT', proof: hidden(consent, 'proof') });
  const { access_token: token } = await exchange(phone, location!);
  expect((await ask(phone, town, token, '{ me { id givenName } }')).body).toMatchObject({
    data: { me: { givenName: expect.any(String) } },
  });
});

test('pages and the mails that are asked for on them are in the language of the browser', async () => {
  const french = { 'accept-language': 'fr-CA, en;q=0.5' };
  const browser = new Browser();
  const page = await browser.go(`${account}/register`, undefined, french);
  expect([page.headers.get('content-language'), page.headers.get('vary')]).toEqual(['fr', expect.stringContaining('Accept-Language')]);
  expect(page.text).toMatch(/<html lang="fr">[^]*Créer un compte/);
  const email = 'francophone@mail.example';
  await browser.go(`${account}/register`, { email }, french);
  const mailed = (): string | undefined => server.received.find(({ text }) => text.includes(`To: ${email}`))?.text;
  await until(() => mailed() !== undefined);
  expect(mailed()).toContain('Subject: Votre nouveau compte');
  // The page of an error that oidc-provider finds.
  const failed = await browser.go(`${town.issuer}/auth?client_id=nobody`, undefined, french);
  expect([failed.status, failed.headers.get('content-language')]).toEqual([400, 'fr']);
  expect(failed.text).toMatch(/<html lang="fr">[^]*Cette connexion ne peut pas continuer/);
});

test('a language that is chosen holds on each page after it, and another one can be chosen where the answer to no form would be lost', async () => {
  const browser = new Browser();
  const languageOf = async (path: string, fields?: Record<string, string>): Promise<string | null> =>
    (await browser.go(account + path, fields)).headers.get('content-language');
  expect(await languageOf('/sign-in?next=%2Ffamily')).toBe('en');
  const page = await browser.go(`${account}/sign-in?next=%2Ffamily`);
  const [, address] = /<a href="([^"]*)" lang="fr" hreflang="fr">Français/.exec(page.text) ?? [];
  expect(address).toBe('/oidc/account/sign-in?next=%2Ffamily&amp;lang=fr');
  expect(await languageOf('/sign-in?next=%2Ffamily&lang=fr')).toBe('fr');
  const refused = await browser.go(`${account}/sign-in`, { step: 'sign-in', email: 'nobody@mail.example', password });
  expect([refused.status, refused.headers.get('content-language')]).toEqual([400, 'fr']);
  expect(refused.text).not.toContain('hreflang');
  const failed = await browser.go(`${town.issuer}/auth?client_id=nobody`);
  expect(failed.headers.get('content-language')).toBe('fr');
  expect(await languageOf('/register?lang=xx')).toBe('fr');
  expect(await languageOf('/register?lang=en')).toBe('en');
  expect(await languageOf('/forgotten')).toBe('en');
});

test('the link for a new address opens a page, and its button changes the address once', async () => {
  const accountId = await storeAccount(town.one.database, { email: 'before@mail.example' });
  const page = `${account}/email/${await storeLink(town.identity, 'EMAIL', 'after@mail.example', accountId, new Date())}`;
  expect((await new Browser().go(page)).text).toMatch(/Confirm your new address[^]*after@mail.example/);
  expect(await accountsOf('after@mail.example')).toEqual([]);
  expect((await new Browser().go(page, { password: 'staple battery horse' })).text).toContain('This is not the password of the account');
  expect((await new Browser().go(page, { password: goodPassword })).text).toContain('Your address is changed');
  expect(await accountsOf('after@mail.example')).toEqual([{ id: accountId }]);
  expect((await new Browser().go(page, { password: goodPassword })).text).toContain('Your address is unchanged');
});

describe('an employee accepts an invitation', () => {
  const invite = async (workEmail: string): Promise<{ id: string; code: string }> => {
    const { data, errors } = await town.one.ask(
      'staff-administrator',
      'mutation ($input: InviteEmployeeInput!) { inviteEmployee(input: $input) { employee { id } } }',
      {
        purpose: 'STAFF_ADMINISTRATION',
        variables: { input: { givenName: 'Ione', familyName: 'Saltmarsh', workEmail, roles: ['SUPPORT'] } },
      },
    );
    expect(errors).toEqual([]);
    return { id: data.inviteEmployee.employee.id, code: await codeIn(server, workEmail) };
  };
  const accept = (email: string, code: string, declared: Record<string, string> = { record: 'none' }) =>
    new Browser().go(`${account}/invitation`, { email, password: goodPassword, code, ...declared });
  const employeeOf = (email: string) =>
    town.one.database.asOwner('select employee_id as id from identity.account where email = $1', [email]);

  test('once, with the account of the address that was invited and with no other', async () => {
    const [email, other] = ['ione@town.example', 'other@town.example'];
    for (const one of [email, other]) await storeAccount(town.one.database, { email: one });
    const { id, code } = await invite('Ione@town.example');
    const refused = await accept(other, code);
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('This code cannot be used')]);
    expect(await employeeOf(other)).toEqual([{ id: null }]);
    expect((await accept(email, code)).text).toContain('Your invitation is accepted');
    expect(await employeeOf(email)).toEqual([{ id }]);
    expect((await accept(email, code)).status).toBe(400);
    const [signedIn] = await town.one.database.asOwner('select id from identity.account where email = $1', [email]);
    expect(await town.server.accounts.capacities(signedIn!['id'] as string)).toMatchObject([{ role: 'SUPPORT', principalId: id }]);
  });

  test('and an account with a record that is not the employee’s is refused, and the code stays', async () => {
    const email = 'neighbour@town.example';
    const accountId = await storeAccount(town.one.database, { email, residentId: cast.guardian });
    const { id, code } = await invite(email);
    expect((await accept(email, code)).status).toBe(400);
    await town.one.database.asOwner('update identity.account set resident_id = null where id = $1', [accountId]);
    expect((await accept(email, code)).status).toBe(200);
    expect(await employeeOf(email)).toEqual([{ id }]);
  });
});

describe('no one learns from a page who has an account', () => {
  test.each(['register', 'forgotten'])('%s answers the same for every address', async (path) => {
    const answers: Page[] = [];
    for (const email of [residentEmail, 'stranger@mail.example', 'no address'])
      answers.push(await new Browser().go(`${account}/${path}`, { email }));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(200);
  });

  test('a claim with an unknown account is answered like one with a wrong password', async () => {
    const claim = (email: string) => new Browser().go(`${account}/claim`, { email, password: 'wrong horse battery', code: 'any' });
    const [known, unknown] = [await claim(residentEmail), await claim('stranger@mail.example')];
    expect([known.status, known.text]).toEqual([400, unknown.text]);
    expect(known.text).toContain('do not match');
  });
});

test('a form on another site, and one that hides its origin, change nothing', async () => {
  for (const origin of ['https://evil.example', 'null'])
    for (const path of ['register', 'forgotten', 'claim', `password/${'x'.repeat(43)}`]) {
      const { status } = await new Browser().go(`${account}/${path}`, { email: 'lured@mail.example', password, code: 'x' }, { origin });
      expect(status).toBe(403);
    }
  expect(await town.one.database.asOwner(`select from identity.mail where email = 'lured@mail.example'`)).toEqual([]);
  expect(await accountsOf('lured@mail.example')).toEqual([]);
});

test('a form without a body gets a page', async () => {
  const { origin } = new URL(account);
  const begun = await fetch(await (await openMobileApp(town)).begin(), { redirect: 'manual' });
  const cookie = begun.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  for (const url of [`${account}/claim`, new URL(begun.headers.get('location')!, account).href]) {
    const response = await fetch(url, { method: 'POST', headers: { origin, cookie } });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('<html lang="en">')]);
  }
});

test('a page that tells a person to wait says how long, also to programs', async () => {
  const browser = new Browser();
  const signIn = await browser.go(await (await openMobileApp(town)).begin());
  const tries = { email: 'tried-often@mail.example', password: 'wrong horse battery' };
  for (const [url, fields] of [
    [signIn.url, { step: 'sign-in' }],
    [`${account}/claim`, { code: 'any' }],
  ] as const) {
    let page = await browser.go(url, { ...fields, ...tries });
    for (let tried = 0; page.status !== 429 && tried < 30; tried += 1) page = await browser.go(url, { ...fields, ...tries });
    expect([page.status, Number(page.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
  }
});

test.each(['register', 'forgotten', 'claim', 'invitation'])(
  '%s is accessible, and is neither stored, framed nor scripted',
  async (path) => {
    const { text, headers } = await new Browser().go(`${account}/${path}`);
    expect(text).toContain('<html lang="en">');
    expect(text.match(/<h1>/g)).toHaveLength(1);
    for (const [, id] of text.matchAll(/<input id="(\w+)"/g)) expect(text).toContain(`<label for="${id}">`);
    expect(text).not.toContain('<script');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'.*form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    // With no-referrer, browsers would send forms with the origin null.
    expect(headers.get('referrer-policy')).toBe('strict-origin');
    expect(text).toContain('<meta name="referrer" content="strict-origin" />');
  },
);
