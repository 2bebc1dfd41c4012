import { addressGroup } from '../../../platform/network/network-address.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { addressLimitersIn, type AddressLimit } from '../../../platform/sql/limiters.ts';
import type { IdentityServer } from '../provider.ts';

const quarter = 15 * 60;
/** How often a network address may do what stores a row although no one has signed in. Each row is gone within minutes. */
export const authorizationLimits = {
  /** Requests that apps push (RFC 9126), by path below the mount. */
  '/request': { name: 'pushed-request', points: 200, site: 1_600, duration: quarter },
  /** Sign-ins that begin in a browser. A pushed request can begin several. */
  '/auth': { name: 'interaction', points: 200, site: 1_600, duration: quarter },
  /** Requests for tokens: each stores that a proof was used (RFC 9449). Many phones may share an address. */
  '/token': { name: 'token', points: 1_500, site: 12_000, duration: quarter },
} as const satisfies Record<string, AddressLimit>;

/** The most bytes of a body, or of a query. */
const mostBytes = 8_192;
/** Characters of a parameter: of those that come back to the app, and of others. */
const longest: Readonly<Record<string, number>> = { state: 512, nonce: 512 };
const longestOther = 2_048;

/** A request to the authorization server. */
interface Asked {
  readonly method: string;
  /** Below the mount, with its query. */
  readonly url: string;
  readonly body: unknown;
  readonly ip: string;
}

/** Bounds what strangers can have stored. */
export type BoundAuthorization = (asked: Asked) => Promise<'ALLOWED' | 'TOO_LONG'>;

/**
 * Bounds the requests with which someone begins to sign in to an app, or asks for tokens: how many one network address sends, and how long
 * they are, before oidc-provider stores anything of them.
 * @returns TOO_LONG: a parameter, or all together, are too long
 * @throws PrivacyError TOO_MANY_REQUESTS
 */
export function boundAuthorization({ database, disguise }: Pick<IdentityServer, 'database' | 'disguise'>): BoundAuthorization {
  const limiterOf = addressLimitersIn(database, ['identity', 'attempt'], disguise);
  const limiters = new Map(Object.entries(authorizationLimits).map(([path, limit]) => [path, limiterOf(limit)] as const));
  return async ({ method, url, body, ip }) => {
    const { pathname, search } = new URL(url, 'http://below.the.mount');
    const limiter = limiters.get(pathname);
    if (!limiter || method === 'OPTIONS') return 'ALLOWED';
    // Nothing of a request for a token is stored but what was verified, and each one of a partner has an entry.
    const isStored = pathname !== '/token';
    const text = Buffer.isBuffer(body) ? body.toString('utf8') : '';
    if (isStored && (search.length > mostBytes || text.length > mostBytes)) return 'TOO_LONG';
    const parameters = [...new URLSearchParams(search), ...new URLSearchParams(text)];
    if (isStored && parameters.some(([name, value]) => value.length > (longest[name] ?? longestOther))) return 'TOO_LONG';
    const retryAfter = await limiter.count(addressGroup(ip));
    if (retryAfter !== undefined) throw new PrivacyError('TOO_MANY_REQUESTS', { retryAfter });
    return 'ALLOWED';
  };
}
