import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, personaNamed } from '../../../demo/personas.ts';
import { administerAccount } from '../../../src/identity/accounts/ending/administer-account.ts';
import type { SignedIn } from '../../../src/identity/accounts/accounts.ts';
import { describeDevice, unknownDevice } from '../../../src/identity/sessions/describe-device.ts';
import { openSessions } from '../../../src/identity/sessions/open-sessions.ts';
import { testCalendar } from '../../helpers/time/calendar.ts';
import { testJournal } from '../../helpers/identity/journal.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { goodPassword, openTestAccounts, storeAccount } from '../../helpers/identity/open-test-accounts.ts';
import { openSessionTown, ownPage, SessionBrowser, type SessionTown } from '../../helpers/identity/session-town.ts';

const me = '{ me { givenName } }';
const clerk = personaNamed('customer-service').principal;
const [residentEmail, clerkEmail] = ['resident@mail.example', 'clerk@mail.example'];

let town: SessionTown;
beforeAll(async () => {
  town = await openSessionTown();
  await storeAccount(town.database, { email: residentEmail, residentId: cast.resident });
  await storeAccount(town.database, { email: clerkEmail, residentId: cast.guardian, employeeId: clerk });
});
afterAll(() => town.close());

const shown = { status: 200, data: { me: { givenName: expect.any(String) } } };
const signedIn = async (email = residentEmail, more: object = {}): Promise<SessionBrowser> => {
  const browser = new SessionBrowser(town);
  expect((await browser.signIn(email, more)).status).toBe(201);
  return browser;
};

describe('staying signed in', () => {
  test('is a choice of its own that is recorded and can be withdrawn', async () => {
    const browser = new SessionBrowser(town);
    const { setCookie, view } = await browser.signIn(residentEmail, { keep: true });
    expect(setCookie).toContain(`Max-Age=${30 * 24 * 60 * 60};`);
    expect(view.keptSince).not.toBeNull();
    town.pass(24 * 60);
    expect(await browser.ask(me)).toMatchObject(shown);
    const early = await signedIn();
    expect((await early.send('POST', '/session/keep', { keep: true })).view.keptSince).not.toBeNull();
    const withdrawn = await early.send('POST', '/session/keep', { keep: false });
    expect([withdrawn.view.keptSince, withdrawn.setCookie]).toEqual([null, expect.not.stringContaining('Max-Age')]);
    town.pass(30);
    expect((await early.ask(me)).codes).toEqual(['SESSION_ENDED']);
  });

  test('is not for employees', async () => {
    const browser = new SessionBrowser(town);
    const { status, codes, setCookie } = await browser.signIn(clerkEmail, { role: 'CUSTOMER_SERVICE', keep: true });
    expect([status, codes, setCookie]).toEqual([403, ['CAPACITY_UNAVAILABLE'], undefined]);
  });
});

test('a session changes its capacity after it opened a link from the mailbox, and the link goes with it', async () => {
  const browser = await signedIn(clerkEmail, { role: 'CUSTOMER_SERVICE' });
  const { id } = (await browser.send('GET', '/session')).view;
  await town.database.asOwner(
    `insert into identity.link (hash, kind, email, account_id, session_id, valid_until)
     select sha256('link'), 'PASSKEY', $2, account_id, id, 'infinity' from identity.session where id = $1`,
    [id, clerkEmail],
  );
  const { status, view } = await browser.send('POST', '/session/capacity', { role: 'RESIDENT' });
  expect([status, view.id === id]).toEqual([200, false]);
  expect(await town.database.asOwner('select session_id from identity.link')).toEqual([{ session_id: view.id }]);
});

test('a password that was typed before the owner signed out everywhere starts no session', async () => {
  const accounts = openTestAccounts(town.database);
  const journal = testJournal;
  const sessions = openSessions({
    database: accounts.pool,
    accounts,
    passkeys: undefined,
    journal,
    now: () => testNow,
    calendar: testCalendar,
  });
  const typed = async (): Promise<SignedIn> => {
    const result = await accounts.signIn(residentEmail, goodPassword, { address: '203.0.113.7' });
    if (result.kind !== 'signed-in') throw new Error(result.kind);
    return result;
  };
  try {
    expect((await sessions.start(await typed(), false, { device: unknownDevice })).view.role).toBe('RESIDENT');
    const before = await typed();
    await administerAccount(accounts.pool, journal, 'end-sessions', { email: residentEmail }, testNow);
    await expect(sessions.start(before, false, { device: unknownDevice })).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
  } finally {
    await accounts.stop();
  }
});

