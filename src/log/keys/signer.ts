import { createPublicKey, sign, type KeyObject } from 'node:crypto';
import { LogError } from '../encoding/log-error.ts';
import { makeVerifier, signatureType, type Verifier } from './verifier.ts';

/** A named private key. */
export interface Signer {
  readonly verifier: Verifier;
  /** Returns the Ed25519 signature (64 bytes, RFC 8032) of the message. */
  sign(message: Uint8Array): Uint8Array;
}

/**
 * Creates a signer from an Ed25519 private key.
 * @param type 0x01 signs notes; 0x04 signs checkpoints as a witness
 * @throws {LogError} LOG_KEY_INVALID: not an Ed25519 private key, or an invalid name or type
 */
export function createSigner(name: string, privateKey: KeyObject, type: number = signatureType.ed25519): Signer {
  if (privateKey.type !== 'private' || privateKey.asymmetricKeyType !== 'ed25519') throw new LogError('LOG_KEY_INVALID');
  const { x = '' } = createPublicKey(privateKey.export({ format: 'pem', type: 'pkcs8' })).export({ format: 'jwk' });
  return {
    verifier: makeVerifier(name, type, Buffer.from(x, 'base64url')),
    sign: (message) => sign(null, message, privateKey),
  };
}
