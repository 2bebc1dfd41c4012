import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { LogError } from '../encoding/log-error.ts';

/** The supported signature types (C2SP signed-note), with their identifier bytes. */
export const signatureType = { ed25519: 0x01, cosignature: 0x04 } as const;

/** A named public key (C2SP signed-note). */
export interface Verifier {
  readonly name: string;
  /** 4 bytes that distinguish keys of the same name. They find a key but prove nothing. */
  readonly id: Uint8Array;
  readonly type: number;
  /** Ed25519 (RFC 8032), 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The verifier key: name, id, type and public key in one string. */
  readonly vkey: string;
}

/** Whether it is a valid key name: not empty, without Unicode spaces, control characters and plus signs. */
export function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\p{White_Space}\p{Cc}+]+$/u.test(name);
}

/**
 * Creates a verifier from its parts.
 * @throws {LogError} LOG_KEY_INVALID: the name, the type or the key's length is invalid
 */
export function makeVerifier(name: string, type: number, publicKey: Uint8Array): Verifier {
  const known = type === signatureType.ed25519 || type === signatureType.cosignature;
  if (!isKeyName(name) || !known || publicKey.length !== 32) throw new LogError('LOG_KEY_INVALID');
  const key = Buffer.concat([Buffer.of(type), publicKey]);
  const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), key]), 'buffer').subarray(0, 4);
  return { name, id, type, publicKey: key.subarray(1), vkey: `${name}+${id.toString('hex')}+${encodeBase64(key)}` };
}

/**
 * Parses `<name>+<id>+<type and key>` (C2SP signed-note, verifier keys).
 * @throws {LogError} LOG_KEY_INVALID: not of that form, or the id does not match name, type and key
 */
export function parseVerifierKey(vkey: string): Verifier {
  const [, name = '', text = ''] = /^([^+]+)\+[\da-f]{8}\+(.+)$/.exec(vkey) ?? [];
  const key = decodeBase64(text, 33);
  if (!key) throw new LogError('LOG_KEY_INVALID');
  const verifier = makeVerifier(name, key[0] ?? 0, key.subarray(1));
  if (verifier.vkey !== vkey) throw new LogError('LOG_KEY_INVALID');
  return verifier;
}

/** Whether it is this key's Ed25519 signature of the message. How the message is formed depends on the key's type. */
export function hasSigned({ publicKey }: Verifier, message: Uint8Array, signature: Uint8Array): boolean {
  return signature.length === 64 && verify(null, message, publicKeyOf(publicKey), signature);
}

// RFC 8410 §4: the fixed first bytes of an Ed25519 SubjectPublicKeyInfo.
const publicKeyHead = Buffer.from('302a300506032b6570032100', 'hex');

function publicKeyOf(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicKeyHead, bytes]), format: 'der', type: 'spki' });
}
