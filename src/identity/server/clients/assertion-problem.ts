import { decodeJwt, decodeProtectedHeader, errors as joseErrors } from 'jose';
import type { errors } from 'oidc-provider';
import { clockSkew } from '../../../engine/policy/decision/enter.ts';

/** Signature algorithms of assertions and other signed requests of clients. */
export const assertionAlgorithms = ['ES256', 'EdDSA', 'PS256'] as const;

/** The most seconds until an assertion ends. Its use is remembered for longer, so that it is accepted once (`SingleUses`). */
const longest = 600;

/** Why an assertion is refused (RFC 7523). */
export type AssertionRefusal =
  // Problems that depend on the assertion and the clock alone.
  | 'ASSERTION_UNREADABLE'
  | 'ASSERTION_ALGORITHM'
  | 'ASSERTION_CLAIM'
  | 'ASSERTION_EXPIRED'
  | 'ASSERTION_NOT_YET_VALID'
  | 'ASSERTION_FROM_THE_FUTURE'
  | 'ASSERTION_LIFETIME_TOO_LONG'
  // Problems that depend on the registration or earlier requests: they are not shown to the client.
  | 'CLIENT_UNKNOWN'
  | 'ASSERTION_KEY_UNKNOWN'
  | 'ASSERTION_KEY_WITHDRAWN'
  | 'ASSERTION_SIGNATURE'
  | 'ASSERTION_USED'
  | 'ASSERTION_REFUSED';

/** For the operator. It contains no part of the assertion. */
export interface AssertionProblem {
  readonly reason: AssertionRefusal;
  /** The name of the claim or header parameter that is missing or wrong, one of those that are checked. */
  readonly claim?: string;
}

/** The problem of an assertion's form, which its sender sees too: it is the same whether the client exists. */
export interface FormProblem extends AssertionProblem {
  /** For `error_description`. It repeats nothing that was sent. */
  readonly sentence: string;
}

/** The detail with which `ClientAssertions.check` refuses a key. */
export const keyWithdrawn = 'key withdrawn';

/**
 * The problem of an assertion, as far as it follows from the assertion and the clock alone. FAPI 2.0 Security Profile, 5.3.2.1: `aud` is the issuer
 * as its one value, because another server could have had an assertion with a list, or with the address of an endpoint, signed for itself.
 * @param clientId the parameter `client_id`
 * @param now seconds since the epoch
 */
export function formProblem(assertion: string, issuer: string, clientId: unknown, now: number): FormProblem | undefined {
  let header: ReturnType<typeof decodeProtectedHeader>;
  let claims: ReturnType<typeof decodeJwt>;
  try {
    header = decodeProtectedHeader(assertion);
    claims = decodeJwt(assertion);
  } catch {
    return { reason: 'ASSERTION_UNREADABLE', sentence: 'client_assertion is not a signed JWT' };
  }
  const wrong = (claim: string, sentence: string): FormProblem => ({ reason: 'ASSERTION_CLAIM', claim, sentence });
  const { sub, iss, aud, jti, exp, nbf, iat } = claims;
  if (!assertionAlgorithms.some((algorithm) => algorithm === header.alg))
    return {
      reason: 'ASSERTION_ALGORITHM',
      sentence: `the header alg of client_assertion must be one of ${assertionAlgorithms.join(', ')}`,
    };
  if (typeof header.kid !== 'string') return wrong('kid', 'the header kid of client_assertion must name the key');
  if (typeof sub !== 'string' || (clientId !== undefined && sub !== clientId))
    return wrong('sub', 'sub of client_assertion must be the client_id');
  if (iss !== sub) return wrong('iss', 'iss of client_assertion must be the client_id');
  if (aud !== issuer) return wrong('aud', 'aud of client_assertion must be the issuer as its only value');
  if (typeof jti !== 'string' || jti === '') return wrong('jti', 'jti of client_assertion must be a unique id');
  if (typeof exp !== 'number') return wrong('exp', 'exp of client_assertion must be a time in seconds');
  if (nbf !== undefined && typeof nbf !== 'number') return wrong('nbf', 'nbf of client_assertion must be a time in seconds');
  if (iat !== undefined && typeof iat !== 'number') return wrong('iat', 'iat of client_assertion must be a time in seconds');
  if (exp <= now - clockSkew) return { reason: 'ASSERTION_EXPIRED', sentence: 'client_assertion has expired' };
  const latest = now + clockSkew;
  if (nbf !== undefined && nbf > latest) return { reason: 'ASSERTION_NOT_YET_VALID', sentence: 'client_assertion is not valid yet' };
  if (iat !== undefined && iat > latest)
    return { reason: 'ASSERTION_FROM_THE_FUTURE', sentence: 'client_assertion was issued in the future' };
  if (exp > latest + longest)
    return { reason: 'ASSERTION_LIFETIME_TOO_LONG', sentence: `client_assertion must end within ${longest / 60} minutes` };
  return undefined;
}

/** By the details of oidc-provider, which are its own sentences. */
const refusals: ReadonlyMap<string | undefined, AssertionRefusal> = new Map([
  ['client not found', 'CLIENT_UNKNOWN'],
  [keyWithdrawn, 'ASSERTION_KEY_WITHDRAWN'],
  ['client assertion tokens must only be used once', 'ASSERTION_USED'],
]);

/** The reason for the operator why a well-formed assertion was refused; undefined: the refusal was not about the client. */
export function assertionProblem({ error, error_detail: detail, cause }: errors.OIDCProviderError): AssertionProblem | undefined {
  if (error !== 'invalid_client') return undefined;
  if (cause instanceof joseErrors.JWKSNoMatchingKey) return { reason: 'ASSERTION_KEY_UNKNOWN' };
  if (cause instanceof joseErrors.JWSSignatureVerificationFailed) return { reason: 'ASSERTION_SIGNATURE' };
  return { reason: refusals.get(detail) ?? 'ASSERTION_REFUSED' };
}
