import { createPublicKey, sign, type KeyObject } from 'node:crypto';
import { LogError } from './log-error.ts';
import { makeVerifier, signatureType, type Verifier } from './verifier.ts';

/** A private key under a name. */
export interface Signer {
  readonly verifier: Verifier;
  /** The Ed25519 signature (64 bytes) of exactly these bytes. */
  sign(message: Uint8Array): Uint8Array;
}

/**
 * Makes a signer of an Ed25519 private key.
 * @param type what it signs: notes (0x01), or checkpoints as a witness (0x04)
 * @throws {LogError} LOG_KEY_INVALID: another kind of key, or a name or type that can't be
 */
export function createSigner(name: string, privateKey: KeyObject, type: number = signatureType.ed25519): Signer {
  if (privateKey.type !== 'private' || privateKey.asymmetricKeyType !== 'ed25519') throw new LogError('LOG_KEY_INVALID');
  const { x = '' } = createPublicKey(privateKey.export({ format: 'pem', type: 'pkcs8' })).export({ format: 'jwk' });
  return {
    verifier: makeVerifier(name, type, Buffer.from(x, 'base64url')),
    sign: (message) => sign(null, message, privateKey),
  };
}
