import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { openSoftwareAuthenticator, type SoftwareAuthenticator } from '../../../demo/sign-in/software-authenticator.ts';
import { ownChallengeLimit } from '../../../src/identity/accounts/passkeys/verify-passkey.ts';
import { mostSessions } from '../../../src/identity/sessions/session-limits.ts';
import { passkeyAcr } from '../../../src/engine/policy/decision/enter.ts';
import { storeAccount } from '../../helpers/identity/open-test-accounts.ts';
import { storePasskey } from '../../helpers/identity/store-passkey.ts';
import { openSessionTown, ownPage, SessionBrowser, townOrigin, type SessionTown } from '../../helpers/identity/session-town.ts';

const [officerEmail, administratorEmail, residentEmail] = ['officer@mail.example', 'staff@mail.example', 'resident@mail.example'];
const approve = `mutation { approveMandate(input: { mandateId: "00000000-0000-4000-8000-00000000dead" }) { mandate { id } } }`;
const forMandates = { headers: { 'privacy-purpose': 'MANDATE_ADMINISTRATION' } };

let town: SessionTown;
let officerKey: SoftwareAuthenticator;
let reviewerKey: SoftwareAuthenticator;
let administratorKey: SoftwareAuthenticator;
beforeAll(async () => {
  town = await openSessionTown();
  const openKey = async (account: string): Promise<SoftwareAuthenticator> => {
    const key = openSoftwareAuthenticator(townOrigin);
    await storePasskey(town.database, account, key);
    return key;
  };
  officerKey = await openKey(await storeAccount(town.database, { email: officerEmail, employeeId: cast.privacyOfficer }));
  reviewerKey = await openKey(await storeAccount(town.database, { email: 'reviewer@mail.example', employeeId: cast.reviewer }));
  administratorKey = await openKey(await storeAccount(town.database, { email: administratorEmail, employeeId: cast.staffAdministrator }));
  await storeAccount(town.database, { email: residentEmail, residentId: cast.resident });
});
afterAll(() => town.close());

async function entries(act: string): Promise<number> {
  await town.one.sequence();
  const [row] = await town.database.asOwner<{ count: number }>(
    `select count(*)::int as count from access_log.entry join access_log.template on template.id = template_id where template.content -> 'rootFields' ->> 0 = $1`,
    [act],
  );
  return row!.count;
}

test('an officer signs in with a passkey, approves for five minutes, and then after a step-up under another id', async () => {
  const browser = new SessionBrowser(town);
  const { status, view } = await browser.usePasskey('/session', officerKey);
  expect([status, view.role, view.acr, view.amr]).toEqual([201, 'PRIVACY_OFFICER', passkeyAcr, ['pop', 'user']]);
  // There is no such mandate: the officer may ask.
  for (const at of [town.one, town.other]) expect((await browser.ask(approve, { ...forMandates, at })).codes).toEqual(['NOT_FOUND']);
  town.pass(5.1);
  for (const at of [town.one, town.other]) {
    const { status: refused, codes, data, headers } = await browser.ask(approve, { ...forMandates, at });
    expect([refused, codes, data]).toEqual([403, ['STEP_UP_NEEDED'], undefined]);
    expect(headers.get('www-authenticate')).toBeNull();
  }
  const [before, noted] = [browser.cookie, await entries('step-up')];
  const stepped = await browser.usePasskey('/session/step-up', officerKey);
  expect([stepped.status, stepped.view.role, stepped.view.acr]).toEqual([200, 'PRIVACY_OFFICER', passkeyAcr]);
  expect(stepped.view.expiresAt).toBe(view.expiresAt);
  expect(await entries('step-up')).toBe(noted + 1);
  expect(browser.cookie).not.toBe(before);
  expect((await browser.ask(approve, forMandates)).codes).toEqual(['NOT_FOUND']);
  browser.cookie = before;
  for (const at of [town.one, town.other]) expect((await browser.ask(approve, { ...forMandates, at })).status).toBe(401);
});

