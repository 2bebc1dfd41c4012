import { createHash, randomUUID, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';

/** A key pair as a client has it. */
export interface ClientKeys {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export function newClientKeys(): ClientKeys {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** The changes of a test to a proof. An undefined claim is left out. */
export interface ProofChanges {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly signWith?: KeyObject;
}

/** Signs a proof of possession (RFC 9449) for a POST now. */
export function signProof(
  { publicKey, privateKey }: ClientKeys,
  at: { readonly url: string; readonly token: string; readonly nonce: string | undefined },
  { claims = {}, header = {}, signWith = privateKey }: ProofChanges = {},
): Promise<string> {
  const usual = {
    htm: 'POST',
    htu: at.url,
    jti: randomUUID(),
    iat: Math.floor(Date.now() / 1_000),
    ath: createHash('sha256').update(at.token).digest('base64url'),
    nonce: at.nonce,
  };
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: publicKey.export({ format: 'jwk' }), ...header })
    .sign(signWith);
}
