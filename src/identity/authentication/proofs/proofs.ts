import { hash, createHmac, timingSafeEqual } from 'node:crypto';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { clockSkew } from '../../../engine/policy/decision/enter.ts';
import { createProofVerifier } from './verify-proof.ts';

/** Seconds that a proof is fresh after its `iat`. */
const fresh = 60;
/** Milliseconds that a used proof is remembered: longer than it is fresh. */
const remembered = 120_000;

/** A proof that may be used once. */
export interface Proof {
  /** SHA-256 of what tells it from others. */
  readonly digest: Buffer;
  /** Until when a use must be remembered. */
  readonly until: Date;
}

/** The values that a proof is checked against (RFC 9449, section 4.3). */
export interface Proving {
  /** The header `DPoP`. */
  readonly proof: string | readonly string[] | undefined;
  /** The hash of the access token as a proof names it, and the thumbprint of the key that the token is bound to. */
  readonly ath: string;
  readonly jkt: string;
  readonly method: string;
  readonly now: Date;
}

/** Checks proofs of possession. */
export interface Proofs {
  /**
   * Checks everything but whether the proof was used before, which the statement finds out that counts people or stores the entry (`accessInForce`).
   * @throws PrivacyError DPOP_PROOF_INVALID; DPOP_NONCE_REQUIRED
   */
  check(proving: Proving): Promise<Proof>;
}

/** Why a proof is refused. */
export type Problem =
  | 'PROOF_MISSING'
  | 'PROOF_UNREADABLE'
  | 'PROOF_OF_ANOTHER_KEY'
  | 'PROOF_FOR_ANOTHER_METHOD'
  | 'PROOF_FOR_ANOTHER_ADDRESS'
  | 'PROOF_FOR_ANOTHER_TOKEN'
  | 'PROOF_TOO_OLD'
  | 'PROOF_FROM_THE_FUTURE'
  | 'NONCE_MISSING'
  | 'NONCE_WRONG';

/**
 * Makes the check of DPoP proofs (RFC 9449).
 * @param url the address of `/graphql` as clients reach it
 * @param report called with why a proof was refused, for the operator
 */
export function createProofs(url: string, nonces: Nonces, report: (problem: Problem) => void): Proofs {
  const address = new URL(url).href;
  const verify = createProofVerifier();
  const read = async ({ ath, jkt, method, now }: Proving, proof: string): Promise<Proof | Problem> => {
    const verified = await verify(proof);
    if (!verified) return 'PROOF_UNREADABLE';
    const { thumbprint, claims } = verified;
    if (thumbprint !== jkt) return 'PROOF_OF_ANOTHER_KEY';
    if (claims.htm !== method) return 'PROOF_FOR_ANOTHER_METHOD';
    if (claims.htu !== address && addressOf(claims.htu) !== address) return 'PROOF_FOR_ANOTHER_ADDRESS';
    if (claims.ath !== ath) return 'PROOF_FOR_ANOTHER_TOKEN';
    const age = now.getTime() / 1_000 - claims.iat;
    if (age > fresh + clockSkew) return 'PROOF_TOO_OLD';
    if (age < -clockSkew) return 'PROOF_FROM_THE_FUTURE';
    if (claims.nonce === undefined) return 'NONCE_MISSING';
    if (!nonces.isFresh(claims.nonce, now)) return 'NONCE_WRONG';
    return { digest: hash('sha256', `proof:${jkt}:${claims.jti}`, 'buffer'), until: new Date(now.getTime() + remembered) };
  };
  return {
    async check(proving) {
      const found = typeof proving.proof === 'string' ? await read(proving, proving.proof) : 'PROOF_MISSING';
      if (typeof found !== 'string') return found;
      report(found);
      throw new PrivacyError(found.startsWith('NONCE_') ? 'DPOP_NONCE_REQUIRED' : 'DPOP_PROOF_INVALID');
    },
  };
}

/** Without query and fragment (RFC 9449, 4.2). */
function addressOf(htu: string): string | undefined {
  const url = URL.parse(htu);
  if (!url) return undefined;
  url.search = '';
  url.hash = '';
  return url.href;
}

/** Seconds of one nonce. */
const step = 60;
/** How many earlier steps are accepted. */
const earlier = 4;

/** The nonces of DPoP proofs (RFC 9449, section 9): what was signed in advance is worthless. */
export interface Nonces {
  /** The nonce of now. */
  current(now: Date): string;
  /** Whether a nonce was the current one in the last minutes, on any instance with the same secret. */
  isFresh(nonce: string, now: Date): boolean;
}

/** @param secret that all instances share */
export function createNonces(secret: Buffer): Nonces {
  let known: { readonly at: number; readonly nonces: readonly Buffer[] } | undefined;
  const noncesAt = (now: Date): readonly Buffer[] => {
    const at = Math.floor(now.getTime() / 1_000 / step);
    if (known?.at !== at) {
      // The next one, too: an instance's clock may be ahead.
      const steps = Array.from({ length: earlier + 2 }, (_none, back) => at + 1 - back);
      known = { at, nonces: steps.map((one) => Buffer.from(createHmac('sha256', secret).update(`DPoP nonce ${one}`).digest('base64url'))) };
    }
    return known.nonces;
  };
  return {
    current: (now) => noncesAt(now)[1]!.toString(),
    isFresh(nonce, now) {
      const given = Buffer.from(nonce);
      return noncesAt(now).some((one) => one.length === given.length && timingSafeEqual(one, given));
    },
  };
}
