import { hash } from 'node:crypto';

/** How the id of a session travels. */
export interface SessionCookie {
  /** Whether browsers send it over https alone. Without it, the gateway is reached by http in development. */
  readonly secure: boolean;
}

/** With the prefix, a browser takes the cookie from this host alone, over https, and for all paths (RFC 6265bis, 4.1.3.2). */
export function sessionCookieName({ secure }: SessionCookie): string {
  return secure ? '__Host-session' : 'session';
}

/**
 * The header `Set-Cookie` of a session.
 * @param secret the id; empty: the browser deletes it
 * @param seconds that the browser keeps it; undefined: until it is closed
 */
export function formatSessionCookie(cookie: SessionCookie, secret: string, seconds: number | undefined): string {
  const kept = seconds === undefined ? [] : [`Max-Age=${seconds}`];
  const secure = cookie.secure ? ['Secure'] : [];
  return [`${sessionCookieName(cookie)}=${secret}`, 'Path=/', ...kept, 'HttpOnly', 'SameSite=Strict', ...secure].join('; ');
}

/** The stored digest of a session's id. */
export function sessionDigest(id: string): Buffer {
  return hash('sha256', id, 'buffer');
}

/**
 * The digest of the session that a request names.
 * @param header `Cookie`. A name that is given twice, such as by a person who set a cookie for a whole domain, gives a digest that no
 *   session has
 * @returns undefined if it names none
 */
export function presentedSession(header: string | undefined, cookie: SessionCookie): Buffer | undefined {
  const name = `${sessionCookieName(cookie)}=`;
  const pairs = header?.split(';').map((pair) => pair.trim()) ?? [];
  const ids = pairs.filter((pair) => pair.startsWith(name)).map((pair) => pair.slice(name.length));
  return ids.length === 0 ? undefined : sessionDigest(ids.join(' '));
}

/** Seconds for which a browser keeps its identifier: as long as an account knows it. */
const keptFor = 180 * 24 * 60 * 60;

/** With the prefix, a browser takes the cookie from this host alone, over https, and for all paths (RFC 6265bis, 4.1.3.2). */
function nameOf({ secure }: SessionCookie): string {
  return secure ? '__Host-browser' : 'browser';
}

/** The header `Set-Cookie` of what tells a browser from others. It signs no one in. @param secret of 256 random bits */
export function formatBrowserCookie(cookie: SessionCookie, secret: string): string {
  const secure = cookie.secure ? ['Secure'] : [];
  return [`${nameOf(cookie)}=${secret}`, 'Path=/', `Max-Age=${keptFor}`, 'HttpOnly', 'SameSite=Strict', ...secure].join('; ');
}

/** The secret that a browser has from an earlier sign-in. @param header `Cookie` @returns undefined if it has none, several or another form */
export function presentedBrowser(header: string | undefined, cookie: SessionCookie): string | undefined {
  const name = `${nameOf(cookie)}=`;
  const pairs = header?.split(';').map((pair) => pair.trim()) ?? [];
  const [secret, ...more] = pairs.filter((pair) => pair.startsWith(name)).map((pair) => pair.slice(name.length));
  return secret !== undefined && more.length === 0 && /^[\w-]{43}$/.test(secret) ? secret : undefined;
}