test('a session names the purposes of an officer’s duty, and no others', async () => {
  const [officer, reviewer] = [new SessionBrowser(town), new SessionBrowser(town)];
  const named = await officer.usePasskey('/session', officerKey);
  expect(named.view.purposes).toEqual(['RIGHTS_FULFILMENT', 'MANDATE_ADMINISTRATION']);
  expect((await reviewer.usePasskey('/session', reviewerKey)).view.purposes).toEqual(['ACCESS_REVIEW']);
  const entry = '{ accessEntries(first: 1) { totalCount } }';
  const review = { headers: { 'privacy-purpose': 'ACCESS_REVIEW' } };
  expect((await reviewer.ask(entry, review)).codes).not.toContain('DUTIES_SEPARATED');
  expect((await officer.ask(entry, review)).codes).toEqual(['DUTIES_SEPARATED']);
  // An employee on record as a resident may not review the log.
  const onRecord = (residentId: string | null): Promise<unknown> =>
    town.database.asOwner('update recreation.employee set resident_id = $1 where id = $2', [residentId, cast.reviewer]);
  await onRecord(cast.neighbour);
  expect((await reviewer.send('GET', '/session')).view.purposes).toEqual([]);
  expect((await reviewer.ask(entry, review)).codes).toEqual(['REVIEWER_ON_RECORD']);
  await onRecord(null);
});

test('an officer who signed in with a password acts in no role before a step-up with a passkey', async () => {
  const browser = new SessionBrowser(town);
  expect((await browser.signIn(officerEmail)).codes).toEqual(['CAPACITY_UNAVAILABLE']);
  await town.database.asOwner(`update recreation.employee set roles = '{CUSTOMER_SERVICE,PRIVACY_OFFICER}' where id = $1`, [
    cast.privacyOfficer,
  ]);
  expect((await browser.signIn(officerEmail)).view).toMatchObject({ role: 'CUSTOMER_SERVICE', roles: ['CUSTOMER_SERVICE'] });
  expect((await browser.send('POST', '/session/capacity', { role: 'PRIVACY_OFFICER' })).codes).toEqual(['CAPACITY_UNAVAILABLE']);
  // Even if the stored session said that it acts as an officer, it could not.
  const { view } = await browser.send('GET', '/session');
  await town.database.asOwner(`update identity.session set role = 'PRIVACY_OFFICER' where id = $1`, [view.id]);
  expect((await browser.ask('{ mandates(first: 1) { totalCount } }', forMandates)).codes).toEqual(['STEP_UP_NEEDED']);
  const stepped = await browser.usePasskey('/session/step-up', officerKey);
  expect(stepped.view).toMatchObject({ acr: passkeyAcr, roles: ['CUSTOMER_SERVICE', 'PRIVACY_OFFICER'] });
  expect((await browser.ask('{ mandates(first: 1) { totalCount } }', forMandates)).data).toEqual({
    mandates: { totalCount: expect.any(Number) },
  });
  await town.database.asOwner(`update recreation.employee set roles = '{PRIVACY_OFFICER}' where id = $1`, [cast.privacyOfficer]);
});

describe('a step-up is refused, and the session stays as it is,', () => {
  const cases: readonly (readonly [string, (browser: SessionBrowser) => Promise<{ readonly codes: readonly string[] }>, string])[] = [
    ['with the passkey of somebody else', (browser) => browser.usePasskey('/session/step-up', administratorKey), 'SIGN_IN_REFUSED'],
    [
      'with an answer to the question of a sign-in',
      async (browser) => {
        const { options } = await browser.send('POST', '/session/options');
        return browser.send('POST', '/session/step-up', { passkey: officerKey.get(options) });
      },
      'SIGN_IN_REFUSED',
    ],
    [
      'with a question that is five minutes old',
      async (browser) => {
        const { options } = await browser.send('POST', '/session/step-up/options');
        town.pass(5.1);
        return browser.send('POST', '/session/step-up', { passkey: officerKey.get(options) });
      },
      'SIGN_IN_REFUSED',
    ],
    ['with a password', (browser) => browser.send('POST', '/session/step-up', { password: 'correct horse battery' }), 'STEP_UP_NEEDED'],
    ['with an answer of another form', (browser) => browser.send('POST', '/session/step-up', { passkey: { id: 1 } }), 'INPUT_INVALID'],
    [
      'with a passkey beside a password',
      (browser) => browser.usePasskey('/session/step-up', officerKey, { password: 'correct horse battery' }),
      'INPUT_INVALID',
    ],
    [
      'from a page of another site',
      (browser) => browser.send('POST', '/session/step-up/options', undefined, { ...ownPage, 'sec-fetch-site': 'cross-site' }),
      'CROSS_SITE_REQUEST',
    ],
  ];
  test.each(cases)('%s', async (_title, refusedBy, code) => {
    const browser = new SessionBrowser(town);
    const { view } = await browser.usePasskey('/session', officerKey);
    town.pass(1);
    const { cookie } = browser;
    expect((await refusedBy(browser)).codes).toEqual([code]);
    expect(browser.cookie).toBe(cookie);
    expect((await browser.send('GET', '/session')).view.provenAt).toBe(view.provenAt);
  });

  test('with an answer that was used before', async () => {
    const browser = new SessionBrowser(town);
    await browser.usePasskey('/session', officerKey);
    const { options } = await browser.send('POST', '/session/step-up/options');
    const passkey = officerKey.get(options);
    expect((await browser.send('POST', '/session/step-up', { passkey })).status).toBe(200);
    expect((await browser.send('POST', '/session/step-up', { passkey })).codes).toEqual(['SIGN_IN_REFUSED']);
  });
});

