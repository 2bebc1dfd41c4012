import { hash } from 'node:crypto';
import type { Principal } from './principal.ts';

/** What a token whose signature held says. */
export interface VerifiedToken {
  readonly principal: Principal;
  /** Seconds since the epoch (RFC 7519 NumericDate); the token holds before `expires` and from `notBefore` on. */
  readonly notBefore: number | undefined;
  readonly expires: number;
}

/**
 * Tokens whose signature was verified, so that it is done once for each: what a token says can't change, and its times
 * are held against every request. How its mandate or case stands is not the token's to say. Kept by hash, so many at
 * most, the oldest forgotten first.
 */
export class KnownTokens {
  readonly #tokens = new Map<string, VerifiedToken>();
  readonly #most: number;

  constructor(most = 10_000) {
    this.#most = most;
  }

  /** Who a token says asks, where it was verified and holds at that instant. */
  get(token: string, now: Date): Principal | undefined {
    const key = keyOf(token);
    const known = this.#tokens.get(key);
    if (!known) return undefined;
    const seconds = Math.floor(now.getTime() / 1_000);
    if (seconds >= known.expires) {
      this.#tokens.delete(key);
      return undefined;
    }
    return known.notBefore !== undefined && known.notBefore > seconds ? undefined : known.principal;
  }

  /** Keeps a token that was verified just now. */
  keep(token: string, verified: VerifiedToken): void {
    if (this.#tokens.size >= this.#most) {
      for (const oldest of this.#tokens.keys()) {
        this.#tokens.delete(oldest);
        break;
      }
    }
    this.#tokens.set(keyOf(token), verified);
  }
}

function keyOf(token: string): string {
  return hash('sha256', token, 'base64url');
}
