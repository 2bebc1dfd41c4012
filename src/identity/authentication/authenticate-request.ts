import { PrivacyError } from '../../platform/errors/errors.ts';
import { authenticate, type AcceptedTokens } from './tokens/authenticate.ts';
import { checkSameOrigin, type SentBy, type KnownSessions } from './browsers/known-sessions.ts';
import type { KnownTokens } from './tokens/known-tokens.ts';
import type { OwnAuthentication } from './own-authentication.ts';
import type { Principal } from '../../engine/purpose/principal.ts';
import { presentedSession, type SessionCookie } from './browsers/session-cookie.ts';

/** The credentials with which a request may authenticate. */
export interface AcceptedCredentials extends AcceptedTokens {
  readonly knownTokens: KnownTokens;
  readonly knownSessions: KnownSessions;
  /** Undefined: no session is accepted, and cookies are not read. */
  readonly sessionCookie?: SessionCookie | undefined;
  /** The application's own, in place of all others; undefined: it has none. */
  readonly ownAuthentication?: OwnAuthentication | undefined;
}

/** The headers that Node gives once each. */
interface CredentialHeaders {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
  /** The session that the page was opened with. */
  readonly 'privacy-session'?: string | undefined;
}

/**
 * Authenticates the principal of a request by its token or by its session; see `authenticate`. An application with its own authentication
 * has no other.
 * @throws PrivacyError CREDENTIALS_CONFLICT for both; CROSS_SITE_REQUEST, SESSION_ENDED or SESSION_CHANGED for a session; as `authenticate`
 *   for a token
 */
export async function authenticateRequest(
  request: SentBy & { readonly method: string; readonly headers: CredentialHeaders },
  accepted: AcceptedCredentials,
  now: Date,
): Promise<Principal> {
  if (accepted.ownAuthentication) return accepted.ownAuthentication(request);
  const { authorization, cookie, dpop: proof, 'privacy-session': named } = request.headers;
  const session = accepted.sessionCookie && presentedSession(cookie, accepted.sessionCookie);
  // A page must not continue as an anonymous principal after its person has signed out.
  if (!session && authorization === undefined && named !== undefined) throw new PrivacyError('SESSION_ENDED');
  if (!session) return authenticate(authorization, accepted, now, accepted.knownTokens, { proof, method: request.method });
  if (authorization !== undefined) throw new PrivacyError('CREDENTIALS_CONFLICT');
  checkSameOrigin(request, accepted.sessionCookie);
  return accepted.knownSessions.principalOf(session, now, named);
}
