import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as oidc from 'openid-client';
import { goodPassword as password } from '../../../helpers/identity/open-test-accounts.ts';
import { app, audience, bothEmail, openIdentityTown, residentEmail, type IdentityTown } from '../../../helpers/identity/identity-town.ts';
import { Browser, hidden } from '../../../../demo/sign-in/browser.ts';
import { ask, exchange, openMobileApp, signIn, type MobileApp } from '../../../helpers/tokens/mobile-app.ts';
import { newClientKeys, signProof } from '../../../helpers/tokens/sign-proof.ts';

// Another app, another site or another browser tries to get into a sign-in that is not its own.
let town: IdentityTown;
let phone: MobileApp;
beforeAll(async () => {
  town = await openIdentityTown();
  phone = await openMobileApp(town);
});
afterAll(() => town.close());

const me = '{ me { givenName } }';
const usual = {
  client_id: app.id,
  response_type: 'code',
  redirect_uri: app.redirectUris[0],
  scope: 'openid purpose:SELF_SERVICE',
  code_challenge: 'x'.repeat(43),
  code_challenge_method: 'S256',
  resource: audience,
  state: 'peregrine',
};

/** Sends a form with a proof of possession, as often as the server wants another nonce. */
async function post(path: string, form: Readonly<Record<string, string>>, nonce?: string): Promise<{ status: number; body: any }> {
  const url = `${town.issuer}${path}`;
  const dpop = await signProof(newClientKeys(), { url, token: '', nonce });
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form), headers: { dpop } });
  const body = (await response.json()) as { error?: string };
  const next = response.headers.get('dpop-nonce');
  return body.error === 'use_dpop_nonce' && next !== null && nonce === undefined
    ? post(path, form, next)
    : { status: response.status, body };
}

describe('a pushed request', () => {
  test('is accepted as the app makes it', async () => {
    expect(await post('/request', usual)).toMatchObject({ status: 201, body: { request_uri: expect.any(String) } });
  });

  const { code_challenge: _challenge, code_challenge_method: _method, ...withoutPkce } = usual;
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['without PKCE', withoutPkce, 'invalid_request'],
    ['with PKCE in plain', { ...usual, code_challenge_method: 'plain' }, 'invalid_request'],
    ['with a redirect to another site', { ...usual, redirect_uri: 'https://elsewhere.example/' }, 'invalid_request'],
    ['with a longer redirect URI', { ...usual, redirect_uri: `${app.redirectUris[0]}/more` }, 'invalid_request'],
    ['of an app that does not exist', { ...usual, client_id: 'peregrine' }, 'invalid_client'],
    ['for another audience', { ...usual, resource: 'urn:elsewhere' }, 'invalid_target'],
    ['for a token without a code', { ...usual, response_type: 'token' }, 'unsupported_response_type'],
  ])('%s is refused', async (_title, form, error) => {
    const { status, body } = await post('/request', form);
    expect([status, body.error]).toEqual([expect.any(Number), expect.stringMatching(error)]);
    expect(status).toBeGreaterThanOrEqual(400);
  });

  test('is needed: the app is told so, and where the app is another a page repeats nothing', async () => {
    const told = await new Browser().go(`${town.issuer}/auth?${new URLSearchParams(usual).toString()}`);
    expect(new URL(told.location!).searchParams.get('error')).toBe('invalid_request');
    const elsewhere = new URLSearchParams({ ...usual, redirect_uri: 'https://peregrine.example/' });
    const { status, text, headers, location } = await new Browser().go(`${town.issuer}/auth?${elsewhere.toString()}`);
    expect([status, location]).toEqual([400, undefined]);
    expect(text).toContain('This sign-in cannot go on');
    expect(text).not.toContain('peregrine');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  test('is used once', async () => {
    const address = await phone.begin();
    await signIn(new Browser(), address);
    const again = await new Browser().go(address);
    expect([again.status, again.location]).toEqual([400, undefined]);
  });
});

