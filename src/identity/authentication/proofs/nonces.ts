import { createHmac, timingSafeEqual } from 'node:crypto';

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
