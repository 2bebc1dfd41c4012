import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { SessionCookie } from './session-cookie.ts';

/** A request as far as it tells which page sent it. */
export interface SentBy {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/**
 * Refuses requests that use a session unless a page of the gateway's own origin sent them (cross-site request forgery). `SameSite` alone
 * would let other hosts of the same domain ask. The host is that of the header `Host`, which a proxy passes on: a client writes
 * `X-Forwarded-Host` as it likes, and a proxy that is trusted for addresses may leave it there.
 * @throws PrivacyError CROSS_SITE_REQUEST
 */
export function checkSameOrigin({ headers }: SentBy, { secure }: SessionCookie): void {
  const { origin, host, 'sec-fetch-site': site, 'x-requested-by': requestedBy } = headers;
  const isOwn = typeof origin === 'string' && typeof host === 'string' && isOwnOrigin(origin, host, secure);
  const isSame = site === undefined ? isOwn : site === 'same-origin' && (isOwn || origin === undefined);
  // No form can set a header, and a script of another origin only after a preflight, which is refused.
  if (!isSame || requestedBy === undefined || requestedBy === '') throw new PrivacyError('CROSS_SITE_REQUEST');
}

/** A proxy ends TLS, so the scheme is that of the cookie, and not that of the connection. */
function isOwnOrigin(origin: string, host: string, secure: boolean): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.host === host && (!secure || url.protocol === 'https:');
}
