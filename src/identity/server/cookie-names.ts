/**
 * The names of the cookies, with the prefixes by which a browser takes them from this host alone, or from https alone where they are for one
 * path (RFC 6265bis, 4.1.3): no other host of the domain plants one.
 */
export function cookieNames(isSecure: boolean): Record<'session' | 'interaction' | 'resume', string> {
  const [host, secure] = isSecure ? ['__Host-', '__Secure-'] : ['', ''];
  return { session: `${host}identity_session`, interaction: `${secure}identity_interaction`, resume: `${secure}identity_resume` };
}