describe('a code', () => {
  test('is used once: the second use ends what the first got', async () => {
    const opened = await signIn(new Browser(), await phone.begin());
    const tokens = await exchange(phone, opened);
    expect((await ask(phone, town, tokens.access_token, me)).status).toBe(200);
    await expect(exchange(phone, opened)).rejects.toMatchObject({ error: 'invalid_grant' });
    const refused = await ask(phone, town, tokens.access_token, me, town.other.url);
    expect([refused.status, refused.body.errors[0].extensions.code]).toEqual([401, 'ACCESS_ENDED']);
  });

  test('is worth nothing at two places at once', async () => {
    const opened = await signIn(new Browser(), await phone.begin());
    const results = await Promise.allSettled([exchange(phone, opened), exchange(phone, opened)]);
    const obtained = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(obtained.length).toBeLessThan(2);
    for (const { access_token: token } of obtained) expect((await ask(phone, town, token, me)).status).toBe(401);
  });

  test('is worth nothing without the verifier, or with another key', async () => {
    const other = await openMobileApp(town);
    await expect(exchange({ ...phone, verifier: other.verifier }, await signIn(new Browser(), await phone.begin()))).rejects.toMatchObject({
      error: 'invalid_grant',
    });
    await expect(exchange({ ...phone, dpop: other.dpop }, await signIn(new Browser(), await phone.begin()))).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  test('of another issuer is not taken by the app (RFC 9207)', async () => {
    const opened = new URL(await signIn(new Browser(), await phone.begin()));
    expect(opened.searchParams.get('iss')).toBe(town.issuer);
    opened.searchParams.set('iss', 'https://issuer.example');
    await expect(exchange(phone, opened.href)).rejects.toMatchObject({ code: 'OAUTH_INVALID_RESPONSE' });
  });
});

describe('the page of a sign-in', () => {
  const begin = async (browser: Browser) => browser.go(await phone.begin());

  test('is of no use to another browser', async () => {
    const form = await begin(new Browser());
    expect((await new Browser().go(form.url)).status).toBe(400);
    const stolen = await new Browser().go(form.url, { step: 'sign-in', email: residentEmail, password });
    expect([stolen.status, stolen.text.includes('act for you')]).toEqual([400, false]);
  });

  test('takes no form of another site', async () => {
    const browser = new Browser();
    const form = await begin(browser);
    for (const origin of ['https://elsewhere.example', 'null', '']) {
      const { status } = await browser.go(form.url, { step: 'sign-in', email: residentEmail, password }, { origin });
      expect(status).toBe(403);
    }
    expect((await browser.go(form.url, { step: 'sign-in', email: residentEmail, password })).text).toContain('act for you');
  });

  test('says the same for an unknown account as for a wrong password, and shows nothing of what was typed', async () => {
    const browser = new Browser();
    const form = await begin(browser);
    const wrong = await browser.go(form.url, { step: 'sign-in', email: residentEmail, password: 'peregrine' });
    const unknown = await browser.go(form.url, { step: 'sign-in', email: 'peregrine@mail.example', password: 'peregrine' });
    expect([unknown.status, unknown.text]).toEqual([wrong.status, wrong.text]);
    expect(wrong.text).not.toMatch(/peregrine|mail\.example/);
  });

  test('runs nothing, loads nothing and stands in no frame', async () => {
    const { headers, text } = await begin(new Browser());
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' ca\.example\.town:; /,
    );
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(text).not.toMatch(/<script|onclick|https:\/\//);
  });

  test('lets no one in without the password: a consent needs the sign-in before it', async () => {
    const browser = new Browser();
    const form = await begin(browser);
    const mine = await browser.go(form.url, { step: 'sign-in', email: residentEmail, password });
    const victim = new Browser();
    const other = await begin(victim);
    for (const proof of ['', 'x', hidden(mine, 'proof')]) {
      const { status, location } = await victim.go(other.url, { step: 'allow', role: 'RESIDENT', proof });
      expect([status, location]).toEqual([400, undefined]);
    }
  });

  test('gives no capacity that the account lacks', async () => {
    const browser = new Browser();
    const form = await browser.go(await phone.begin({ scope: 'openid purpose:SELF_SERVICE purpose:SERVICE_PROVISION' }));
    const consent = await browser.go(form.url, { step: 'sign-in', email: residentEmail, password });
    const { status, location } = await browser.go(consent.url, {
      step: 'allow',
      role: 'CUSTOMER_SERVICE',
      proof: hidden(consent, 'proof'),
    });
    expect([status, location]).toEqual([400, undefined]);
  });

  test('is cancelled without a trace of who signed in', async () => {
    const browser = new Browser();
    const form = await begin(browser);
    const { location } = await browser.go(form.url, { step: 'cancel' });
    expect(new URL(location!).searchParams.get('error')).toBe('access_denied');
  });
});

test('an account that is disabled gets no token, neither for a code nor for a refresh token', async () => {
  const opened = await signIn(new Browser(), await phone.begin(), bothEmail);
  const tokens = await exchange(phone, opened);
  const later = await signIn(new Browser(), await phone.begin(), bothEmail);
  const disable = (at: string): Promise<unknown> =>
    town.one.database.asOwner(`update identity.account set disabled_at = ${at} where id = $1`, [town.bothId]);
  await disable('now()');
  try {
    await expect(exchange(phone, later)).rejects.toMatchObject({ error: 'invalid_grant' });
    await expect(oidc.refreshTokenGrant(phone.config, tokens.refresh_token!, undefined, { DPoP: phone.dpop })).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  } finally {
    await disable('null');
  }
});

test('a failure of the database is told without a value, and stands in the log', async () => {
  await town.one.database.asOwner('revoke insert on identity.artifact from ntk_identity');
  try {
    expect(await post('/request', usual)).toEqual({ status: 500, body: { error: 'server_error', error_description: expect.any(String) } });
    const lines = town.one.logged.filter((line) => line.includes('the authorization server failed'));
    expect(lines.map((line) => (JSON.parse(line) as { cause: string }).cause)).toEqual(['42501']);
  } finally {
    await town.one.database.asOwner('grant insert on identity.artifact to ntk_identity');
  }
});

test('the database holds nothing that lets anyone in', async () => {
  const opened = await signIn(new Browser(), await phone.begin());
  const code = new URL(opened).searchParams.get('code')!;
  const form = await new Browser().go(await phone.begin());
  const tokens = await exchange(phone, opened);
  const rows = await town.one.database.asOwner<{ all: string }>(
    `select string_agg(row_to_json(artifact)::text, ' ') as all from identity.artifact`,
  );
  for (const secret of [code, tokens.refresh_token!, form.url.split('/').at(-1)!]) expect(rows[0]!.all).not.toContain(secret);
  expect(JSON.stringify(town.one.logged)).not.toContain('mail.example');
});
