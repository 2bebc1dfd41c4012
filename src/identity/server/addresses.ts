import type { LinkKind } from '../accounts/mails/links.ts';
import type { SignInChoices } from '../pages/sign-in/sign-in-page.ts';
import type { IdentityServer } from './provider.ts';

/** The address of the script that asks browsers for passkeys. */
export function scriptOf({ issuer }: Pick<IdentityServer, 'issuer'>): string {
  return `${issuer}/passkey.js`;
}

/** Below which the pages for accounts are. */
export function accountOf({ issuer }: Pick<IdentityServer, 'issuer'>): string {
  return `${issuer}/account`;
}

/** The options of sign-in pages besides the password. */
export function choicesOf(server: IdentityServer): SignInChoices {
  return { account: accountOf(server), canRegister: server.linksAreMailed, hasPasskeys: server.passkeys !== undefined };
}

/** The path of an address, with its query. */
export function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** Where links from mails open, below the pages for accounts. */
export const linkPaths: Readonly<Record<LinkKind, string>> = {
  PASSWORD: 'password',
  EMAIL: 'email',
  PASSKEY: 'first-passkey',
  OLD_EMAIL: 'old-email',
  CONTEST: 'contest',
  CONTACT: 'confirm-contact',
};
