import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { checkSameOrigin } from '../../../../src/identity/authentication/browsers/known-sessions.ts';
import { checkOrigin } from '../../../../src/server/http/requests/allow-origins.ts';
import { storeAccount } from '../../../helpers/identity/open-test-accounts.ts';
import { openSessionTown, ownPage, SessionBrowser, type SessionTown } from '../../../helpers/identity/session-town.ts';

// An attacker makes a browser's session act for them: through a page of another site, an id that they chose, or an ended session.
const me = '{ me { givenName } }';
const email = 'resident@mail.example';
const chosen = `__Host-session=${'A'.repeat(43)}`;

let town: SessionTown;
let browser: SessionBrowser;
beforeAll(async () => {
  town = await openSessionTown();
  await storeAccount(town.database, { email, residentId: cast.resident });
  browser = new SessionBrowser(town);
  await browser.signIn(email);
});
afterAll(() => town.close());

const own = (): string => new URL(town.one.url).origin.replace('http:', 'https:');

test('a page of the gateway’s own origin sees the value', async () => {
  for (const headers of [ownPage, { origin: own(), 'x-requested-by': 'page' }, { ...ownPage, origin: own() }]) {
    const { status, data } = await browser.send('POST', '/graphql', { query: me }, headers);
    expect([status, data]).toEqual([200, { me: { givenName: expect.any(String) } }]);
  }
});

describe('a request that no own page sent is refused', () => {
  const by = { 'x-requested-by': 'page' };
  test.each<[string, () => Readonly<Record<string, string>>, string?]>([
    ['from another site', () => ({ ...by, 'sec-fetch-site': 'cross-site' })],
    ['from another host of the same site', () => ({ ...by, 'sec-fetch-site': 'same-site' })],
    ['that somebody typed', () => ({ ...by, 'sec-fetch-site': 'none' })],
    ['without the header of a page', () => ({ 'sec-fetch-site': 'same-origin' })],
    ['with an empty header of a page', () => ({ 'sec-fetch-site': 'same-origin', 'x-requested-by': '' })],
    ['without any word on its page', () => by],
    ['of another origin', () => ({ ...by, origin: 'https://elsewhere.example' }), 'ORIGIN_NOT_ALLOWED'],
    ['of another origin that calls itself the same', () => ({ ...ownPage, origin: 'https://elsewhere.example' }), 'ORIGIN_NOT_ALLOWED'],
    ['of an origin that is opaque', () => ({ ...by, origin: 'null' }), 'ORIGIN_NOT_ALLOWED'],
    ['of this host without TLS', () => ({ ...by, origin: own().replace('https:', 'http:') })],
  ])('%s', async (_title, headersOf, code = 'CROSS_SITE_REQUEST') => {
    const answered = await browser.send('POST', '/graphql', { query: me }, headersOf());
    expect([answered.status, answered.codes, answered.data]).toEqual([403, [code], undefined]);
    for (const [method, path, body] of [
      ['POST', '/session', { email, password: 'correct horse battery' }],
      ['DELETE', '/session', undefined],
      ['DELETE', '/sessions', undefined],
      ['POST', '/session/keep', { keep: true }],
    ] as const) {
      const { status, codes, setCookie } = await browser.send(method, path, body, headersOf());
      expect([status, codes, setCookie]).toEqual([403, ['CROSS_SITE_REQUEST'], undefined]);
    }
    expect((await browser.ask(me)).status).toBe(200);
  });
});

test('the host that a client forwards, which a proxy may pass on, is not the own one', async () => {
  const forwarded = { host: 'town.example', 'x-forwarded-host': 'elsewhere.example', 'x-requested-by': 'page' };
  const [theirs, ours] = ['elsewhere', 'town'].map((name) => ({ ...forwarded, origin: `https://${name}.example` }));
  // As Fastify makes a request of a peer that is trusted.
  const asked = (headers: typeof theirs) => ({ headers: headers!, host: 'elsewhere.example' });
  expect(() => checkSameOrigin(asked(ours), { secure: true })).not.toThrow();
  expect(() => checkOrigin(asked(ours), [])).not.toThrow();
  expect(() => checkSameOrigin(asked(theirs), { secure: true })).toThrow(expect.objectContaining({ code: 'CROSS_SITE_REQUEST' }));
  expect(() => checkOrigin(asked(theirs), [])).toThrow(expect.objectContaining({ code: 'ORIGIN_NOT_ALLOWED' }));
});

test('a form of another site, with the media types that forms have, is refused', async () => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
    const { status, data } = await town.one.send({
      method: 'POST',
      headers: { cookie: browser.cookie, 'content-type': type },
      body: JSON.stringify({ query: me }),
    });
    expect([400, 415]).toContain(status);
    expect(data).toBeUndefined();
  }
});

test('an id that the client chose is not taken over by a sign-in', async () => {
  const fixed = new SessionBrowser(town);
  fixed.cookie = chosen;
  expect((await fixed.ask(me)).codes).toEqual(['SESSION_ENDED']);
  const { status, setCookie } = await fixed.signIn(email);
  expect([status, setCookie]).toEqual([201, expect.not.stringContaining('A'.repeat(43))]);
  expect((await fixed.ask(me)).status).toBe(200);
  fixed.cookie = chosen;
  for (const at of [town.one, town.other]) expect((await fixed.ask(me, { at })).codes).toEqual(['SESSION_ENDED']);
});

test('a sign-in ends the session that the browser had', async () => {
  const again = new SessionBrowser(town);
  await again.signIn(email);
  const before = again.cookie;
  expect((await again.ask(me)).status).toBe(200);
  await again.signIn(email);
  expect((await again.ask(me)).status).toBe(200);
  again.cookie = before;
  for (const at of [town.one, town.other]) expect((await again.ask(me, { at })).status).toBe(401);
});

test.each<[string, () => string, string]>([
  ['two sessions', () => `${browser.cookie}; ${chosen}`, 'SESSION_ENDED'],
  ['the same session twice', () => `${browser.cookie}; ${browser.cookie}`, 'SESSION_ENDED'],
  ['an empty session', () => '__Host-session=', 'SESSION_ENDED'],
  ['the digest of a session', () => `__Host-session=${'0'.repeat(64)}`, 'SESSION_ENDED'],
  ['a session with a suffix', () => `${browser.cookie}A`, 'SESSION_ENDED'],
])('%s is refused, and never counts as no one', async (_title, cookieOf, code) => {
  const other = new SessionBrowser(town);
  other.cookie = cookieOf();
  const { status, codes } = await other.ask(me);
  expect([status, codes]).toEqual([401, [code]]);
});

test('a cookie without the prefix, which another host could have set, opens nothing', async () => {
  const other = new SessionBrowser(town);
  other.cookie = browser.cookie.replace('__Host-', '');
  expect((await other.ask(me)).codes).toEqual(['AUTHENTICATION_REQUIRED']);
});

test('a session together with a token is refused, although each would be accepted', async () => {
  const token = await town.one.token('resident');
  expect((await town.one.ask('resident', me)).status).toBe(200);
  const { status, codes } = await browser.ask(me, { headers: { authorization: `Bearer ${token}` } });
  expect([status, codes]).toEqual([400, ['CREDENTIALS_CONFLICT']]);
});

test('a page of another origin that may ask with tokens gets no cookie', async () => {
  const { headers } = await town.one.send({
    method: 'OPTIONS',
    headers: {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-requested-by',
    },
  });
  expect(headers.get('access-control-allow-credentials')).toBeNull();
  expect(headers.get('access-control-allow-headers') ?? '').not.toContain('x-requested-by');
});
