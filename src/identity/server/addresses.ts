import type { IdentityServer } from './open-identity.ts';

/** The address of the script that asks browsers for passkeys. */
export function scriptOf({ issuer }: Pick<IdentityServer, 'issuer'>): string {
  return `${issuer}/passkey.js`;
}

/** Below which the pages for accounts are. */
export function accountOf({ issuer }: Pick<IdentityServer, 'issuer'>): string {
  return `${issuer}/account`;
}
