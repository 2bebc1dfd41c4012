import { createPublicKey, verify, type KeyObject, hash, createHmac, timingSafeEqual } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { z } from 'zod';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { clockSkew } from '../../../engine/policy/decision/enter.ts';

/** The most headers that are kept, each with its key. */
const mostHeaders = 10_000;
/** The most characters of a header that is kept: one with a key of P-256 has some 250. */
const longestKept = 512;

const coordinate = z.string().regex(/^[\w-]{43}$/);
// Nothing that must be understood is understood (RFC 7515, 4.1.11).
const common = { typ: z.literal('dpop+jwt'), crit: z.never().optional() };
const curves = {
  ES256: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate }),
  EdDSA: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: coordinate }),
};
// A private key in a header was meant to stay secret (RFC 9449, 4.3, step 7).
const isPublic = (jwk: object): boolean => !('d' in jwk) && !('k' in jwk);
const publicJwk = z.looseObject({}).refine(isPublic);
const header = z.discriminatedUnion('alg', [
  z.object({ ...common, alg: z.literal('ES256'), jwk: publicJwk.pipe(curves.ES256) }),
  z.object({ ...common, alg: z.literal('EdDSA'), jwk: publicJwk.pipe(curves.EdDSA) }),
]);

const content = z.object({
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  jti: z.string().min(1).max(256),
  ath: z.string(),
  nonce: z.string().max(256).optional(),
});

/** A proof of possession whose signature is that of the key in its header. */
export interface VerifiedProof {
  /** Of the key (RFC 7638). */
  readonly thumbprint: string;
  readonly claims: z.infer<typeof content>;
}

/** The key that a header names. */
interface ClientKey {
  readonly alg: 'ES256' | 'EdDSA';
  readonly key: KeyObject;
  readonly thumbprint: string;
}

/**
 * Makes the function that verifies the signature of a proof (RFC 9449, section 4.3, steps 1 to 7) and reads its claims, which it does not
 * judge; undefined: it is no proof, or its signature is wrong. A client sends the same header each time, so its key is read once.
 *
 * Every request with a bound token comes through here: this costs 55 µs where jose takes 80 (docs/performance.md, "What a
 * credential costs").
 */
export function createProofVerifier(): (proof: string) => Promise<VerifiedProof | undefined> {
  const known = new Map<string, ClientKey>();
  const keyOf = async (encoded: string): Promise<ClientKey> => {
    const kept = known.get(encoded);
    if (kept) return kept;
    const { alg, jwk } = header.parse(parse(encoded));
    const thumbprint = await calculateJwkThumbprint(jwk);
    const found: ClientKey = { alg, key: createPublicKey({ key: jwk, format: 'jwk' }), thumbprint };
    if (known.size >= mostHeaders) known.delete(known.keys().next().value!);
    // A copy: a part of a string keeps the whole of it in the memory, and a proof may be much longer than its header.
    if (encoded.length <= longestKept) known.set(Buffer.from(encoded).toString(), found);
    return found;
  };
  return async (proof) => {
    try {
      const [, signed, encoded, claims, signature] = /^(([\w-]+)\.([\w-]+))\.([\w-]+)$/.exec(proof)!;
      const by = await keyOf(encoded!);
      if (!(await isSigned(by, Buffer.from(signed!), Buffer.from(signature!, 'base64url')))) return undefined;
      return { thumbprint: by.thumbprint, claims: content.parse(parse(claims!)) };
    } catch {
      return undefined;
    }
  };
}

function parse(encoded: string): unknown {
  return JSON.parse(Buffer.from(encoded, 'base64url').toString());
}

/** On a thread of Node's pool, because it takes longer than all else of authenticating. */
async function isSigned({ alg, key }: ClientKey, signed: Buffer, signature: Buffer): Promise<boolean> {
  if (signature.length !== 64) return false;
  const [digest, given] = alg === 'ES256' ? (['sha256', asDer(signature)] as const) : ([null, signature] as const);
  return new Promise((done, fail) => verify(digest, signed, key, given, (error, valid) => (error ? fail(error) : done(valid))));
}

/** The signature of a JWS (RFC 7518, section 3.4) as ASN.1. Node does this itself if asked to, but takes 16 µs for it. */
function asDer(signature: Buffer): Buffer {
  const integers = Buffer.concat([integer(signature.subarray(0, 32)), integer(signature.subarray(32))]);
  return Buffer.concat([Buffer.from([0x30, integers.length]), integers]);
}

/** In the fewest bytes, and not negative. */
function integer(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = bytes.subarray(first === -1 ? bytes.length - 1 : first);
  const padding = digits[0]! >= 0x80 ? [0] : [];
  return Buffer.concat([Buffer.from([0x02, digits.length + padding.length, ...padding]), digits]);
}

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
