import * as oidc from 'openid-client';
import { scopeFor } from '../../src/identity/authentication/tokens/claims.ts';
import { PrivacyError } from '../../src/platform/errors/errors.ts';
import type { Purpose } from '../../src/town/shared/graphql/generated/schema.ts';
import { demoAccounts, demoPassword, type DemoAccount } from '../accounts.ts';
import { demoApp } from '../demo-app.ts';
import { demoKeys } from '../demo-keys.ts';
import type { Persona } from '../personas.ts';
import { Browser, hidden, type Page } from './browser.ts';
import type { Credential, SignInPlace } from './credential.ts';
import { discover } from './discover.ts';
import { refused } from './refused.ts';
import { openSoftwareAuthenticator } from './software-authenticator.ts';

type Question = Parameters<ReturnType<typeof openSoftwareAuthenticator>['get']>[0];

/**
 * Signs a resident or an employee in through the app of the demo: a pushed request with PKCE, the pages of sign-in and consent as a browser
 * without scripts sends them, and the code for a token.
 * @throws PrivacyError GATEWAY_UNREACHABLE, DEMO_SIGN_IN_REFUSED
 */
export async function signInPerson(place: SignInPlace, persona: Persona, purposes: readonly Purpose[]): Promise<Credential> {
  const account = demoAccounts.find((one) => one.persona === persona.persona)!;
  const config = await discover(place.issuer, demoApp.id, oidc.None());
  const [verifier, state] = [oidc.randomPKCECodeVerifier(), oidc.randomState()];
  try {
    const address = await oidc.buildAuthorizationUrlWithPAR(config, {
      redirect_uri: demoApp.redirectUris[0],
      scope: `openid ${scopeFor(purposes)}`,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      resource: place.audience,
      state,
    });
    const opened = await consent(await prove(place, account, address.href), persona);
    const { access_token: token } = await oidc.authorizationCodeGrant(config, new URL(opened), {
      pkceCodeVerifier: verifier,
      expectedState: state,
    });
    return { token, isBound: false, headers: async () => ({ authorization: `Bearer ${token}` }) };
  } catch (error) {
    throw refused(error);
  }
}

interface Shown {
  readonly browser: Browser;
  readonly page: Page;
}

/** Authenticates the persona by a passkey or a password. @returns the page that asks for consent */
async function prove({ issuer, dataDirectory }: SignInPlace, account: DemoAccount, address: string): Promise<Shown> {
  const browser = new Browser();
  const form = await browser.go(address);
  if (!account.hasPasskey) {
    return { browser, page: await browser.go(form.url, { step: 'sign-in', email: account.email, password: demoPassword }) };
  }
  const asked = await browser.go(form.url, { step: 'passkey' });
  const authenticator = openSoftwareAuthenticator(new URL(issuer).origin, demoKeys(dataDirectory, account.persona));
  const response = JSON.stringify(authenticator.get(questionOf(asked)));
  return { browser, page: await browser.go(asked.url, { step: 'passkey-answer', response }) };
}

/** @returns the address at which the app is opened */
async function consent({ browser, page }: Shown, { role }: Persona): Promise<string> {
  if (page.location !== undefined) return page.location;
  const end = await browser.go(page.url, { step: 'allow', role, proof: hidden(page, 'proof') });
  if (end.location === undefined) throw new PrivacyError('DEMO_SIGN_IN_REFUSED', { problems: [`status ${page.status}`] });
  return end.location;
}

/** The options that the page passes to an authenticator (WebAuthn, PublicKeyCredentialRequestOptionsJSON). */
function questionOf({ text, status }: Page): Question {
  const [, escaped] = /data-options="([^"]*)"/.exec(text) ?? [];
  if (escaped === undefined) throw new PrivacyError('DEMO_SIGN_IN_REFUSED', { problems: [`no passkey is asked for (status ${status})`] });
  return JSON.parse(escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as Question;
}
