import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cast, personaNamed } from '../../../demo/personas.ts';
import { storeAccount } from '../../helpers/identity/open-test-accounts.ts';
import { openSessionTown, ownPage, SessionBrowser, type SessionTown } from '../../helpers/identity/session-town.ts';

// A page names the session that it was opened with (`Privacy-Session`). A browser has one cookie for all its tabs.
const me = '{ me { givenName } }';
const [residentEmail, clerkEmail] = ['resident@mail.example', 'clerk@mail.example'];

let town: SessionTown;
beforeAll(async () => {
  town = await openSessionTown();
  await storeAccount(town.database, { email: residentEmail, residentId: cast.resident });
  const { principal: employeeId } = personaNamed('customer-service');
  await storeAccount(town.database, { email: clerkEmail, residentId: cast.guardian, employeeId });
});
afterAll(() => town.close());

const shown = { status: 200, data: { me: { givenName: expect.any(String) } } };
const naming = (id: string): Readonly<Record<string, string>> => ({ 'privacy-session': id });
const opened = async (email = residentEmail, more: object = {}): Promise<{ browser: SessionBrowser; id: string }> => {
  const browser = new SessionBrowser(town);
  expect((await browser.signIn(email, more)).status).toBe(201);
  return { browser, id: (await browser.send('GET', '/session')).view.id };
};
const refused = async (browser: SessionBrowser, id: string): Promise<void> => {
  const headers = naming(id);
  // At the second gateway, and where the session is known.
  for (const at of [town.one, town.other, town.one]) {
    const { status, codes, data } = await browser.ask(me, { at, headers: { ...headers, accept: 'application/graphql-response+json' } });
    expect([status, codes, data]).toEqual([409, ['SESSION_CHANGED'], undefined]);
  }
  for (const [method, path, body] of [
    ['GET', '/session', undefined],
    ['GET', '/sessions', undefined],
    ['DELETE', '/session', undefined],
    ['DELETE', '/sessions', undefined],
    ['POST', '/session/capacity', { role: 'RESIDENT' }],
    ['POST', '/session/keep', { keep: true }],
  ] as const) {
    const { status, codes, setCookie } = await browser.send(method, path, body, { ...ownPage, ...headers });
    expect([path, status, codes, setCookie]).toEqual([path, 409, ['SESSION_CHANGED'], undefined]);
  }
};

test('a page reads on, also after a step-up, a choice to stay signed in and a change to the same capacity', async () => {
  const { browser, id } = await opened();
  const readsOn = async (): Promise<void> => {
    for (const at of [town.one, town.other]) expect(await browser.ask(me, { at, headers: naming(id) })).toMatchObject(shown);
  };
  await readsOn();
  for (const [path, body] of [
    ['/session/step-up', { password: 'correct horse battery' }],
    ['/session/keep', { keep: true }],
    ['/session/capacity', { role: 'RESIDENT' }],
  ] as const) {
    const { status, view } = await browser.send('POST', path, body, { ...ownPage, ...naming(id) });
    expect([status, view.id]).toEqual([200, id]);
    await readsOn();
  }
});

test('a page is refused once another person has signed in with the browser, who reads on and stays signed in', async () => {
  const { browser, id } = await opened();
  expect(await browser.ask(me, { headers: naming(id) })).toMatchObject(shown);
  expect((await browser.signIn(clerkEmail, { role: 'RESIDENT' })).status).toBe(201);
  const { view } = await browser.send('GET', '/session');
  expect(await browser.ask(me, { headers: naming(view.id) })).toMatchObject(shown);
  await refused(browser, id);
  await refused(browser, '');
  expect(await browser.ask(me, { headers: naming(view.id) })).toMatchObject(shown);
});

test('a page is refused once the same person acts in another capacity', async () => {
  const { browser, id } = await opened(clerkEmail, { role: 'CUSTOMER_SERVICE' });
  const { view } = await browser.send('POST', '/session/capacity', { role: 'RESIDENT' });
  expect(await browser.ask(me, { headers: naming(view.id) })).toMatchObject(shown);
  await refused(browser, id);
});

test('a page is refused once the browser has no session, and does not continue anonymously', async () => {
  const { browser, id } = await opened();
  const services = '{ services(first: 1) { totalCount } }';
  expect((await browser.ask(services, { headers: naming(id) })).status).toBe(200);
  await browser.send('DELETE', '/session');
  expect((await browser.ask(services)).status).toBe(200);
  const { status, codes } = await browser.ask(services, { headers: naming(id) });
  expect([status, codes]).toEqual([401, ['SESSION_ENDED']]);
});

test('the name of a session is ignored next to a token', async () => {
  const authorization = `Bearer ${await town.one.token('resident')}`;
  const { data } = await new SessionBrowser(town).ask(me, { headers: { authorization, ...naming('any') } });
  expect(data).toEqual(shown.data);
});
