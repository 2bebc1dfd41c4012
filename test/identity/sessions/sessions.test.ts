import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PageClock } from '../../../src/identity/sessions/sessions.ts';
import { testCalendar } from '../../helpers/time/calendar.ts';
import { cast, personaNamed } from '../../../demo/personas.ts';
import { storeAccount } from '../../helpers/identity/open-test-accounts.ts';
import { openSessionTown, SessionBrowser, type SessionTown } from '../../helpers/identity/session-town.ts';

const me = '{ me { givenName } }';
const clerk = personaNamed('customer-service').principal;
const [residentEmail, clerkEmail] = ['resident@mail.example', 'clerk@mail.example'];

let town: SessionTown;
let clerkAccount: string;
beforeAll(async () => {
  town = await openSessionTown();
  await storeAccount(town.database, { email: residentEmail, residentId: cast.resident });
  clerkAccount = await storeAccount(town.database, { email: clerkEmail, residentId: cast.guardian, employeeId: clerk });
});
afterAll(() => town.close());

const shown = { status: 200, data: { me: { givenName: expect.any(String) } } };
const signedIn = async (email = residentEmail, more: object = {}): Promise<SessionBrowser> => {
  const browser = new SessionBrowser(town);
  expect((await browser.signIn(email, more)).status).toBe(201);
  return browser;
};

describe('a resident signs in with a browser', () => {
  test('and reads the own record with a cookie that scripts cannot read, at each gateway', async () => {
    const browser = new SessionBrowser(town);
    const { status, setCookie, view, text } = await browser.signIn(residentEmail);
    expect(status).toBe(201);
    expect(setCookie).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    expect(view).toMatchObject({
      role: 'RESIDENT',
      roles: ['RESIDENT'],
      acr: 'urn:need-to-know:acr:password',
      amr: ['pwd'],
      keptSince: null,
    });
    for (const personal of [residentEmail, cast.resident, browser.cookie.split('=')[1]!]) expect(text).not.toContain(personal);
    for (const at of [town.one, town.other]) expect(await browser.ask(me, { at })).toMatchObject(shown);
  });

  test('and the database has a digest in place of the id', async () => {
    const { cookie } = await signedIn();
    const rows = await town.database.asOwner<{ row: string }>('select session::text as row from identity.session session');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ row }) => row).join()).not.toContain(cookie.split('=')[1]);
  });

  test('and the purposes are those of the role', async () => {
    const browser = await signedIn();
    const { codes } = await browser.ask(me, { headers: { 'privacy-purpose': 'SERVICE_PROVISION' } });
    expect(codes).toEqual(['PURPOSE_NOT_ALLOWED']);
  });

  test('and signs out, with an entry in the access log', async () => {
    const browser = await signedIn();
    const { cookie } = browser;
    expect(await browser.ask(me)).toMatchObject(shown);
    const answered = await browser.send('DELETE', '/session');
    expect([answered.status, answered.setCookie]).toEqual([204, expect.stringContaining('Max-Age=0')]);
    browser.cookie = cookie;
    for (const at of [town.one, town.other]) expect((await browser.ask(me, { at })).status).toBe(401);
    const templates = await town.database.asOwner(`select from access_log.template where text like '%sign-out%'`);
    expect(templates.length).toBeGreaterThan(0);
  });

  test('whose password is wrong, or whom no one knows, gets the same answer and no cookie', async () => {
    const browser = new SessionBrowser(town);
    const wrong = await browser.signIn(residentEmail, { password: 'not the password at all' });
    const unknown = await browser.signIn('nobody@mail.example');
    expect([wrong.status, wrong.codes, wrong.setCookie]).toEqual([401, ['SIGN_IN_REFUSED'], undefined]);
    expect([unknown.status, unknown.text, unknown.setCookie]).toEqual([wrong.status, wrong.text, undefined]);
  });

  test('a body of another form is refused by the names of its members', async () => {
    const browser = new SessionBrowser(town);
    const { status, codes, errors } = await browser.send('POST', '/session', { email: 1, password: 'x' });
    expect([status, codes, errors[0]!.extensions.coordinates]).toEqual([400, ['INPUT_INVALID'], ['email']]);
    expect((await browser.signIn(residentEmail, { more: true })).codes).toEqual(['INPUT_INVALID']);
  });
});

describe('a session ends', () => {
  test('when it is not used, and lasts while it is used', async () => {
    const browser = await signedIn();
    for (const _use of [1, 2, 3]) {
      town.pass(29);
      expect(await browser.ask(me)).toMatchObject(shown);
    }
    town.pass(30);
    for (const at of [town.one, town.other]) expect((await browser.ask(me, { at })).codes).toEqual(['SESSION_ENDED']);
    expect((await browser.send('GET', '/session')).codes).toEqual(['SESSION_ENDED']);
  });

  test('twelve hours after the sign-in, however much it is used', async () => {
    const browser = await signedIn();
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      town.pass(20);
      expect((await browser.ask(me)).status).toBe(200);
    }
    town.pass(20);
    expect((await browser.ask(me)).codes).toEqual(['SESSION_ENDED']);
  });

  test('after twenty minutes without a use for an employee', async () => {
    const browser = await signedIn(clerkEmail, { role: 'CUSTOMER_SERVICE' });
    expect(await browser.ask('{ __typename }')).toMatchObject({ status: 200 });
    town.pass(20);
    expect((await browser.ask('{ __typename }')).codes).toEqual(['SESSION_ENDED']);
  });

  test('and a use is written down at most once a minute', async () => {
    const browser = await signedIn();
    const { view } = await browser.send('GET', '/session');
    const lastUse = async (): Promise<string> => {
      const [row] = await town.database.asOwner<{ at: Date }>('select last_used_at as at from identity.session where id = $1', [view.id]);
      return row!.at.toISOString();
    };
    const first = await lastUse();
    town.pass(0.5);
    await browser.ask(me);
    expect(await lastUse()).toBe(first);
    town.pass(0.5);
    await browser.ask(me);
    expect(await lastUse()).not.toBe(first);
  });
});

