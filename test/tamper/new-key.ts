import { generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A new Ed25519 private key. */
export function newKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}
