import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoAccounts } from '../../demo/accounts.ts';
import { personaNamed, personas } from '../../demo/personas.ts';
import { openDemoTown, type DemoTown } from '../helpers/gateway/demo-town.ts';
import { openGateway } from '../helpers/gateway/gateway.ts';

let town: DemoTown;
let page: string;
let origin: string;
beforeAll(async () => {
  town = await openDemoTown();
  ({ origin } = new URL(town.place.issuer));
  page = `${origin}/development`;
});
afterAll(() => town.gateway.close());

const form = (persona: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(page, { method: 'POST', redirect: 'manual', headers: { origin, ...headers }, body: new URLSearchParams({ persona }) });

/** The session of a cookie, as a page of the gateway reads it. */
async function sessionOf(cookie: string): Promise<{ readonly role?: string; readonly acr?: string }> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'x-requested-by': 'page' };
  return (await (await fetch(`${origin}/session`, { headers })).json()) as { role?: string; acr?: string };
}

const cookieOf = ({ headers }: Response): string => /^[^;]*/.exec(headers.getSetCookie()[0] ?? '')![0];

test('the page has one button for each persona that has an account, in both languages, and runs no script', async () => {
  for (const [language, verb] of [
    ['en', 'Sign in as'],
    ['fr', 'Se connecter comme'],
  ] as const) {
    const response = await fetch(page, { headers: { 'accept-language': language } });
    const text = await response.text();
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(response.headers.get('content-security-policy')).not.toContain('script-src');
    for (const { persona } of demoAccounts) expect(text).toContain(`aria-label="${verb} ${persona}"`);
    expect(text.match(/<button/g)).toHaveLength(personas.filter(({ mandates }) => mandates.length === 0).length);
  }
});

test.each(demoAccounts)('$persona signs in with one button, and acts in its role', async ({ persona, hasPasskey }) => {
  const response = await form(persona, { 'sec-fetch-site': 'same-origin' });
  expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
  const { role, acr } = await sessionOf(cookieOf(response));
  expect([role, acr]).toEqual([personaNamed(persona).role, hasPasskey ? 'phr' : 'urn:need-to-know:acr:password']);
});

test('a sign-in ends the session that the browser had', async () => {
  const before = cookieOf(await form('resident'));
  expect((await sessionOf(before)).role).toBe('RESIDENT');
  const after = cookieOf(await form('support', { cookie: before }));
  expect((await sessionOf(after)).role).toBe('SUPPORT');
  expect((await sessionOf(before)).role).toBeUndefined();
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['another origin', { origin: 'http://elsewhere.example' }],
  ['another host of the same site', { 'sec-fetch-site': 'same-site' }],
  ['an opaque origin', { origin: 'null' }],
])('a form of %s signs no one in', async (_from, headers) => {
  const response = await form('resident', headers);
  expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
  expect(await response.text()).toContain('CROSS_SITE_REQUEST');
});

test.each(['police', 'nobody', ''])('“%s”, who has no account, does not sign in', async (persona) => {
  const response = await form(persona);
  expect([response.status, response.headers.getSetCookie()]).toEqual([400, []]);
  expect(await response.text()).toContain('role="alert"');
});

test('at another name of this machine the page leads to the one for which passkeys are', async () => {
  const response = await fetch(page.replace('localhost', '127.0.0.1'), { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([303, page]);
});

test('a gateway without a development has no such page', async () => {
  const plain = await openGateway({}, town.gateway.database);
  for (const method of ['GET', 'POST']) {
    const { status, codes } = await plain.send({ path: '/development', method });
    expect([status, codes]).toEqual([404, ['ROUTE_UNKNOWN']]);
  }
  await plain.close();
});
