import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { z } from 'zod';

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
