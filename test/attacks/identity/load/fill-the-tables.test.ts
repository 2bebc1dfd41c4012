import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Browser } from '../../../../demo/sign-in/browser.ts';
import { authorizationLimits } from '../../../../src/identity/server/clients/bound-authorization.ts';
import { app, openIdentityTown, type IdentityTown } from '../../../helpers/identity/identity-town.ts';
import { openMobileApp, type MobileApp } from '../../../helpers/tokens/mobile-app.ts';
import { plain } from '../../../helpers/identity/open-test-accounts.ts';
import { patientLimits } from '../../../helpers/gateway/patient-limits.ts';

// A stranger makes the authorization server store useless data: requests that apps push, sign-ins that begin, and long values.
let town: IdentityTown;
let phone: MobileApp;
beforeAll(async () => {
  town = await openIdentityTown({ ...patientLimits, trustedProxies: ['127.0.0.1', '::1'] });
  phone = await openMobileApp(town);
});
beforeEach(() => town.one.database.asOwner('delete from identity.attempt'));
afterAll(() => town.close());

const stored = async (model: string): Promise<number> =>
  (await town.one.database.asOwner<{ n: number }>('select count(*)::int as n from identity.artifact where model = $1', [model]))[0]!.n;
/** Leaves an address so much of a limit. */
async function leave(path: keyof typeof authorizationLimits, address: string, left: number): Promise<void> {
  const { name, points } = authorizationLimits[path];
  const until = Date.now() + 600_000;
  await town.one.database.asOwner(
    'insert into identity.attempt (key, points, expire) values ($1, $2, $3) on conflict (key) do update set points = excluded.points',
    [`${name}:${plain('address', address)}`, points - left, until],
  );
}
/** The message of an app's library. */
const refusal = /server responded with an error|unexpected HTTP response/;
const stranger = { 'x-forwarded-for': '198.51.100.7' };
const push = (parameters: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = stranger) =>
  fetch(`${town.issuer}/request`, { method: 'POST', body: new URLSearchParams({ client_id: app.id, ...parameters }), headers });

describe('what is stored for strangers', () => {
  test('is so many requests of apps from one address', async () => {
    const before = await stored('PushedAuthorizationRequest');
    await phone.begin();
    expect(await stored('PushedAuthorizationRequest')).toBe(before + 1);
    // It asks from this machine.
    await leave('/request', '127.0.0.1', 0);
    await leave('/request', '0:0:0:0', 0);
    await expect(phone.begin()).rejects.toThrow(refusal);
    expect(await stored('PushedAuthorizationRequest')).toBe(before + 1);
    const refused = await push({}, {});
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await push({})).status).toBe(400);
  });

  test('is so many sign-ins that begin, also by one request of an app', async () => {
    const begun = await phone.begin();
    const before = await stored('Interaction');
    await leave('/auth', '198.51.100.7', 3);
    const statuses: number[] = [];
    for (let one = 0; one < 5; one += 1) statuses.push((await new Browser().go(begun, undefined, stranger)).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    expect(await stored('Interaction')).toBe(before + 3);
    // Another person signs in.
    expect((await new Browser().go(begun, undefined, { 'x-forwarded-for': '192.0.2.1' })).status).toBe(200);
  });

  test.each(['state', 'nonce'])('has no long %s', async (name) => {
    expect(await phone.begin({ [name]: 'x'.repeat(512) })).toContain('request_uri');
    const before = await stored('PushedAuthorizationRequest');
    await expect(phone.begin({ [name]: 'x'.repeat(513) })).rejects.toThrow(refusal);
    expect(await stored('PushedAuthorizationRequest')).toBe(before);
    expect(await (await push({ [name]: 'x'.repeat(513) })).json()).toEqual({
      error: 'invalid_request',
      error_description: 'a parameter is too long',
    });
  });

  test('has no other long value, and not many of them', async () => {
    const before = await stored('PushedAuthorizationRequest');
    await expect(phone.begin({ login_hint: 'x'.repeat(2_049) })).rejects.toThrow(refusal);
    const many = Object.fromEntries(
      ['login_hint', 'ui_locales', 'claims_locales', 'id_token_hint', 'any'].map((name) => [name, 'x'.repeat(2_000)]),
    );
    expect(await (await push(many)).json()).toMatchObject({ error_description: 'a parameter is too long' });
    const address = `${town.issuer}/auth?client_id=${app.id}&request_uri=any&state=${'x'.repeat(513)}`;
    expect((await fetch(address, { headers: stranger })).status).toBe(400);
    expect(await stored('PushedAuthorizationRequest')).toBe(before);
  });

  test('is so many tries of codes for tokens', async () => {
    const ask = async (): Promise<number> => {
      const body = new URLSearchParams({ client_id: app.id, grant_type: 'authorization_code', code: 'any' });
      return (await fetch(`${town.issuer}/token`, { method: 'POST', body, headers: stranger })).status;
    };
    await leave('/token', '198.51.100.7', 1);
    expect([await ask(), await ask()]).toEqual([400, 429]);
  });
});
