import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as oidc from 'openid-client';
import { cast } from '../../../demo/personas.ts';
import { goodPassword as password } from '../../helpers/identity/open-test-accounts.ts';
import { bothEmail, openIdentityTown, residentEmail, type IdentityTown } from '../../helpers/identity/identity-town.ts';
import { Browser, hidden } from '../../../demo/sign-in/browser.ts';
import { ask, exchange, obtainTokens, openMobileApp, signIn } from '../../helpers/tokens/mobile-app.ts';
import { SessionBrowser } from '../../helpers/identity/session-town.ts';

// A real client does the real flows over HTTP: PAR, PKCE, DPoP, refresh and revocation.
let town: IdentityTown;
beforeAll(async () => {
  town = await openIdentityTown();
});
afterAll(() => town.close());

const me = '{ me { givenName } }';

describe('a resident signs in with the app', () => {
  test('and reads the own record with a token that is bound to the phone’s key', async () => {
    const phone = await openMobileApp(town);
    const tokens = await obtainTokens(phone);
    expect(tokens.token_type).toBe('dpop');
    expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      iss: town.issuer,
      sub: cast.resident,
      roles: ['RESIDENT'],
      scope: 'purpose:SELF_SERVICE',
      client_id: 'town-app',
      cnf: { jkt: expect.any(String) },
    });
    for (const at of [town.one.url, town.other.url]) {
      const { status, body } = await ask(phone, town, tokens.access_token, me, at);
      expect(body).toMatchObject({ data: { me: { givenName: expect.any(String) } } });
      expect(status).toBe(200);
    }
  });

  test('and refreshes, each time with another refresh token', async () => {
    const phone = await openMobileApp(town);
    const first = await obtainTokens(phone);
    const second = await oidc.refreshTokenGrant(phone.config, first.refresh_token!, undefined, { DPoP: phone.dpop });
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect((await ask(phone, town, second.access_token, me)).status).toBe(200);
  });

  test('who is a clerk too acts in the capacity that was chosen, and in no other', async () => {
    const phone = await openMobileApp(town);
    const browser = new Browser();
    const scope = 'openid purpose:SELF_SERVICE purpose:SERVICE_PROVISION';
    const form = await browser.go(await phone.begin({ scope }));
    const consent = await browser.go(form.url, { step: 'sign-in', email: bothEmail, password });
    expect(consent.text).toContain('value="RESIDENT"');
    expect(consent.text).toContain('value="CUSTOMER_SERVICE"');
    const { location } = await browser.go(consent.url, { step: 'allow', role: 'CUSTOMER_SERVICE', proof: hidden(consent, 'proof') });
    const tokens = await oidc.authorizationCodeGrant(
      phone.config,
      new URL(location!),
      { pkceCodeVerifier: phone.verifier, expectedState: 'the state' },
      undefined,
      { DPoP: phone.dpop },
    );
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      roles: ['CUSTOMER_SERVICE'],
      scope: 'purpose:SERVICE_PROVISION',
      sub: cast.clerk,
    });
    expect(tokens.refresh_token).toBeUndefined();
  });
});

describe('the app signs in again in the same browser', () => {
  const ends: Readonly<Record<string, (phone: Awaited<ReturnType<typeof openMobileApp>>, refresh: string) => Promise<unknown>>> = {
    'the app revoked its refresh token': (phone, refresh) => oidc.tokenRevocation(phone.config, refresh),
    'the browser’s session was ended': async () => {
      const page = new SessionBrowser(town);
      await page.signIn(residentEmail);
      expect((await page.send('DELETE', '/session')).status).toBe(204);
    },
    'the browser’s session was ended in another one': async () => {
      const [lost, page] = [new SessionBrowser(town), new SessionBrowser(town)];
      const { view } = await lost.signIn(residentEmail);
      await page.signIn(residentEmail);
      expect((await page.send('DELETE', `/sessions/${view.id}`)).status).toBe(204);
    },
    'every session was ended': async () => {
      const page = new SessionBrowser(town);
      await page.signIn(residentEmail);
      expect((await page.send('DELETE', '/sessions')).status).toBe(204);
    },
    'it was used for as long as a session may last': () =>
      town.one.database.asOwner(
        `update identity.artifact set payload = jsonb_set(payload, '{loginTs}', to_jsonb(extract(epoch from now() - interval '13 hours')::int))
         where model = 'Session' and payload ->> 'accountId' not like $1`,
        [`${town.bothId} %`],
      ),
  };
  test.each(Object.keys(ends))('without a password, but not after %s', async (name) => {
    const phone = await openMobileApp(town);
    const browser = new Browser();
    const tokens = await exchange(phone, await signIn(browser, await phone.begin()));
    const neighbour = new Browser();
    await signIn(neighbour, await phone.begin(), bothEmail);
    expect((await browser.go(await phone.begin())).text).toContain('act for you?');
    await ends[name]!(phone, tokens.refresh_token!);
    const again = await browser.go(await phone.begin());
    expect([again.text.includes('type="password"'), again.text.includes('act for you?')]).toEqual([true, false]);
    const silent = await browser.go(await phone.begin({ prompt: 'none' }));
    expect(new URL(silent.location!).searchParams.get('error')).toBe('login_required');
    // Another person stays signed in.
    expect((await neighbour.go(await phone.begin())).text).toContain('act for you?');
  });
});

describe('from the next request on, at every instance, a token is refused', () => {
  const refusedAtBoth = async (phone: Awaited<ReturnType<typeof openMobileApp>>, token: string): Promise<void> => {
    for (const at of [town.other.url, town.one.url]) {
      const { status, body } = await ask(phone, town, token, me, at);
      expect([status, body.errors[0].extensions.code]).toEqual([401, 'ACCESS_ENDED']);
      expect(body.data ?? null).toBeNull();
    }
    // The attempts stand in the log.
    await town.one.sequence();
    const last = await town.one.database.asOwner(
      `select template ->> 'outcome' as outcome, principal_id as principal from access_log.full_entry order by seq desc limit 2`,
    );
    const attempt = { outcome: 'REFUSED', principal: decodeJwt(token).sub };
    expect(last).toEqual([attempt, attempt]);
  };

  test('after the app revoked its refresh token', async () => {
    const phone = await openMobileApp(town);
    const tokens = await obtainTokens(phone);
    expect((await ask(phone, town, tokens.access_token, me)).status).toBe(200);
    await oidc.tokenRevocation(phone.config, tokens.refresh_token!);
    await refusedAtBoth(phone, tokens.access_token);
  });

  test('after a person used an old refresh token, and all later ones are refused too', async () => {
    const phone = await openMobileApp(town);
    const first = await obtainTokens(phone);
    const second = await oidc.refreshTokenGrant(phone.config, first.refresh_token!, undefined, { DPoP: phone.dpop });
    expect((await ask(phone, town, second.access_token, me)).status).toBe(200);
    const refresh = (token: string) => oidc.refreshTokenGrant(phone.config, token, undefined, { DPoP: phone.dpop });
    await expect(refresh(first.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
    await expect(refresh(second.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
    await refusedAtBoth(phone, second.access_token);
  });

  test('after the account was disabled', async () => {
    const phone = await openMobileApp(town);
    const tokens = await obtainTokens(phone, bothEmail);
    expect((await ask(phone, town, tokens.access_token, '{ services { edges { node { name } } } }')).status).toBe(200);
    await town.one.database.asOwner('update identity.account set disabled_at = now() where id = $1', [town.bothId]);
    await refusedAtBoth(phone, tokens.access_token);
  });
});
