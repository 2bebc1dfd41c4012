import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { Browser, hidden, type Page } from '../../../demo/sign-in/browser.ts';
import type { IdentityTown } from './identity-town.ts';
import { goodPassword } from './open-test-accounts.ts';

/** The acts of people on the pages of their own accounts, without scripts. */
export interface AccountBrowser {
  /** Signs in with a password, in a browser of its own. */
  signIn(email: string, password?: string, next?: string): Promise<{ readonly browser: Browser; readonly page: Page }>;
  /** Sends the form of a page, with the token that the page gives to it. */
  send(browser: Browser, path: string, fields: Readonly<Record<string, string>>): Promise<Page>;
}

export function openAccountBrowser({ issuer }: Pick<IdentityTown, 'issuer'>): AccountBrowser {
  const account = `${issuer}/account`;
  return {
    async signIn(email, password = goodPassword, next) {
      const browser = new Browser();
      const query = next === undefined ? '' : `?${new URLSearchParams({ next }).toString()}`;
      return { browser, page: await browser.go(`${account}/sign-in${query}`, { email, password }) };
    },
    async send(browser, path, fields) {
      const shown = await browser.go(account + path);
      return browser.go(account + path, { token: hidden(shown, 'token'), ...fields });
    },
  };
}

/** The options that a page gives to the browser's WebAuthn. */
export function optionsIn({ text }: Page): PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON {
  return JSON.parse(/data-options="([^"]*)"/.exec(text)![1]!.replaceAll('&quot;', '"'));
}
