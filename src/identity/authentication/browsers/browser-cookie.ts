import type { SessionCookie } from './session-cookie.ts';

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