test('a page learns the clock of the municipality with its session', async () => {
  const browser = await signedIn();
  const { clock } = (await browser.send('GET', '/session')).view as unknown as { readonly clock: PageClock };
  const until = new Date(Date.UTC(new Date(clock.now).getUTCFullYear() + 4, 0, 1));
  expect(clock.offsets.filter(([at]) => at < until.getTime())).toEqual(testCalendar.offsets(new Date('1990-01-01T00:00:00Z'), until));
});

describe('a person who is a clerk too', () => {
  test('acts in one capacity, and in another after an explicit change, under another id', async () => {
    const browser = await signedIn(clerkEmail, { role: 'RESIDENT' });
    const before = browser.cookie;
    expect(await browser.ask(me)).toMatchObject(shown);
    const { status, view } = await browser.send('POST', '/session/capacity', { role: 'CUSTOMER_SERVICE' });
    expect([status, view.role, view.roles]).toEqual([200, 'CUSTOMER_SERVICE', ['RESIDENT', 'CUSTOMER_SERVICE']]);
    expect(browser.cookie).not.toBe(before);
    expect((await browser.ask(me)).codes).toEqual(['PURPOSE_REQUIRED']);
    const rotated = browser.cookie;
    browser.cookie = before;
    for (const at of [town.one, town.other]) expect((await browser.ask(me, { at })).status).toBe(401);
    browser.cookie = rotated;
    expect((await browser.send('POST', '/session/capacity', { role: 'PRIVACY_OFFICER' })).codes).toEqual(['CAPACITY_UNAVAILABLE']);
    expect((await browser.send('GET', '/session')).view.role).toBe('CUSTOMER_SERVICE');
  });

  test('loses the session with the role, from the next request on', async () => {
    const browser = await signedIn(clerkEmail, { role: 'CUSTOMER_SERVICE' });
    const query = `{ resident(id: "${cast.resident}") { givenName } }`;
    const headers = { 'privacy-purpose': 'SERVICE_PROVISION' };
    for (const at of [town.one, town.other]) expect((await browser.ask(query, { at, headers })).status).toBe(200);
    const roles = await town.database.asOwner<{ roles: string[] }>('select roles from recreation.employee where id = $1', [clerk]);
    await town.database.asOwner(`update recreation.employee set roles = '{PRIVACY_OFFICER}' where id = $1`, [clerk]);
    for (const at of [town.one, town.other]) {
      const { status, codes } = await browser.ask(query, { at, headers });
      expect([status, codes]).toEqual([401, ['ACCESS_ENDED']]);
    }
    await town.database.asOwner('update recreation.employee set roles = $2 where id = $1', [clerk, roles[0]!.roles]);
  });

  test('loses it with the account', async () => {
    const browser = await signedIn(clerkEmail);
    for (const at of [town.one, town.other]) expect(await browser.ask(me, { at })).toMatchObject(shown);
    await town.database.asOwner('update identity.account set disabled_at = now() where id = $1', [clerkAccount]);
    for (const at of [town.one, town.other]) expect((await browser.ask(me, { at })).status).toBe(401);
    await town.database.asOwner('update identity.account set disabled_at = null where id = $1', [clerkAccount]);
  });
});

describe('a step-up', () => {
  test('confirms the password, and gives the session another id', async () => {
    const browser = await signedIn();
    const before = browser.cookie;
    const first = await browser.send('GET', '/session');
    town.pass(5);
    const { status, view } = await browser.send('POST', '/session/step-up', { password: 'correct horse battery' });
    expect(status).toBe(200);
    expect(Date.parse(view.provenAt) - Date.parse(first.view.provenAt)).toBe(5 * 60_000);
    expect(view.expiresAt).toBe(first.view.expiresAt);
    expect(await browser.ask(me)).toMatchObject(shown);
    browser.cookie = before;
    expect((await browser.ask(me)).status).toBe(401);
  });

  test('by a wrong password is refused, and the session stays as it is', async () => {
    const browser = await signedIn();
    const { status, codes, setCookie } = await browser.send('POST', '/session/step-up', { password: 'not the password at all' });
    expect([status, codes, setCookie]).toEqual([401, ['SIGN_IN_REFUSED'], undefined]);
    expect(await browser.ask(me)).toMatchObject(shown);
  });

  test('by a password does not renew a sign-in with a passkey', async () => {
    const browser = await signedIn();
    const { view } = await browser.send('GET', '/session');
    await town.database.asOwner(`update identity.session set acr = 'phr' where id = $1`, [view.id]);
    const { status, codes } = await browser.send('POST', '/session/step-up', { password: 'correct horse battery' });
    expect([status, codes]).toEqual([403, ['STEP_UP_NEEDED']]);
  });
});
