import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, personaNamed } from '../../../demo/personas.ts';
import { storeAccount } from '../../helpers/open-test-accounts.ts';
import { openSessionTown, SessionBrowser, type SessionTown } from '../../helpers/session-town.ts';

const me = '{ me { givenName } }';
const clerk = personaNamed('customer-service').principal;
const [residentEmail, clerkEmail] = ['resident@mail.example', 'clerk@mail.example'];

let town: SessionTown;
beforeAll(async () => {
  town = await openSessionTown();
  await storeAccount(town.database, { email: residentEmail, residentId: cast.resident });
  await storeAccount(town.database, { email: clerkEmail, residentId: cast.guardian, employeeId: clerk });
}, 60_000);
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

describe('a person sees the own sessions', () => {
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

  test('and none of another person', async () => {
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