const userAgents = {
  'Chrome on Android': 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Mobile Safari/537.36',
  'Chrome on Chromebook': 'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
  'Chrome on iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/147.0.0.0 Mobile/15E148 Safari/604.1',
  'Edge on Windows':
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0',
  'Firefox on Linux': 'Mozilla/5.0 (X11; Linux x86_64; rv:147.0) Gecko/20100101 Firefox/147.0',
  'Firefox on Mac': 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:147.0) Gecko/20100101 Firefox/147.0',
  'Firefox on Windows': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:147.0) Gecko/20100101 Firefox/147.0',
  'Safari on iPhone':
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
  'Safari on iPad':
    'Mozilla/5.0 (iPad; CPU OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
  'Safari on Mac/iPad':
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
  'Samsung Internet on Android':
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36',
} as const;

test('browsers are known by the names of products and of systems', () => {
  const named = Object.values(userAgents).map((one) => describeDevice(one));
  expect(named.map(({ browser, system }) => `${browser} on ${system}`)).toEqual(Object.keys(userAgents));
  for (const unknown of [undefined, '', 'curl/8.5.0', 'constructor/1.0', 'x'.repeat(9_000)]) {
    expect(describeDevice(unknown)).toEqual(unknownDevice);
  }
});

describe('a person sees the own sessions', () => {
  test('and on which device each is, by names without versions, however the session changes', async () => {
    const from = async (device: string): Promise<SessionBrowser> => {
      const browser = new SessionBrowser(town);
      const signIn = { email: residentEmail, password: goodPassword };
      expect((await browser.send('POST', '/session', signIn, { ...ownPage, 'user-agent': device })).status).toBe(201);
      return browser;
    };
    const phone = await from(userAgents['Safari on iPhone']);
    await phone.send('POST', '/session/keep', { keep: true });
    await from(userAgents['Firefox on Windows']);
    const unknown = await from('<b>Unheard/7.1 (Contraption)');
    const { sessions } = await unknown.send('GET', '/sessions');
    expect(sessions.slice(0, 3).map(({ browser, system }) => [browser, system])).toEqual(
      expect.arrayContaining([
        ['Safari', 'iPhone'],
        ['Firefox', 'Windows'],
        [null, null],
      ]),
    );
    const rows = await town.database.asOwner<{ row: string }>('select session::text as row from identity.session session');
    expect(rows.map(({ row }) => row).join()).toContain('Firefox,Windows');
    expect(rows.map(({ row }) => row).join()).not.toMatch(/Mozilla|Unheard|Gecko/);
  });

  test('and ends one of them, in another browser', async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    const { sessions } = await here.send('GET', '/sessions');
    const mine = (await here.send('GET', '/session')).view.id;
    const theirs = (await there.send('GET', '/session')).view.id;
    expect(sessions.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)).toEqual([mine]);
    expect(sessions.map(({ id }) => id)).toContain(theirs);
    expect(await there.ask(me, { at: town.other })).toMatchObject(shown);
    expect((await here.send('DELETE', `/sessions/${theirs}`)).status).toBe(204);
    expect((await there.ask(me, { at: town.other })).status).toBe(401);
    expect(await here.ask(me)).toMatchObject(shown);
  });

  test('and no session of another person', async () => {
    const [here, stranger] = [await signedIn(), await signedIn(clerkEmail)];
    const theirs = (await stranger.send('GET', '/session')).view.id;
    const { sessions } = await here.send('GET', '/sessions');
    expect(sessions.map(({ id }) => id)).not.toContain(theirs);
    for (const id of [theirs, cast.resident, 'no-id']) {
      const { status, codes } = await here.send('DELETE', `/sessions/${id}`);
      expect([status, codes]).toEqual([404, ['NOT_FOUND']]);
    }
    expect(await stranger.ask(me)).toMatchObject(shown);
  });

  test('and signs out everywhere', async () => {
    const browsers = [await signedIn(), await signedIn()];
    const [here] = browsers;
    const cookies = browsers.map(({ cookie }) => cookie);
    for (const browser of browsers) expect(await browser.ask(me, { at: town.other })).toMatchObject(shown);
    expect((await here!.send('DELETE', '/sessions')).status).toBe(204);
    browsers.forEach((browser, at) => (browser.cookie = cookies[at]!));
    for (const browser of browsers) for (const at of [town.one, town.other]) expect((await browser.ask(me, { at })).status).toBe(401);
  });
});

