import type { SessionCookie } from '../../identity/authentication/browsers/session-cookie.ts';
import type { IdentityConfig } from '../../platform/settings/config.ts';

/** The cookie of browsers' sessions: over http only in development. The gateway reads what the authorization server writes. */
export function sessionCookieOf({ issuer }: Pick<IdentityConfig, 'issuer'>, production: boolean): SessionCookie {
  return { secure: production || issuer.startsWith('https:') };
}
