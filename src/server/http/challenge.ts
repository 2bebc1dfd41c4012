import type { ErrorCode } from '../../platform/errors/errors.ts';
import { freshFor, passkeyAcr } from '../../engine/policy/decision/assurance.ts';

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
