import * as oidc from 'openid-client';
import { Browser, hidden } from '../../../demo/sign-in/browser.ts';
import { app, audience, residentEmail, type IdentityTown } from '../identity/identity-town.ts';
import { goodPassword as password } from '../identity/open-test-accounts.ts';

/** An app on a phone: a public client with a key of its own. */
export interface MobileApp {
  readonly config: oidc.Configuration;
  readonly dpop: oidc.DPoPHandle;
  readonly keys: oidc.CryptoKeyPair;
  readonly verifier: string;
  /** Where the browser begins. */
  begin(parameters?: Readonly<Record<string, string>>): Promise<string>;
}

export async function openMobileApp({ issuer }: Pick<IdentityTown, 'issuer'>): Promise<MobileApp> {
  const config = await oidc.discovery(new URL(issuer), app.id, undefined, oidc.None(), { execute: [oidc.allowInsecureRequests] });
  const keys = await oidc.randomDPoPKeyPair('ES256');
  const dpop = oidc.getDPoPHandle(config, keys);
  const verifier = oidc.randomPKCECodeVerifier();
  const begin: MobileApp['begin'] = async (parameters = {}) => {
    const asked = {
      redirect_uri: app.redirectUris[0],
      scope: 'openid offline_access purpose:SELF_SERVICE',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      resource: audience,
      state: 'the state',
      prompt: 'consent',
      ...parameters,
    };
    return (await oidc.buildAuthorizationUrlWithPAR(config, asked, { DPoP: dpop })).href;
  };
  return { config, dpop, keys, verifier, begin };
}

/** Signs in and consents in a browser. @returns the address at which the app is opened */
export async function signIn(browser: Browser, address: string, email = residentEmail, role = 'RESIDENT'): Promise<string> {
  const form = await browser.go(address);
  const consent = await browser.go(form.url, { step: 'sign-in', email, password });
  const end = await browser.go(consent.url, { step: 'allow', role, proof: hidden(consent, 'proof') });
  if (end.location === undefined) throw new Error(`${end.status} ${end.url} ${end.text}`);
  return end.location;
}

export type Tokens = oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers;

/** Signs in, and exchanges the code. */
export async function obtainTokens(phone: MobileApp, email?: string, role?: string): Promise<Tokens> {
  const opened = await signIn(new Browser(), await phone.begin(), email, role);
  return exchange(phone, opened);
}

/** Exchanges the code of the address at which the app was opened. */
export function exchange({ config, dpop, verifier }: MobileApp, opened: string): Promise<Tokens> {
  const checks = { pkceCodeVerifier: verifier, expectedState: 'the state', idTokenExpected: true };
  return oidc.authorizationCodeGrant(config, new URL(opened), checks, undefined, { DPoP: dpop });
}

/** Asks the gateway in GraphQL, at another instance if its address is given: the proof names the public address. */
export async function ask(
  { config, dpop }: MobileApp,
  { url }: Pick<IdentityTown, 'url'>,
  token: string,
  query: string,
  at: string = url,
): Promise<{ readonly status: number; readonly body: any; readonly headers: Headers }> {
  const headers = new Headers({ 'content-type': 'application/json' });
  const send: typeof fetch = (address, init) => fetch(at === url ? address : at, init);
  const through = new oidc.Configuration(config.serverMetadata(), app.id, undefined, oidc.None());
  oidc.allowInsecureRequests(through);
  through[oidc.customFetch] = send as oidc.CustomFetch;
  const response = await oidc
    .fetchProtectedResource(through, token, new URL(url), 'POST', JSON.stringify({ query }), headers, { DPoP: dpop })
    .catch((error: unknown) => {
      if (error instanceof oidc.WWWAuthenticateChallengeError) return error.response;
      throw error;
    });
  return { status: response.status, headers: response.headers, body: await response.json() };
}