describe('another mail address', () => {
  const newEmail = 'new.address@mail.example';
  const waiting = () => town.database.asOwner('select email, kind, language from identity.mail');
  const ask = async (browser: SessionBrowser, email = newEmail, language = 'en') => {
    const { status, codes, text } = await browser.send('POST', '/session/email', { email }, { ...ownPage, 'accept-language': language });
    return [status, ...(status === 202 ? [JSON.parse(text)] : codes)];
  };
  /** Opens the link from the mailbox of the address that the account has, in the session. */
  const open = async (browser: SessionBrowser, kind = 'OLD_EMAIL'): Promise<void> => {
    const { id } = (await browser.send('GET', '/session')).view;
    await town.database.asOwner(
      `insert into identity.link (hash, kind, email, account_id, session_id, valid_until)
       select sha256(gen_random_uuid()::text::bytea), $2, 'old', account_id, id, 'infinity' from identity.session where id = $1`,
      [id, kind],
    );
  };

  test('is asked for by an owner who has just proven it and reads the mailbox until now, and a link is mailed there', async () => {
    const browser = await signedIn();
    town.pass(6);
    expect(await ask(browser)).toEqual([403, 'STEP_UP_NEEDED']);
    await browser.send('POST', '/session/step-up', { password: 'correct horse battery' });
    // A thief who has only the password gets no further, and a link for a first passkey serves nothing else.
    await open(browser, 'PASSKEY');
    expect(await ask(browser)).toEqual([202, { mailed: 'CURRENT' }]);
    expect(await waiting()).toEqual([{ email: residentEmail, kind: 'OLD_EMAIL', language: 'en' }]);
    await town.database.asOwner('delete from identity.mail');
    await open(browser);
    expect(await ask(browser, 'no address')).toEqual([400, 'INPUT_INVALID']);
    expect(await waiting()).toEqual([]);
    expect(await ask(browser, newEmail, 'fr')).toEqual([202, { mailed: 'NEW' }]);
    expect(await waiting()).toEqual([{ email: newEmail, kind: 'CHANGE_EMAIL', language: 'fr' }]);
    // The link is used up.
    expect(await ask(browser, 'thief@mail.example')).toEqual([202, { mailed: 'CURRENT' }]);
  });

  test('needs the passkey where the account has one', async () => {
    const browser = await signedIn();
    await open(browser);
    expect(await ask(browser)).toEqual([202, { mailed: 'NEW' }]);
    await open(browser);
    await town.database.asOwner(
      `insert into identity.passkey (id, account_id, public_key, counter, transports, backed_up, name, created_at)
       select 'key', id, '', 0, '{}', false, 'phone', now() from identity.account where email = $1`,
      [residentEmail],
    );
    expect(await ask(browser)).toEqual([403, 'STEP_UP_NEEDED']);
    const { view } = await browser.send('GET', '/session');
    await town.database.asOwner(`update identity.session set acr = 'phr' where id = $1`, [view.id]);
    expect(await ask(browser)).toEqual([202, { mailed: 'NEW' }]);
    await town.database.asOwner('delete from identity.passkey');
  });

  test('is not for an employee’s account, whose address was invited', async () => {
    expect(await ask(await signedIn(clerkEmail))).toEqual([403, 'CAPACITY_UNAVAILABLE']);
  });
});
