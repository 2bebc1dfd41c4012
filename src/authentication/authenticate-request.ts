import { PrivacyError } from '../errors.ts';
import { authenticate, type AcceptedTokens } from './authenticate.ts';
import { checkSameOrigin, type SentBy } from './check-same-origin.ts';
import type { KnownSessions } from './known-sessions.ts';
import type { KnownTokens } from './known-tokens.ts';
import type { Principal } from './principal.ts';
import { presentedSession, type SessionCookie } from './session-cookie.ts';

/** What a request may authenticate with. */
export interface AcceptedCredentials extends AcceptedTokens {
  readonly knownTokens: KnownTokens;
  readonly knownSessions: KnownSessions;
  /** Undefined: no session is accepted, and cookies are not read. */
  readonly sessionCookie?: SessionCookie | undefined;
}

/** The headers that Node gives once each. */
interface CredentialHeaders {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
}

/**
 * Authenticates the principal of a request by its token or by its session; see `authenticate`.
 * @throws PrivacyError CREDENTIALS_CONFLICT for both; CROSS_SITE_REQUEST or SESSION_ENDED for a session; as `authenticate` for a token
 */
export async function authenticateRequest(
  request: SentBy & { readonly method: string; readonly headers: CredentialHeaders },
  accepted: AcceptedCredentials,
  now: Date,
): Promise<Principal> {
  const { authorization, cookie, dpop: proof } = request.headers;
  const session = accepted.sessionCookie && presentedSession(cookie, accepted.sessionCookie);
  if (!session) return authenticate(authorization, accepted, now, accepted.knownTokens, { proof, method: request.method });
  if (authorization !== undefined) throw new PrivacyError('CREDENTIALS_CONFLICT');
  checkSameOrigin(request, accepted.sessionCookie);
  return accepted.knownSessions.principalOf(session, now);
}
