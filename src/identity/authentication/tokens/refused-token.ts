import { errors } from 'jose';
import { ZodError } from 'zod';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/** Why a token is refused. */
export type TokenRefusal =
  // Its form, which is looked at first.
  | 'TOKEN_UNREADABLE'
  | 'TOKEN_ALGORITHM'
  | 'TOKEN_ISSUER_UNKNOWN'
  // The result of its issuer's keys.
  | 'TOKEN_KEY_UNKNOWN'
  | 'TOKEN_SIGNATURE'
  // Its claims, once its signature is verified.
  | 'TOKEN_CLAIM'
  | 'TOKEN_EXPIRED'
  | 'TOKEN_NOT_YET_VALID'
  | 'TOKEN_FROM_THE_FUTURE'
  | 'TOKEN_LIFETIME_TOO_LONG'
  // The stored data of a partner's token.
  | 'TOKEN_UNKNOWN'
  // How it is sent.
  | 'TOKEN_SCHEME';

/** For the operator only: the caller is told only that the token was refused. */
export interface TokenProblem {
  readonly reason: TokenRefusal;
  /** The name of the header parameter or claim that is missing or wrong: one of those that the gateway reads, never one of the token's own. */
  readonly claim?: string | undefined;
  /** The class or code of the error by which an application's own authentication refused it. */
  readonly cause?: string | undefined;
}

/** A token that is refused, with the reason for the operator. */
export class RefusedToken extends PrivacyError {
  readonly problem: TokenProblem;

  /** @param code what the caller is told */
  constructor(
    reason: TokenRefusal,
    {
      claim,
      cause,
      code = 'TOKEN_INVALID',
    }: Omit<TokenProblem, 'reason'> & { readonly code?: 'TOKEN_INVALID' | 'TOKEN_LIFETIME_TOO_LONG' } = {},
  ) {
    super(code);
    this.problem = { reason, ...(claim !== undefined && { claim }), ...(cause !== undefined && { cause }) };
  }
}

/** The refusal for an error of jose or zod about a token. Their messages quote claims, so only the class and the name of the claim are kept. */
export function refusedToken(error: unknown): RefusedToken {
  if (error instanceof errors.JWTExpired) return new RefusedToken('TOKEN_EXPIRED');
  if (error instanceof errors.JWTClaimValidationFailed)
    return error.claim === 'nbf' && error.reason === 'check_failed'
      ? new RefusedToken('TOKEN_NOT_YET_VALID')
      : new RefusedToken('TOKEN_CLAIM', { claim: error.claim });
  if (error instanceof ZodError) return new RefusedToken('TOKEN_CLAIM', { claim: String(error.issues[0]?.path[0] ?? '') });
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) return new RefusedToken('TOKEN_ALGORITHM');
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return new RefusedToken('TOKEN_KEY_UNKNOWN');
  if (error instanceof errors.JWSSignatureVerificationFailed) return new RefusedToken('TOKEN_SIGNATURE');
  return new RefusedToken('TOKEN_UNREADABLE');
}