test(`an account gets ${ownChallengeLimit.points} questions in a quarter of an hour, however many sessions ask, and others go on`, async () => {
  const accountId = await storeAccount(town.database, { email: 'often@mail.example' });
  const [browser, other, officer] = [new SessionBrowser(town), new SessionBrowser(town), new SessionBrowser(town)];
  for (const one of [browser, other]) await one.signIn('often@mail.example');
  await officer.usePasskey('/session', officerKey);
  const ask = (one: SessionBrowser) => one.send('POST', '/session/step-up/options');
  for (let asked = 0; asked < ownChallengeLimit.points; asked += 1) expect((await ask(browser)).status).toBe(200);
  const { status, codes, headers } = await ask(other);
  expect([status, codes, Number(headers.get('retry-after')) > 0]).toEqual([429, ['SIGN_IN_THROTTLED'], true]);
  const { id } = (await other.send('GET', '/session')).view;
  expect(await town.passkeys.registrationOptions({ id, accountId, acr: passkeyAcr })).toMatchObject({ kind: 'throttled' });
  expect((await ask(officer)).status).toBe(200);
});

test('a password that was just confirmed is no fresh passkey', async () => {
  const browser = new SessionBrowser(town);
  const invite = `mutation { inviteEmployee(input: { givenName: "A", familyName: "B", workEmail: "a@town.example", roles: [SUPPORT], reviewsLog: false }) { employee { id } } }`;
  await browser.signIn(administratorEmail);
  const headers = { 'privacy-purpose': 'STAFF_ADMINISTRATION' };
  expect((await browser.ask('{ employees(first: 1) { totalCount } }', { headers })).codes).toEqual([]);
  await browser.send('POST', '/session/step-up', { password: 'correct horse battery' });
  expect((await browser.ask(invite, { headers })).codes).toEqual(['STEP_UP_NEEDED']);
  expect((await browser.usePasskey('/session/step-up', administratorKey)).status).toBe(200);
  expect((await browser.ask(invite, { headers })).codes).toEqual([]);
});

test(`an account has at most ${mostSessions} sessions: one of the browsers that became known last ends`, async () => {
  const browsers: SessionBrowser[] = [];
  const signIn = async (): Promise<void> => {
    const browser = new SessionBrowser(town);
    expect((await browser.signIn(residentEmail)).status).toBe(201);
    browsers.push(browser);
    town.pass(0.02);
  };
  for (let session = 0; session < mostSessions; session += 1) await signIn();
  town.pass(1);
  const before = await entries('end-oldest-session');
  await signIn();
  expect(await entries('end-oldest-session')).toBe(before + 1);
  const statuses: number[] = [];
  // In turns: the gateway admits no more at once.
  for (const browser of browsers) statuses.push((await browser.ask('{ me { givenName } }')).status);
  // The first ones, and the newest.
  expect([...statuses.slice(0, 10), statuses.at(-1)]).toEqual(Array.from({ length: 11 }, () => 200));
  expect(statuses.filter((status) => status === 401)).toHaveLength(1);
});
