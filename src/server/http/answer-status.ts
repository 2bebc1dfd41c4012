import type { ErrorCode } from '../../platform/errors/errors.ts';
import type { Answer } from '../spine/stages/release.ts';
import type { MediaType } from './requests/parse-bodies.ts';
import { freshFor, passkeyAcr } from '../../engine/policy/decision/enter.ts';

/** Some of the data, and errors (GraphQL over HTTP, "Partial success"). */
const partialSuccess = 294;
/** The errors of an operation itself. Other statuses tell a client how to react: sign in again, wait, send less. */
const ofOperations: ReadonlySet<number> = new Set([400, 403, 404, 409]);
/** Codes of requests that name no operation. */
const malformed: ReadonlySet<ErrorCode | undefined> = new Set<ErrorCode>(['BODY_INVALID', 'BATCH_NOT_ALLOWED', 'HEADER_INVALID']);

/**
 * The HTTP status of an answer (GraphQL over HTTP, "Status Codes"). An answer with data has a 2xx status, regardless of its errors. A
 * client that asks for `application/json` may read no answer whose status is another, so a well-formed request gets 200.
 */
export function answerStatus({ status, code, hasData }: Pick<Answer, 'status' | 'code' | 'hasData'>, mediaType: MediaType): number {
  const isPlainJson = mediaType === 'application/json';
  if (hasData) return code === undefined || isPlainJson ? 200 : partialSuccess;
  return isPlainJson && ofOperations.has(status) && !malformed.has(code) ? 200 : status;
}

/** The algorithms that a proof of possession may be signed with (RFC 9449, section 7.1). */
const algs = 'algs="ES256 EdDSA"';

/**
 * The header WWW-Authenticate of a refusal.
 * @param authorization the header of the request
 */
export function challengeOf(code: ErrorCode, authorization: string | undefined): string {
  // RFC 9470, section 3.
  if (code === 'STEP_UP_NEEDED') {
    const wanted = `error="insufficient_user_authentication", acr_values="${passkeyAcr}", max_age="${freshFor}"`;
    return isDpop(authorization) ? `DPoP ${wanted}, ${algs}` : `Bearer ${wanted}`;
  }
  if (code === 'DPOP_NONCE_REQUIRED') return `DPoP error="use_dpop_nonce", ${algs}`;
  if (code === 'DPOP_PROOF_INVALID') return `DPoP error="invalid_dpop_proof", ${algs}`;
  return isDpop(authorization) ? `DPoP error="invalid_token", ${algs}` : 'Bearer error="invalid_token"';
}

/** Whether a request presents a token that is bound to a key. */
export function isDpop(authorization: string | undefined): boolean {
  return authorization !== undefined && /^dpop /i.test(authorization);
}

/** Seconds after which to try again when nothing better is known (RFC 9110, Retry-After). */
const usualRetryAfter = 5;

/** Seconds after which to try again; undefined: trying again does not help. */
export function retryAfterOf({
  status,
  retryAfter,
}: {
  readonly status: number;
  readonly retryAfter: number | undefined;
}): number | undefined {
  return retryAfter ?? (status === 503 ? usualRetryAfter : undefined);
}
