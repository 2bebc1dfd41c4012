import { clockSkew } from '../../../engine/policy/decision/enter.ts';
import type { Principal } from '../../../engine/purpose/principal.ts';

/** The content of a token with a valid signature. */
export interface VerifiedToken {
  readonly principal: Principal;
  /** The thumbprint of the key that it is bound to; undefined: a bearer token. */
  readonly jkt: string | undefined;
  /** Seconds since the epoch (RFC 7519 NumericDate); the token holds before `expires` and from `notBefore` on, but for the clocks. */
  readonly notBefore: number | undefined;
  readonly expires: number;
}

/** Seconds. */
const believed = 300;

/**
 * A cache of tokens whose signature was verified, so that each signature is verified once in five minutes: with
 * the five minutes for which an issuer's keys are kept, a withdrawn key is trusted for at most ten. A token's content can't change,
 * and its times are checked for every request. The state of its mandate or case is not in the token. A token is known by its
 * hash. At most so many are kept; the oldest are evicted first.
 */
export class KnownTokens {
  readonly #tokens = new Map<string, VerifiedToken & { readonly until: number }>();
  readonly #most: number;

  constructor(most = 10_000) {
    this.#most = most;
  }

  /** The content of the token with that hash, if it was verified lately and is valid at that instant. */
  get(hash: string, now: Date): VerifiedToken | undefined {
    const known = this.#tokens.get(hash);
    if (!known) return undefined;
    const seconds = Math.floor(now.getTime() / 1_000);
    if (seconds >= Math.min(known.expires + clockSkew, known.until)) {
      this.#tokens.delete(hash);
      return undefined;
    }
    return known.notBefore !== undefined && known.notBefore > seconds + clockSkew ? undefined : known;
  }

  /** Keeps a token that was verified just now. */
  keep(hash: string, verified: VerifiedToken, now: Date): void {
    if (this.#tokens.size >= this.#most) {
      for (const oldest of this.#tokens.keys()) {
        this.#tokens.delete(oldest);
        break;
      }
    }
    this.#tokens.set(hash, { ...verified, until: now.getTime() / 1_000 + believed });
  }
}
